import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalEmail } from "#lib/accounts/rules.ts";
import { columnNames } from "#lib/people/rules/import-columns.ts";
import { rowTexts } from "#lib/people/rules/import-texts.ts";
import { read, readAll } from "./read-rows.ts";

describe("rows", () => {
  test("what can stand against one, each with its column", () => {
    const long = "x".repeat(121);
    expect(
      read(
        { name: "" },
        { email: "nia" },
        { email: "known@example.org" },
        { email: "ＮＩＡ@example.org" },
        { name: long },
        { name: "Ni\0a" },
        { name: "Nia\nOkafor" },
        { role: "boss" },
        { counselor: "" },
        { counselor: "nobody@example.org" },
        { role: "admin" },
        {
          role: "admin",
          counselor: "",
          employer: "Harbour",
          jobTitle: "Clerk",
          date: "2026-05-07",
          time: "10:00",
          format: "phone",
        },
        { employer: "Harbour" },
        {
          employer: "Harbour",
          jobTitle: "Clerk",
          date: "2026-05-07",
          time: "10:00",
          format: "phone",
          zone: "Mars",
        },
        { employer: "Harbour", jobTitle: "Clerk", date: "2026-01-01", time: "10:00", format: "phone" },
        { employer: "Harbour", jobTitle: "Clerk", date: "2100-01-01", time: "10:00", format: "phone" },
        {
          employer: "Harbour",
          jobTitle: "Clerk",
          date: "2026-03-29",
          time: "02:30",
          format: "phone",
          zone: "Europe/Paris",
        },
      ),
    ).toEqual([
      "name name_needed",
      "email email_needed",
      "email address_known",
      "email email_needed",
      "name too_long",
      "name not_clean",
      "name one_line",
      "role role_unknown",
      "counselor counselor_needed",
      "counselor counselor_unknown",
      "counselor counselor_of_staff",
      "employer interview_of_staff",
      "jobTitle job_needed, date date_needed, time time_needed, format format_needed",
      "zone zone_unknown",
      "date past",
      "date too_far",
      "time no_such_time",
    ]);
  });

  test("another row of an address adds an interview; what it repeats or contradicts is named by line", () => {
    const interview = {
      employer: "Harbour",
      jobTitle: "Clerk",
      date: "2026-05-07",
      time: "10:00",
      format: "phone",
    };
    const same = { email: "nia@example.org" };
    expect(
      read(
        { ...same, name: "Nia", email: "broken" },
        { ...same, name: "Nia", ...interview },
        { ...same, name: "", counselor: "", ...interview, time: "12:00" },
        { ...same, email: "NIA@example.org", name: "nia", ...interview },
        { ...same, name: "Nia" },
        { ...same, name: "Ben", ...interview, time: "13:00" },
        { ...same, name: "Nia", role: "admin", ...interview, time: "14:00" },
        { ...same, name: "Nia", counselor: "ben@example.org", ...interview, time: "15:00" },
      ),
    ).toEqual([
      "email email_needed",
      "person, interview",
      "interview",
      "date same_interview 3",
      "email duplicate 3",
      "name another_name 3",
      "role another_role 3",
      "counselor another_counselor 3",
    ]);
  });

  test("no list makes two people of one address, two interviews of one, or a good row with a problem", () => {
    const cell = fc.constantFrom(
      "",
      "Nia",
      "nia@example.org",
      "NIA@example.org",
      "ben@example.org",
      "2026-05-07",
      "10:00",
      "phone",
      "admin",
      "=1",
      "x\0",
    );
    const row = fc.record(Object.fromEntries(columnNames.map((name) => [name, cell])));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const done = readAll(rows);
        const people = done.filter(({ value }) => value?.addsPerson).map(({ value }) => value?.email);
        expect(new Set(people).size).toBe(people.length);
        for (const { value, problems } of done) {
          expect(value === null).toBe(problems.length > 0);
          if (value) expect(people).toContain(normalEmail(value.email));
        }
      }),
    );
  });

  test("they are kept as JSON that the database takes, with the odd characters marked", () => {
    const [row] = readAll([{ name: "Ni\0a\u202E", email: "\uD800", employer: "x".repeat(900) }]);
    const kept = JSON.stringify(row && rowTexts(row));
    expect(kept).not.toMatch(/\\u0000|\\ud800|\u202E/i);
    expect(kept.length).toBeLessThan(1_000);
  });
});
