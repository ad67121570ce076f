import { expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { setAttendance } from "#lib/mocks/commands/attendance.ts";
import type { SetAttendanceInput } from "#lib/mocks/schema/attendance.ts";
import { makeMock } from "../../prisma/seed/factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import { mailRow, mailServer } from "../support/mails.ts";
import { people } from "./booked-mock.ts";

const server = mailServer();

/** A session that began ten minutes ago, and taps as a form sends them: its time is taken before the command's own. */
async function begun() {
  const { counselor, candidate } = await people();
  const startsAt = now().subtract({ minutes: 10 });
  const ids = { candidateId: candidate.id, counselorId: counselor.id };
  const mock = await makeMock(commandsDb(), { ...ids, startsAt });
  const tap = async (attendance: SetAttendanceInput["attendance"]) => {
    const { attendance: shown } = await commandsDb().mock.findUniqueOrThrow({ where: { id: mock.id } });
    const form = { key: newId(), mock: mock.id, attendance, shown };
    return setAttendance(viewerOf(counselor), form, now().subtract({ milliseconds: 40 }));
  };
  const mails = async () => {
    const where = { kind: "mock.missed", event: { subjectId: mock.id } };
    const rows = await commandsDb().mail.findMany({ where, orderBy: { event: { at: "asc" } } });
    return rows.map(({ id }) => id);
  };
  /** At noon of tomorrow where the candidate is. */
  const noon = now()
    .toZonedDateTimeISO(candidate.timeZone)
    .add({ days: 1 })
    .withPlainTime("12:00")
    .toInstant();
  const send = async () => {
    const ids = await mails();
    for (const id of ids) await sendMail(id, noon);
    return Promise.all(ids.map(async (id) => (await mailRow(id)).state));
  };
  return { tap, mails, send };
}

test.each([
  ["candidate_absent", "We missed you"],
  ["counselor_absent", "We are sorry"],
] as const)("%s goes out, with the way to book again", async (absence, heading) => {
  const { tap, send } = await begun();
  expect((await tap(absence)).ok).toBe(true);
  expect(await send()).toEqual(["sent"]);
  const mail = server.smtp.taken[0]?.mail;
  expect(mail?.text).toContain("/practice/mocks/new");
  expect(String(mail?.html)).toContain(heading);
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/fail|should have|wrong|weak|why did you|absent/i);
});

test("a tap that is taken back within ten minutes is not told of, nor one that another replaced", async () => {
  const { tap, mails, send } = await begun();
  await tap("candidate_absent");
  const [first = ""] = await mails();
  await sendMail(first, now());
  expect(await mailRow(first)).toMatchObject({ state: "waiting", attempts: 0 });
  await tap("undo");
  expect(await send()).toEqual(["suppressed"]);
  await tap("counselor_absent");
  expect(await send()).toEqual(["suppressed", "sent"]);
  expect(server.smtp.taken).toHaveLength(1);
});
