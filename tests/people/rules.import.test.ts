import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFile, separatorIn } from "#lib/people/rules/import-decoding.ts";
import { familyFrom, formatFrom, plainDate, plainTime, roleFrom } from "#lib/people/rules/import-cells.ts";
import { cellsOf, columnNames, looksLikeFormula, readHeader } from "#lib/people/rules/import-columns.ts";
import { importState, lineFrom, problemWords } from "#lib/people/rules/import-states.ts";
import { importColumns, importProblems } from "#lib/people/words/import.ts";

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part)] : part)));
const utf16 = (text: string, isBig = false) => {
  const little = Buffer.from(text, "utf16le");
  return [...(isBig ? little.swap16() : little)];
};

describe("what a file's bytes say", () => {
  test.each([
    ["UTF-8", bytes("José"), "José", "utf_8"],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], "José"), "José", "utf_8"],
    ["Latin-1", bytes("Jos", [0xe9]), "José", "windows_1252"],
    ["Windows-1252", bytes([0x80, 0x93], "x", [0x94]), "€“x”", "windows_1252"],
    ["UTF-16, little end first", bytes([0xff, 0xfe], utf16("José")), "José", "utf_16"],
    ["UTF-16, big end first", bytes([0xfe, 0xff], utf16("José", true)), "José", "utf_16"],
    ["nothing", bytes(), "", "utf_8"],
  ] as const)("%s", (_what, given, text, encoding) => {
    expect(decodeFile(given)).toEqual({ ok: true, value: { text, encoding } });
  });

  test.each([
    ["a workbook", bytes("PK", [3, 4]), "spreadsheet"],
    ["an old workbook", bytes([0xd0, 0xcf, 0x11, 0xe0]), "spreadsheet"],
    ["half a character of UTF-16", bytes([0xff, 0xfe, 0x41]), "unreadable"],
  ] as const)("%s is refused", (_what, given, refusal) => {
    expect(decodeFile(given)).toEqual({ ok: false, refusal });
  });

  test("any bytes are a text or refused, and any text in UTF-8 comes back as it was", () => {
    fc.assert(fc.property(fc.uint8Array(), (given) => typeof decodeFile(given).ok === "boolean"));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/^(?:PK\x03\x04|\ufeff)/.test(text));
        expect(decodeFile(bytes(text))).toMatchObject({ value: { text } });
      }),
    );
  });

  test.each([
    ["name,address\na;b;c", "comma"],
    ["name;address", "semicolon"],
    ["name\taddress", "tab"],
    ['"name, in full";address', "semicolon"],
    ["name", "comma"],
  ])("the cells of %j stand between a %s", (text, separator) => {
    expect(separatorIn(text)).toBe(separator);
  });
});

describe("the first row", () => {
  test("is read however it is spelled, and says what it does not know", () => {
    expect(readHeader([" FULL NAME ", "E-Mail", "shoe size", "Counselor's address", "name"])).toEqual({
      columns: ["name", "email", null, "counselor", null],
      unknown: ["shoe size", "name"],
      missing: [],
    });
    expect(readHeader(["Employer"]).missing).toEqual(["name", "email"]);
  });

  test("no spelling stands for two columns", () => {
    for (const name of columnNames)
      for (const spelling of [importColumns[name].label, ...importColumns[name].spellings])
        expect(readHeader([spelling.toUpperCase()]).columns, spelling).toEqual([name]);
  });

  test("a row is read by it, short or long", () => {
    const header = readHeader(["address", "name"]);
    expect(cellsOf(header, ["a@b.example", "Nia", "more"])).toMatchObject({
      email: "a@b.example",
      name: "Nia",
      role: "",
    });
    expect(cellsOf(header, [])).toMatchObject({ email: "", name: "" });
  });
});

describe("single cells", () => {
  test.each([
    ["2026-05-07", "2026-05-07"],
    ["2026-5-7", "2026-05-07"],
    ["7.5.2026", "2026-05-07"],
    ["07. 05. 2026", "2026-05-07"],
    ["05/07/2026", null],
    ["2026-02-29", null],
    ["30.2.2028", null],
    ["", null],
  ])("the date %j is %s", (typed, date) => expect(plainDate(typed)?.toString() ?? null).toBe(date));

  test.each([
    ["14:30", "14:30:00"],
    ["9.05", "09:05:00"],
    ["2:30 pm", "14:30:00"],
    ["12:00 a.m.", "00:00:00"],
    ["12:15PM", "12:15:00"],
    ["08:00:00", "08:00:00"],
    ["24:00", null],
    ["13:00 pm", null],
    ["9", null],
  ])("the time %j is %s", (typed, time) => expect(plainTime(typed)?.toString() ?? null).toBe(time));

  test("roles, formats and kinds of work, with what is empty", () => {
    expect([roleFrom(""), roleFrom(" Admin "), roleFrom("boss")]).toEqual(["candidate", "admin", null]);
    expect([formatFrom("On-Site"), formatFrom("in person"), formatFrom("")]).toEqual([
      "on_site",
      "on_site",
      null,
    ]);
    expect([familyFrom(""), familyFrom("IT"), familyFrom("arts")]).toEqual(["office_admin", "tech", null]);
  });

  test.each(["=1+1", "+49", "-x", "@x", "\tx", "\rx"])("%j looks like a formula", (cell) =>
    expect([looksLikeFormula(cell), looksLikeFormula(` ${cell}`)]).toEqual([true, false]),
  );
});

test("states, lines and problems in words", () => {
  const [no, yes] = [null, {}];
  expect([
    importState({ confirmedAt: no, takenBackAt: no, endedAt: no }),
    importState({ confirmedAt: yes, takenBackAt: no, endedAt: no }),
    importState({ confirmedAt: yes, takenBackAt: no, endedAt: yes }),
    importState({ confirmedAt: no, takenBackAt: yes, endedAt: no }),
  ]).toEqual(["preview", "running", "done", "taken_back"]);
  expect([lineFrom("12"), lineFrom("x"), lineFrom("99999999"), lineFrom(undefined)]).toEqual([12, 0, 0, 0]);
  const problems = Object.keys(importProblems) as (keyof typeof importProblems)[];
  for (const problem of problems)
    expect(problemWords({ column: "email", problem, line: 7 }).why).toMatch(/\.$/);
});
