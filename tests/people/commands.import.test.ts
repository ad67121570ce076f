import { describe, expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { confirmImport, previewImport, takeBackImport } from "#lib/people/commands/import.ts";
import { deactivate } from "#lib/people/commands/deactivation.ts";
import { invitePerson } from "#lib/people/commands.ts";
import { deactivationFacts } from "#lib/people/queries/deactivation.ts";
import { forgetImportTexts, importPeople, reviveImports } from "#lib/people/sweeps.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";
import { db, refusal, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { admins, fresh, header, noFile, preview, rowsOf, twoHundred } from "./lists.ts";

const confirm = (actor: Person, id: string) =>
  confirmImport(viewerOf(actor), { key: newId(), import: id }, now());
const takeBack = (actor: Person, id: string) =>
  takeBackImport(viewerOf(actor), { key: newId(), import: id }, now());
const toTheEnd = { clock: now, isStopping: () => false };
/** A worker that is told to stop before its nth row. */
const stoppedBefore = (nth: number) => {
  let rows = 0;
  return { clock: now, isStopping: () => (rows += 1) > nth };
};

async function keptTexts(importId: string): Promise<number> {
  const rows = await db().$queryRaw<{ kept: number }[]>`
    SELECT count(texts)::int AS kept FROM people_import_rows WHERE import_id = ${importId}::uuid`;
  return rows[0]?.kept ?? 0;
}

describe("a list comes in", () => {
  test("200 people with 7 bad rows: each good one once, with their interview and one invitation", async () => {
    const { ada, ana } = await admins();
    const mark = newId().slice(0, 8);
    const { id, answer } = await preview(
      ada,
      twoHundred(ana.email, (at) => `${mark}-${at}@example.org`),
    );
    expect(refusal(answer)).toBe("ok");
    expect((await rowsOf(id)).filter(([, what]) => what !== "good")).toEqual(
      [20, 40, 60, 80, 100, 120, 140].map((line) => [line, "email email_needed"]),
    );
    const theirs = { email: { startsWith: mark } };
    expect(await db().person.count({ where: theirs })).toBe(0);
    expect(refusal(await confirm(ada, id))).toBe("ok");
    expect(await importPeople(id, toTheEnd)).toBe("ended");
    expect(await db().person.count({ where: { ...theirs, counselorId: ana.id, invitedById: ada.id } })).toBe(
      193,
    );
    expect(await db().interview.count({ where: { candidate: theirs, timeZone: "Europe/Paris" } })).toBe(64);
    expect(await db().mail.count({ where: { recipient: theirs, kind: "person.invited" } })).toBe(193);
    expect(await keptTexts(id)).toBe(7);
    expect(await db().peopleImport.findUniqueOrThrow({ where: { id } })).toMatchObject({
      endedAt: expect.any(Date),
    });
  });

  test("a guest of that address is invited as who they are, with the interviews of both rows", async () => {
    const { ada, ana } = await admins();
    const email = fresh();
    const guest = await makePerson(db(), { role: "guest", email, name: "As they typed it" });
    const interview = (day: string) => `Harbour Freight,Clerk,${day},14:30,Europe/Paris,video`;
    const rows = ["2099-05-07", "2099-05-09"].map(
      (day) => `Nia Bell,${email},,${ana.email},${interview(day)}`,
    );
    const { id } = await preview(ada, [header, ...rows].join("\n"));
    expect((await rowsOf(id)).map(([, what]) => what)).toEqual(["good", "good"]);
    await confirm(ada, id);
    expect(await importPeople(id, toTheEnd)).toBe("ended");
    expect(await db().person.findUniqueOrThrow({ where: { email } })).toMatchObject({
      id: guest.id,
      name: "Nia Bell",
      role: "candidate",
      counselorId: ana.id,
      invitedById: ada.id,
    });
    expect(await db().interview.count({ where: { candidateId: guest.id } })).toBe(2);
    expect(await db().mail.count({ where: { recipientId: guest.id, kind: "person.invited" } })).toBe(1);
  });

  test("stopped and started again in the middle, and by two workers at once, it ends the same", async () => {
    const { ada, ana } = await admins();
    const mark = newId().slice(0, 8);
    const { id } = await preview(
      ada,
      twoHundred(ana.email, (at) => `${mark}-${at}@example.org`),
    );
    await confirm(ada, id);
    expect(await importPeople(id, stoppedBefore(17))).toBe("stopped");
    const theirs = { email: { startsWith: mark } };
    expect(await db().person.count({ where: theirs })).toBe(17);
    await Promise.all([importPeople(id, stoppedBefore(40)), importPeople(id, stoppedBefore(40))]);
    expect(await importPeople(id, toTheEnd)).toBe("ended");
    expect(await importPeople(id, toTheEnd)).toBe("ended");
    expect(await db().person.count({ where: theirs })).toBe(193);
    expect(await db().interview.count({ where: { candidate: theirs } })).toBe(64);
    expect(await db().mail.count({ where: { recipient: theirs } })).toBe(193);
  });

  test("a second row of an address adds an interview to the same person and application", async () => {
    const { ada, ana } = await admins();
    const email = fresh();
    const interview = (time: string) => `Harbour,Clerk,2099-05-07,${time},UTC,video`;
    const rows = [`Nia,${email},,${ana.email},${interview("10:00")}`, `,${email},,,${interview("12:00")}`];
    const { id } = await preview(ada, [header, ...rows].join("\n"));
    await confirm(ada, id);
    await importPeople(id, toTheEnd);
    const nia = await db().person.findUniqueOrThrow({
      where: { email },
      select: { applications: { select: { source: true, interviews: true } } },
    });
    expect(nia.applications.map(({ source, interviews }) => [source, interviews.length])).toEqual([
      ["agency", 2],
    ]);
    expect(await db().mail.count({ where: { recipient: { email } } })).toBe(1);
  });

  test("what changed between preview and import stands with the bad rows, and the rest comes in", async () => {
    const { ada, ana } = await admins();
    const leaving = await makeCounselor(db());
    const [known, lost, fine] = [fresh(), fresh(), fresh()];
    const interview = "Harbour,Clerk,2099-05-07,10:00,UTC,video";
    const rows = [
      `A,${known},,${ana.email},,,,,,`,
      `A,${known},,,${interview}`,
      `B,${lost},,${leaving.email},,,,,,`,
      `C,${fine},,${ana.email},,,,,,`,
    ];
    const { id } = await preview(ada, [header, ...rows].join("\n"));
    await confirm(ada, id);
    const invitation = {
      key: newId(),
      name: "A",
      email: known,
      role: "candidate",
      counselor: ana.id,
    } as const;
    await invitePerson(viewerOf(ada), invitation, now());
    const choice = { all: null, each: new Map<string, string>() };
    const facts = await deactivationFacts(db(), leaving.id, choice, now());
    const form = { key: newId(), person: leaving.id, to: null, each: [], shown: facts?.shown ?? "" };
    expect(refusal(await deactivate(viewerOf(ada), form, now()))).toBe("ok");
    expect(await importPeople(id, toTheEnd)).toBe("ended");
    expect(await rowsOf(id)).toEqual([
      [2, "email address_known"],
      [3, "email not_added"],
      [4, "counselor no_counselor"],
      [5, "good"],
    ]);
    expect(await db().person.count({ where: { email: { in: [lost, fine] } } })).toBe(1);
    expect(await db().interview.count({ where: { candidate: { email: known } } })).toBe(0);
  });

  test("an admin who is none any more invites nobody, and the list still ends", async () => {
    const [ada, ana] = [await makePerson(db(), { role: "admin" }), await makeCounselor(db())];
    const email = fresh();
    const { id } = await preview(ada, `name,address,counselor\nNia,${email},${ana.email}`);
    await confirm(ada, id);
    await makePerson(db(), { role: "admin" });
    await db().person.update({ where: { id: ada.id }, data: { role: "counselor" } });
    expect(await importPeople(id, toTheEnd)).toBe("ended");
    expect(await rowsOf(id)).toEqual([[2, "name no_admin"]]);
    expect(await db().person.count({ where: { email } })).toBe(0);
  });
});

describe("the doors of a list", () => {
  test("signed out, wrong role, not there, confirmed and taken back", async () => {
    const { ada, ana } = await admins();
    const maya = await makeCandidate(db(), ana.id);
    const gone = await makePerson(db(), { role: "admin", deactivatedAt: dateOf(now()) });
    const text = `name,address,counselor\nNia,${fresh()},${ana.email}`;
    for (const [actor, said] of [
      [ana, "not_found"],
      [maya, "not_found"],
      [gone, "signed_out"],
    ] as const)
      expect(refusal((await preview(actor, text)).answer)).toBe(said);
    const { id } = await preview(ada, text);
    expect([refusal(await confirm(ana, id)), refusal(await takeBack(maya, id))]).toEqual([
      "not_found",
      "not_found",
    ]);
    expect(refusal(await confirm(ada, newId()))).toBe("not_found");
    expect(refusal(await takeBack(ada, id))).toBe("ok");
    expect(await keptTexts(id)).toBe(0);
    expect([refusal(await confirm(ada, id)), refusal(await takeBack(ada, id))]).toEqual([
      "taken_back",
      "taken_back",
    ]);
    expect(await importPeople(id, toTheEnd)).toBe("ended");
    const second = (await preview(ada, text)).id;
    const answers = await Promise.all([confirm(ada, second), confirm(ada, second), takeBack(ada, second)]);
    expect(answers.map(refusal).filter((said) => said === "ok")).toHaveLength(1);
    const bad = (await preview(ada, "name,address\nNia,nia")).id;
    expect(refusal(await confirm(ada, bad))).toBe("nothing_good");
  });

  test.each([
    ["", "nothing"],
    ["name,address", "empty"],
    ["who,where\nNia,nia@example.org", "no_header"],
    ['name,address\n"Nia,nia@example.org', "quotes"],
    ['name,address\nNi"a,nia@example.org', "quotes"],
  ])("%j is refused with %s", async (text, said) => {
    const { ada } = await admins();
    expect(refusal((await preview(ada, text)).answer)).toBe(said);
    expect(await db().peopleImport.count({ where: { madeById: ada.id } })).toBe(0);
  });

  test("more than 5,000 people, more than 2 MB, a workbook, and both a file and a text", async () => {
    const { ada, ana } = await admins();
    const many = Array.from({ length: 5_001 }, (_, at) => `P,p${at}-${ada.id}@example.org,${ana.email}`);
    expect(refusal((await preview(ada, ["name,address,counselor", ...many].join("\n"))).answer)).toBe(
      "too_many",
    );
    const send = async (text: string, file: Uint8Array<ArrayBuffer>) =>
      refusal(await previewImport(viewerOf(ada), { key: newId(), text, file }, now()));
    expect(await send("", new Uint8Array(2 * 1024 * 1024 + 1).fill(65))).toBe("too_large");
    expect(await send("x".repeat(2 * 1024 * 1024 - 1) + "é", noFile)).toBe("too_large");
    expect(await send("", Uint8Array.from([0x50, 0x4b, 3, 4, 1]))).toBe("spreadsheet");
    expect(await send("name,address", Uint8Array.from([65]))).toBe("both");
  });
});

test("a list that lost its job gets one again, and texts are kept for a day", async () => {
  const { ada, ana } = await admins();
  const { id } = await preview(ada, `name,address,counselor\nNia,${fresh()},${ana.email}\nNo,nobody,`);
  const waits = (await preview(ada, "name,address\nNo,nobody")).id;
  await confirm(ada, id);
  await db().$executeRaw`DELETE FROM pgboss.job WHERE id = ${id}::uuid`;
  expect((await reviveImports()).done).toBe(1);
  expect((await reviveImports()).done).toBe(0);
  await importPeople(id, toTheEnd);
  await forgetImportTexts(now());
  expect([await keptTexts(id), await keptTexts(waits)]).toEqual([1, 1]);
  await forgetImportTexts(now().add({ hours: 25 }));
  expect([await keptTexts(id), await keptTexts(waits)]).toEqual([0, 0]);
});
