import { expect, test } from "vitest";
import { findSession } from "#lib/accounts/queries.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { getOverview } from "#lib/reports/queries/overview.ts";
import {
  makeCandidate,
  makeCounselor,
  makeInterview,
  makePerson,
  makePostMortem,
  makeSession,
} from "../../prisma/seed/factories.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
const hoursAgo = (hours: number) => now().subtract({ hours });

async function people() {
  const ana = await makeCounselor(db(), { name: "Ana Torres" });
  const ada = await makePerson(db(), { role: "admin", name: "Ada" });
  const maya = await makeCandidate(db(), ana.id, { name: "Maya Chen", welcomedAt: dateOf(hoursAgo(1)) });
  return { ana, ada, maya };
}

type Facts = NonNullable<Parameters<typeof makePostMortem>[3]>;
async function finished({ id: candidateId }: Person, hours: number, facts: Facts = {}) {
  const interview = await makeInterview(db(), { candidateId, startsAt: hoursAgo(hours + 2) });
  const told = { finishedAt: dateOf(hoursAgo(hours)), sharing: "my_counselor", ...facts } as const;
  return makePostMortem(db(), interview, hoursAgo(hours + 1), told);
}

async function overview(viewer: Person) {
  const matters = await getOverview(viewerOf(viewer), now());
  return Object.fromEntries((matters ?? []).map(({ kind, ...matter }) => [kind, matter]));
}

test("for admins only, and calm where nothing is overdue", async () => {
  const { ana, ada, maya } = await people();
  expect(await getOverview(viewerOf(ana), now())).toBeNull();
  expect(await getOverview(viewerOf(maya), now())).toBeNull();
  const all = await overview(ada);
  expect(Object.values(all).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("what is shared with a counselor alone is counted by counselor, without a name; with the agency it is named", async () => {
  const { ada, maya } = await people();
  await finished(maya, 60);
  await finished(maya, 50);
  await finished(maya, 40);
  await finished(maya, 60, { sharing: "only_me" });
  const shared = await finished(maya, 70, { sharing: "agency", feedbackWish: "ask_agency" });
  const { reviews, wishes } = await overview(ada);
  expect(reviews).toMatchObject({ count: 3 });
  expect(reviews?.items.map(({ label, href }) => [label, href])).toEqual([
    ["Maya Chen", `/desk/post-mortems/${shared.id}`],
    ["With Ana Torres", null],
  ]);
  expect(reviews?.items[1]?.detail).toMatch(/^2, the oldest since /);
  expect(wishes).toMatchObject({ count: 1, items: [{ label: "Maya Chen" }] });
  await makeInterview(db(), { candidateId: maya.id, startsAt: now().add({ hours: 20 }) });
  expect((await overview(ada))["reviews"]).toMatchObject({ count: 4 });
});

test("candidates without a counselor, and silent ones", async () => {
  const { ada } = await people();
  const ben = await makeCounselor(db(), { name: "Ben", deactivatedAt: dateOf(now()) });
  const noor = await makeCandidate(db(), ben.id, { name: "Noor", welcomedAt: dateOf(hoursAgo(24 * 15)) });
  const lin = await makePerson(db(), { role: "candidate", name: "Lin", welcomedAt: null });
  const { unassigned, silent } = await overview(ada);
  expect(unassigned?.items.map(({ label, detail }) => [label, detail])).toEqual([
    ["Lin", "Nobody looks after them"],
    ["Noor", "Ben was deactivated"],
  ]);
  expect(silent?.items.map(({ label, detail }) => [label, detail])).toEqual([["Noor", "nothing yet"]]);
  const life = { kind: "profile.confirmed", subjectId: noor.id, requestHash: "0".repeat(64) };
  await db().event.create({ data: { id: newId(), actorId: noor.id, at: dateOf(hoursAgo(24)), ...life } });
  expect((await overview(ada))["silent"]?.count).toBe(0);
  expect(lin.counselorId).toBeNull();
});

test("next sessions with their fill, absences, and mails that do not arrive", async () => {
  const { ana, ada, maya } = await people();
  const [at, tomorrow, yesterday] = [dateOf(now()), now().add({ hours: 24 }), hoursAgo(24)];
  const coming = await makeWorkshopSession(
    db(),
    { createdById: ana.id, startsAt: tomorrow },
    { capacity: 2 },
    { title: "Stories" },
  );
  const past = await makeWorkshopSession(db(), { createdById: ana.id, startsAt: yesterday });
  await makeSeat(db(), { sessionId: coming.id, personId: maya.id, at: now() });
  const absent = { attendance: "absent", attendanceAt: at, attendanceById: ana.id } as const;
  await makeSeat(db(), { sessionId: past.id, personId: maya.id, at: yesterday }, absent);
  const event = { id: newId(), kind: "note.shared", subjectId: maya.id, requestHash: "0".repeat(64), at };
  await db().event.create({ data: event });
  const dead = {
    state: "dead",
    reason: "address_refused",
    triedAt: at,
    settledAt: at,
    queuedAt: at,
  } as const;
  await db().mail.create({
    data: { id: newId(), eventId: event.id, kind: "note.shared", recipientId: maya.id, ...dead },
  });
  const { sessions, absences, mails } = await overview(ada);
  expect(sessions?.items).toMatchObject([{ label: "Stories", href: `/workshops/${coming.workshopId}` }]);
  expect(sessions?.items[0]?.detail).toMatch(/^tomorrow, .+; 1 of 2 seats taken$/);
  expect(absences?.items).toMatchObject([{ label: "Maya Chen", href: `/workshops/sessions/${past.id}` }]);
  expect(mails?.items).toMatchObject([{ label: "Maya Chen", href: `/people/${maya.id}/address` }]);
});

test("at most six statements with the session, whatever the data", async () => {
  const { ada, maya } = await people();
  const { token } = await makeSession(db(), ada.id, now());
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  const count = async () => {
    statements = 0;
    await Promise.all([findSession(token, now()), getOverview(viewerOf(ada), now())]);
    return statements;
  };
  const few = await count();
  for (let each = 0; each < 8; each += 1) await finished(maya, 60 + each);
  expect(await count()).toBe(few);
  expect(few).toBeLessThanOrEqual(6);
});
