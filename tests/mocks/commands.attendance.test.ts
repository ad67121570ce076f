import { expect, test } from "vitest";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { setAttendance } from "#lib/mocks/commands/attendance.ts";
import { makeCounselor, makeMock } from "../../prisma/seed/factories.ts";
import { db, mailsAbout, people, refusal, stranger, viewerOf } from "./booked.ts";

const now = Temporal.Instant.from("2026-11-30T20:00:00Z");

async function over(minutesAgo = 120) {
  const { ana, maya } = await people();
  const startsAt = now.subtract({ minutes: minutesAgo });
  const mock = await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt });
  return { ana, maya, mock: mock.id };
}
type Mark = "attended" | "candidate_absent" | "counselor_absent";
const set = (mock: string, attendance: Mark | "undo", shown: Mark | null = null) => ({
  key: newId(),
  mock,
  attendance,
  shown,
});

test("attendance is empty until somebody sets it, is set once, and can be undone", async () => {
  const { ana, mock } = await over();
  const kinds = async () => (await listDesk(viewerOf(ana), now)).rows.map(({ kind }) => kind);
  expect(await kinds()).toContain("attendance");
  expect(refusal(await setAttendance(viewerOf(ana), set(mock, "undo"), now))).toBe("already");
  const input = set(mock, "attended");
  expect(refusal(await setAttendance(viewerOf(ana), input, now))).toBe("ok");
  expect(refusal(await setAttendance(viewerOf(ana), input, now)), "sent twice").toBe("ok");
  expect(refusal(await setAttendance(viewerOf(ana), set(mock, "candidate_absent"), now))).toBe("already");
  expect(await db().mock.findUniqueOrThrow({ where: { id: mock } })).toMatchObject({
    attendance: "attended",
    attendanceById: ana.id,
  });
  expect(await kinds()).not.toContain("attendance");
  expect(await mailsAbout(mock)).toEqual({});
  expect(refusal(await setAttendance(viewerOf(ana), set(mock, "undo"), now))).toBe("already");
  const stale = set(mock, "undo", "candidate_absent");
  expect(refusal(await setAttendance(viewerOf(ana), stale, now)), "what a colleague set since").toBe(
    "already",
  );
  expect(refusal(await setAttendance(viewerOf(ana), set(mock, "undo", "attended"), now))).toBe("ok");
  expect(await db().mock.findUniqueOrThrow({ where: { id: mock } })).toMatchObject({
    attendance: null,
    attendanceAt: null,
    attendanceById: null,
  });
});

test("an absence of either mails the candidate alone", async () => {
  for (const absence of ["candidate_absent", "counselor_absent"] as const) {
    const { ana, maya, mock } = await over();
    expect(refusal(await setAttendance(viewerOf(ana), set(mock, absence), now))).toBe("ok");
    expect(await mailsAbout(mock)).toEqual({ "mock.missed": [maya.id] });
  }
});

test("not before the start, not of a cancelled one, and by nobody but staff who see it", async () => {
  const { ana, maya, mock } = await over(-10);
  expect(refusal(await setAttendance(viewerOf(ana), set(mock, "attended"), now))).toBe("not_started");
  const done = await over();
  const other = await makeCounselor(db());
  for (const viewer of [viewerOf(maya), viewerOf(done.maya), viewerOf(other), stranger()])
    expect(refusal(await setAttendance(viewer, set(done.mock, "attended"), now))).toMatch(
      /not_found|signed_out/,
    );
  await db().mock.update({
    where: { id: done.mock },
    data: {
      cancelledAt: dateOf(now),
      cancelledById: done.ana.id,
      cancelReason: "ill",
      version: { increment: 1 },
    },
  });
  expect(refusal(await setAttendance(viewerOf(done.ana), set(done.mock, "attended"), now))).toBe("cancelled");
});

test("twenty at once write it down once", async () => {
  const { ana, mock } = await over();
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () =>
      refusal(await setAttendance(viewerOf(ana), set(mock, "candidate_absent"), now)),
    ),
  );
  expect(answers.filter((one) => one === "ok")).toHaveLength(1);
  expect(answers.filter((one) => one === "already")).toHaveLength(19);
  expect(await mailsAbout(mock)).toMatchObject({ "mock.missed": [expect.any(String)] });
});
