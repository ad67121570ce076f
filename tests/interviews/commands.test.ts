import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf, instantOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { correctInterview, logInterview, logRound, recordOutcome, setOutcome } from "#lib/interviews/commands.ts";
import type { CorrectInterviewInput, LogInterviewInput, LogRoundInput, SetOutcomeInput } from "#lib/interviews/schema.ts";
import { makeCandidate, makeCounselor, makeEmployer, makeInterview, makePerson } from "../../prisma/seed/factories.ts";

const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
const at = (text: string) => Temporal.Instant.from(text);
type Person = Awaited<ReturnType<typeof makePerson>>;

function viewerOf({ id, name, role, timeZone }: Person): Viewer {
  return viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
}

async function people() {
  const ana = await makeCounselor(db());
  const maya = await makeCandidate(db(), ana.id);
  return { ana, maya, luis: await makeCandidate(db(), ana.id), ben: await makeCounselor(db()), amir: await makePerson(db(), { role: "admin" }) };
}

const when = { date: Temporal.PlainDate.from("2026-11-24"), time: Temporal.PlainTime.from("10:00"), minutes: null };

function logOf(candidate: Person, changes: Partial<LogInterviewInput> = {}): LogInterviewInput {
  const what = { employer: "Nordlicht Care", jobTitle: "Ward clerk", format: "video", source: "own", roleFamily: "healthcare" } as const;
  return { key: newId(), candidate: candidate.id, moment: "start", ...what, ...when, ...changes };
}

const refusal = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "ok" : answer.refusal);

test("a logged interview has its row, its application, its employer and its event, and no mail", async () => {
  const { maya } = await people();
  const input = logOf(maya, { employer: "  Café  🚀 Nord" });
  expect(await logInterview(viewerOf(maya), input, now)).toEqual({ ok: true, value: { id: input.key } });
  const row = await db().interview.findUniqueOrThrow({ where: { id: input.key }, include: { application: { include: { employer: true } } } });
  expect(row).toMatchObject({ candidateId: maya.id, format: "video", outcome: "waiting", timeZone: "America/New_York", loggedById: maya.id, version: 0 });
  expect([instantOf(row.startsAt), instantOf(row.endsAt)].map(String)).toEqual(["2026-11-24T15:00:00Z", "2026-11-24T16:00:00Z"]);
  expect(row.application).toMatchObject({ candidateId: maya.id, jobTitle: "Ward clerk", roleFamily: "healthcare", source: "own", loggedById: maya.id });
  expect(row.application.employer).toMatchObject({ nameKey: "café 🚀 nord", isClient: false });
  expect(await db().event.findUnique({ where: { id: input.key } })).toMatchObject({ kind: "interview.logged", actorId: maya.id, subjectId: input.key });
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
    expect(refusal(await logInterview(viewerOf(actor), input, now)), `${actor.role}: ${expected}`).toBe(expected);
    const row = await db().interview.findUnique({ where: { id: input.key } });
    expect(row?.loggedById ?? null).toBe(expected === "ok" ? actor.id : null);
  }
});

test("the same employer, however it is typed, is one; the same job there is another round", async () => {
  const { maya, luis } = await people();
  const client = await makeEmployer(db(), { name: "Straße & Söhne", nameKey: "straße & söhne", isClient: true });
  const inputs = [logOf(maya, { employer: "STRAßE  & söhne" }), logOf(maya, { employer: "Straße & So\u0308hne", jobTitle: "ward CLERK" }), logOf(luis, { employer: "straße & söhne" }), logOf(maya, { employer: "straße & söhne", jobTitle: "Porter" })];
  for (const input of inputs) await logInterview(viewerOf(input.candidate === maya.id ? maya : luis), input, now);
  const applications = await db().application.findMany({ where: { employerId: client.id }, orderBy: { createdAt: "asc" }, include: { interviews: true } });
  expect(applications.map(({ candidateId, interviews }) => [candidateId === maya.id, interviews.length]).toSorted()).toEqual([[false, 1], [true, 1], [true, 2]]);
});

test("sent twice at once there is one interview; with another content the key is refused", async () => {
  const { maya } = await people();
  const input = logOf(maya, { employer: "Twice Ltd" });
  const answers = await Promise.all(Array.from({ length: 6 }, () => logInterview(viewerOf(maya), input, now)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db().interview.count({ where: { candidateId: maya.id } })).toBe(1);
  expect(refusal(await logInterview(viewerOf(maya), { ...input, jobTitle: "Other" }, now))).toBe("already_saved");
});

test("many at once at a new employer make one employer, and one application for each candidate", async () => {
  const { maya, luis } = await people();
  const inputs = Array.from({ length: 8 }, (_, index) => logOf(index % 2 ? maya : luis, { employer: index % 3 ? "New Works" : "NEW works" }));
  const answers = await Promise.all(inputs.map((input) => logInterview(viewerOf(input.candidate === maya.id ? maya : luis), input, now)));
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
  expect(refusal(await logInterview(viewerOf(maya), logOf(maya, { date: Temporal.PlainDate.from("9999-12-31") }), now))).toBe("out_of_range");
  expect(refusal(await logInterview(viewerOf(maya), logOf(maya, { moment: "end" }), now))).toBe("not_over");
  expect(await db().interview.count({ where: { candidateId: maya.id } })).toBe(1);
});

test("another round belongs to the application of who may see it", async () => {
  const { ana, maya, luis, ben, amir } = await people();
  const first = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-01T10:00:00Z") });
  const round = (): LogRoundInput => ({ key: newId(), application: first.applicationId, moment: "start", format: "phone", ...when });
  const answers = await Promise.all([maya, ana, amir, luis, ben].map(async (actor) => refusal(await logRound(viewerOf(actor), round(), now))));
  expect(answers).toEqual(["ok", "ok", "ok", "not_found", "not_found"]);
  expect(refusal(await logRound(viewerOf(maya), { ...round(), application: newId() }, now))).toBe("not_found");
  expect(await db().interview.count({ where: { applicationId: first.applicationId, candidateId: maya.id } })).toBe(4);
});

test("an outcome is set and changed by who sees the interview, at the version they were shown", async () => {
  const { ana, maya, luis, ben } = await people();
  const { id } = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T10:00:00Z") });
  const say = (actor: Person, version: number, rest: Pick<SetOutcomeInput, "outcome" | "reason">) =>
    setOutcome(viewerOf(actor), { key: newId(), interview: id, version, ...rest }, now);
  const row = () => db().interview.findUniqueOrThrow({ where: { id }, select: { outcome: true, outcomeReason: true, outcomeAt: true, version: true } });
  for (const other of [luis, ben]) expect(refusal(await say(other, 0, { outcome: "offer" }))).toBe("not_found");
  expect(refusal(await say(maya, 0, { outcome: "rejected" }))).toBe("ok");
  expect(await row()).toEqual({ outcome: "rejected", outcomeReason: null, outcomeAt: dateOf(now), version: 1 });
  expect(refusal(await say(ana, 0, { outcome: "offer" }))).toBe("stale");
  expect(refusal(await say(ana, 1, { outcome: "rejected", reason: "role_stopped" }))).toBe("ok");
  expect(await row()).toMatchObject({ outcomeReason: "role_stopped", version: 2 });
  expect(refusal(await say(maya, 2, { outcome: "offer", reason: "role_stopped" }))).toBe("ok");
  expect(await row()).toMatchObject({ outcome: "offer", outcomeReason: null, version: 3 });
  expect(refusal(await say(maya, 3, { outcome: "waiting" }))).toBe("ok");
  expect(await row()).toMatchObject({ outcome: "waiting", outcomeAt: null, version: 4 });
  const race = await Promise.all((["offer", "rejected", "no_reply"] as const).map((outcome) => say(maya, 4, { outcome })));
  expect(race.map(refusal).toSorted()).toEqual(["ok", "stale", "stale"]);
});

test("within a post-mortem the outcome is written whatever version stands, and left alone where nothing changes", async () => {
  const { maya } = await people();
  const { id } = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T10:00:00Z") });
  const record = (reason: "a_requirement" | null) => db().$transaction((tx) => recordOutcome(tx, { interviewId: id, outcome: "rejected", reason, at: now }));
  await record("a_requirement");
  await record("a_requirement");
  expect(await db().interview.findUnique({ where: { id } })).toMatchObject({ outcome: "rejected", outcomeReason: "a_requirement", version: 1 });
  await record(null);
  expect(await db().interview.findUnique({ where: { id } })).toMatchObject({ outcomeReason: null, version: 2 });
});

test("a correction changes the interview, and the job for all its rounds; a stale one changes nothing", async () => {
  const { ana, maya, luis, ben } = await people();
  const first = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T10:00:00Z") });
  const second = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-27T10:00:00Z"), interview: { applicationId: first.applicationId } });
  const correct = (actor: Person, changes: Partial<CorrectInterviewInput> = {}) =>
    correctInterview(viewerOf(actor), { key: newId(), interview: first.id, version: 0, jobTitle: "Team lead", format: "on_site", ...when, minutes: 75, ...changes }, now);
  for (const other of [luis, ben]) expect(refusal(await correct(other))).toBe("not_found");
  const race = await Promise.all([correct(maya), correct(ana, { jobTitle: "Head of team" }), correct(ana, { interview: second.id, jobTitle: "Third" })]);
  expect(race.filter((answer) => answer.ok)).toHaveLength(1);
  expect(new Set(race.filter((answer) => !answer.ok).map(refusal))).toEqual(new Set(["stale"]));
  const rows = await db().interview.findMany({ where: { applicationId: first.applicationId }, select: { version: true } });
  expect(rows.map(({ version }) => version)).toEqual([1, 1]);
  expect(refusal(await correct(maya, { version: 1, jobTitle: "Team lead", date: Temporal.PlainDate.from("2026-11-25") }))).toBe("ok");
  const row = await db().interview.findUniqueOrThrow({ where: { id: first.id }, include: { application: true } });
  expect([String(instantOf(row.startsAt)), String(instantOf(row.endsAt)), row.format, row.application.jobTitle]).toEqual(["2026-11-25T15:00:00Z", "2026-11-25T16:15:00Z", "on_site", "Team lead"]);
});
