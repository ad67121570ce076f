import { expect, test } from "vitest";
import { commandsDb as db, dateOf, instantOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { correctInterview, recordOutcome, setOutcome } from "#lib/interviews/commands/interviews.ts";
import type { CorrectInterviewInput, SetOutcomeInput } from "#lib/interviews/schema.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { at, now, people, refusal, viewerOf, when } from "./logged.ts";
import type { Person } from "./logged.ts";

test("an outcome is set and changed by who sees the interview, at the version they were shown", async () => {
  const { ana, maya, luis, ben } = await people();
  const { id } = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T10:00:00Z") });
  const say = (actor: Person, version: number, rest: Pick<SetOutcomeInput, "outcome" | "reason">) =>
    setOutcome(viewerOf(actor), { key: newId(), interview: id, version, ...rest }, now);
  const row = () =>
    db().interview.findUniqueOrThrow({
      where: { id },
      select: { outcome: true, outcomeReason: true, outcomeAt: true, version: true },
    });
  for (const other of [luis, ben])
    expect(refusal(await say(other, 0, { outcome: "offer" }))).toBe("not_found");
  expect(refusal(await say(maya, 0, { outcome: "rejected" }))).toBe("ok");
  expect(await row()).toEqual({
    outcome: "rejected",
    outcomeReason: null,
    outcomeAt: dateOf(now),
    version: 1,
  });
  expect(refusal(await say(ana, 0, { outcome: "offer" }))).toBe("stale");
  expect(refusal(await say(ana, 1, { outcome: "rejected", reason: "role_stopped" }))).toBe("ok");
  expect(await row()).toMatchObject({ outcomeReason: "role_stopped", version: 2 });
  expect(refusal(await say(maya, 2, { outcome: "offer", reason: "role_stopped" }))).toBe("ok");
  expect(await row()).toMatchObject({ outcome: "offer", outcomeReason: null, version: 3 });
  expect(refusal(await say(maya, 3, { outcome: "waiting" }))).toBe("ok");
  expect(await row()).toMatchObject({ outcome: "waiting", outcomeAt: null, version: 4 });
  const race = await Promise.all(
    (["offer", "rejected", "no_reply"] as const).map((outcome) => say(maya, 4, { outcome })),
  );
  expect(race.map(refusal).toSorted()).toEqual(["ok", "stale", "stale"]);
});

test("since when an outcome is known stays while only its reason changes, or it is said again", async () => {
  const { ana, maya } = await people();
  const { id } = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T10:00:00Z") });
  const later = (minutes: number) => now.add({ minutes });
  const say = (version: number, rest: Pick<SetOutcomeInput, "outcome" | "reason">, minutes: number) =>
    setOutcome(viewerOf(ana), { key: newId(), interview: id, version, ...rest }, later(minutes));
  const row = () => db().interview.findUniqueOrThrow({ where: { id } });
  await say(0, { outcome: "rejected" }, 1);
  await say(1, { outcome: "rejected", reason: "role_stopped" }, 2);
  expect(await row()).toMatchObject({
    outcomeReason: "role_stopped",
    outcomeAt: dateOf(later(1)),
    version: 2,
  });
  await say(2, { outcome: "rejected", reason: "role_stopped" }, 3);
  const said = { interviewId: id, outcome: "rejected", reason: "a_requirement" } as const;
  await db().$transaction((tx) => recordOutcome(tx, { ...said, at: later(4) }));
  expect(await row()).toMatchObject({
    outcomeReason: "a_requirement",
    outcomeAt: dateOf(later(1)),
    version: 4,
  });
  await say(4, { outcome: "no_reply" }, 5);
  expect(await row()).toMatchObject({ outcomeReason: null, outcomeAt: dateOf(later(5)) });
  await say(5, { outcome: "waiting" }, 6);
  await say(6, { outcome: "no_reply" }, 7);
  expect(await row()).toMatchObject({ outcomeAt: dateOf(later(7)) });
});

test("within a post-mortem the outcome is written whatever version stands, and left alone where nothing changes", async () => {
  const { maya } = await people();
  const { id } = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T10:00:00Z") });
  const record = (reason: "a_requirement" | null) =>
    db().$transaction((tx) => recordOutcome(tx, { interviewId: id, outcome: "rejected", reason, at: now }));
  await record("a_requirement");
  await record("a_requirement");
  expect(await db().interview.findUnique({ where: { id } })).toMatchObject({
    outcome: "rejected",
    outcomeReason: "a_requirement",
    version: 1,
  });
  await record(null);
  expect(await db().interview.findUnique({ where: { id } })).toMatchObject({
    outcomeReason: null,
    version: 2,
  });
});

test("a correction changes the interview, and the job for all its rounds; a stale one changes nothing", async () => {
  const { ana, maya, luis, ben } = await people();
  const first = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T10:00:00Z") });
  const second = await makeInterview(db(), {
    candidateId: maya.id,
    startsAt: at("2026-11-27T10:00:00Z"),
    interview: { applicationId: first.applicationId },
  });
  const correct = (actor: Person, changes: Partial<CorrectInterviewInput> = {}) =>
    correctInterview(
      viewerOf(actor),
      {
        key: newId(),
        interview: first.id,
        version: 0,
        jobTitle: "Team lead",
        format: "on_site",
        ...when,
        minutes: 75,
        ...changes,
      },
      now,
    );
  for (const other of [luis, ben]) expect(refusal(await correct(other))).toBe("not_found");
  const race = await Promise.all([
    correct(maya),
    correct(ana, { jobTitle: "Head of team" }),
    correct(ana, { interview: second.id, jobTitle: "Third" }),
  ]);
  expect(race.filter((answer) => answer.ok)).toHaveLength(1);
  expect(new Set(race.filter((answer) => !answer.ok).map(refusal))).toEqual(new Set(["stale"]));
  const rows = await db().interview.findMany({
    where: { applicationId: first.applicationId },
    select: { version: true },
  });
  expect(rows.map(({ version }) => version)).toEqual([1, 1]);
  expect(
    refusal(
      await correct(maya, { version: 1, jobTitle: "Team lead", date: Temporal.PlainDate.from("2026-11-25") }),
    ),
  ).toBe("ok");
  const row = await db().interview.findUniqueOrThrow({
    where: { id: first.id },
    include: { application: true },
  });
  expect([
    String(instantOf(row.startsAt)),
    String(instantOf(row.endsAt)),
    row.format,
    row.application.jobTitle,
  ]).toEqual(["2026-11-25T15:00:00Z", "2026-11-25T16:15:00Z", "on_site", "Team lead"]);
});
