import { expect, test } from "vitest";
import { commandsDb as db, instantOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { logInterview, logRound } from "#lib/interviews/commands/interviews.ts";
import type { LogRoundInput } from "#lib/interviews/schema.ts";
import { makeCandidate, makeEmployer, makeInterview } from "../../prisma/seed/factories.ts";
import { at, logOf, now, people, refusal, viewerOf, when } from "./logged.ts";
import type { Person } from "./logged.ts";

test("a logged interview has its row, its application, its employer and its event, and no mail", async () => {
  const { maya } = await people();
  const input = logOf(maya, { employer: "  Café  🚀 Nord" });
  expect(await logInterview(viewerOf(maya), input, now)).toEqual({ ok: true, value: { id: input.key } });
  const row = await db().interview.findUniqueOrThrow({
    where: { id: input.key },
    include: { application: { include: { employer: true } } },
  });
  expect(row).toMatchObject({
    candidateId: maya.id,
    format: "video",
    outcome: "waiting",
    timeZone: "America/New_York",
    loggedById: maya.id,
    version: 0,
  });
  expect([instantOf(row.startsAt), instantOf(row.endsAt)].map(String)).toEqual([
    "2026-11-24T15:00:00Z",
    "2026-11-24T16:00:00Z",
  ]);
  expect(row.application).toMatchObject({
    candidateId: maya.id,
    jobTitle: "Ward clerk",
    roleFamily: "healthcare",
    source: "own",
    loggedById: maya.id,
  });
  expect(row.application.employer).toMatchObject({ nameKey: "café 🚀 nord", isClient: false });
  expect(await db().event.findUnique({ where: { id: input.key } })).toMatchObject({
    kind: "interview.logged",
    actorId: maya.id,
    subjectId: input.key,
  });
  expect(await db().mail.count({ where: { eventId: input.key } })).toBe(0);
});

test("one's own, one's candidate's and anybody's for an admin; nobody else's", async () => {
  const { ana, maya, luis, ben, amir } = await people();
  const former = { ...(await makeCandidate(db(), ana.id)), id: newId() };
  const cases: [Person, Person, string][] = [
    [maya, maya, "ok"],
    [ana, maya, "ok"],
    [amir, maya, "ok"],
    [luis, maya, "not_found"],
    [ben, maya, "not_found"],
    [ana, { ...maya, id: newId() }, "not_found"],
    [amir, ben, "not_found"],
    [former, maya, "signed_out"],
  ];
  for (const [actor, candidate, expected] of cases) {
    const input = logOf(candidate);
    expect(refusal(await logInterview(viewerOf(actor), input, now)), `${actor.role}: ${expected}`).toBe(
      expected,
    );
    const row = await db().interview.findUnique({ where: { id: input.key } });
    expect(row?.loggedById ?? null).toBe(expected === "ok" ? actor.id : null);
  }
});

test("the same employer, however it is typed, is one; the same job there is another round", async () => {
  const { maya, luis } = await people();
  const client = await makeEmployer(db(), {
    name: "Straße & Söhne",
    nameKey: "straße & söhne",
    isClient: true,
  });
  const inputs = [
    logOf(maya, { employer: "STRAßE  & söhne" }),
    logOf(maya, { employer: "Straße & So\u0308hne", jobTitle: "ward CLERK" }),
    logOf(luis, { employer: "straße & söhne" }),
    logOf(maya, { employer: "straße & söhne", jobTitle: "Porter" }),
  ];
  for (const input of inputs)
    await logInterview(viewerOf(input.candidate === maya.id ? maya : luis), input, now);
  const applications = await db().application.findMany({
    where: { employerId: client.id },
    orderBy: { createdAt: "asc" },
    include: { interviews: true },
  });
  expect(
    applications
      .map(({ candidateId, interviews }) => [candidateId === maya.id, interviews.length])
      .toSorted(),
  ).toEqual([
    [false, 1],
    [true, 1],
    [true, 2],
  ]);
});

test("sent twice at once there is one interview; with another content the key is refused", async () => {
  const { maya } = await people();
  const input = logOf(maya, { employer: "Twice Ltd" });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => logInterview(viewerOf(maya), input, now)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db().interview.count({ where: { candidateId: maya.id } })).toBe(1);
  expect(refusal(await logInterview(viewerOf(maya), { ...input, jobTitle: "Other" }, now))).toBe(
    "already_saved",
  );
});

test("many at once at a new employer make one employer, and one application for each candidate", async () => {
  const { maya, luis } = await people();
  const inputs = Array.from({ length: 8 }, (_, index) =>
    logOf(index % 2 ? maya : luis, { employer: index % 3 ? "New Works" : "NEW works" }),
  );
  const answers = await Promise.all(
    inputs.map((input) => logInterview(viewerOf(input.candidate === maya.id ? maya : luis), input, now)),
  );
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(await db().employer.count({ where: { nameKey: "new works" } })).toBe(1);
  expect(await db().application.count({ where: { employer: { nameKey: "new works" } } })).toBe(2);
});

test("times are those of the actor's clock, and what cannot be is refused", async () => {
  const { ana, maya } = await people();
  const far = await db().person.update({ where: { id: ana.id }, data: { timeZone: "Asia/Kathmandu" } });
  const input = logOf(maya);
  await logInterview(viewerOf(far), input, now);
  const row = await db().interview.findUniqueOrThrow({ where: { id: input.key } });
  expect([String(instantOf(row.startsAt)), row.timeZone]).toEqual(["2026-11-24T04:15:00Z", "Asia/Kathmandu"]);
  const gap = { date: Temporal.PlainDate.from("2026-03-08"), time: Temporal.PlainTime.from("02:30") };
  expect(refusal(await logInterview(viewerOf(maya), logOf(maya, gap), now))).toBe("no_such_time");
  expect(
    refusal(
      await logInterview(viewerOf(maya), logOf(maya, { date: Temporal.PlainDate.from("9999-12-31") }), now),
    ),
  ).toBe("out_of_range");
  expect(refusal(await logInterview(viewerOf(maya), logOf(maya, { moment: "end" }), now))).toBe("not_over");
  expect(await db().interview.count({ where: { candidateId: maya.id } })).toBe(1);
});

test("another round belongs to the application of who may see it", async () => {
  const { ana, maya, luis, ben, amir } = await people();
  const first = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-01T10:00:00Z") });
  const round = (): LogRoundInput => ({
    key: newId(),
    application: first.applicationId,
    moment: "start",
    format: "phone",
    ...when,
  });
  const answers = await Promise.all(
    [maya, ana, amir, luis, ben].map(async (actor) => refusal(await logRound(viewerOf(actor), round(), now))),
  );
  expect(answers).toEqual(["ok", "ok", "ok", "not_found", "not_found"]);
  expect(refusal(await logRound(viewerOf(maya), { ...round(), application: newId() }, now))).toBe(
    "not_found",
  );
  expect(
    await db().interview.count({ where: { applicationId: first.applicationId, candidateId: maya.id } }),
  ).toBe(4);
});
