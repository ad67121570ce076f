import { expect, test } from "vitest";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { noteCall } from "#lib/post-mortems/commands/enough.ts";
import { makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { hoursAgo, now, people, viewerOf } from "../reviews/people.ts";

type Person = Parameters<typeof viewerOf>[0];
const rowsFor = async (person: Person) => (await listDesk(viewerOf(person), now)).rows;
const saidTo = async (person: Person) =>
  (await rowsFor(person)).map(({ kind, act, reason }) => `${kind}: ${act}. ${reason}`);

/** What this candidate told about an interview of that many hours ago. */
async function told(
  candidate: Person,
  hours: number,
  facts: Partial<Prisma.PostMortemUncheckedCreateInput>,
  outcome: "rejected" | "offer" = "rejected",
) {
  const startsAt = hoursAgo(hours);
  const interview = await makeInterview(db(), {
    candidateId: candidate.id,
    startsAt,
    interview: { outcome },
  });
  return makePostMortem(db(), interview, startsAt.add({ hours: 1 }), { sharing: "my_counselor", ...facts });
}

const enough = (hours: number) => ({ mood: "very_low", enoughAt: dateOf(hoursAgo(hours)) }) as const;

test("a very low moment stands on the assigned counselor's desk at once, and on nobody else's", async () => {
  const { ana, ben, amir, maya } = await people();
  await told(maya, 20, enough(2));
  const [row, ...others] = await rowsFor(ana);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ kind: "very_low", href: `/candidates/${maya.id}`, isOverdue: false });
  expect(row?.reason).toMatch(
    /^Feels very low after Harbour Freight \d+; wrote the first half .*\. No review is due\.$/,
  );
  for (const person of [ben, amir, maya]) expect(await rowsFor(person)).toEqual([]);
});

test("what is only theirs is on no desk; a call that they asked for is, and says nothing else", async () => {
  const { ana, ben, maya } = await people();
  await told(maya, 20, { ...enough(2), sharing: "only_me" });
  expect(await saidTo(ana)).toEqual([]);
  await told(maya, 10, { ...enough(2), sharing: "only_me", callAskedAt: dateOf(hoursAgo(2)) });
  expect(await saidTo(ana)).toEqual([expect.stringMatching(/^call: Call\. Asked for a call/)]);
  expect(await saidTo(ben)).toEqual([]);
});

test("whoever said that it is enough, or asked for a call, is not also told of as silent", async () => {
  const { ana, maya, luis, ben } = await people();
  await told(maya, 30, enough(2));
  expect(await saidTo(ana)).toEqual([expect.stringMatching(/^very_low/)]);
  await told(luis, 30, { ...enough(2), sharing: "only_me", callAskedAt: dateOf(hoursAgo(1)) });
  expect(await saidTo(ben)).toEqual([expect.stringMatching(/^call/)]);
});

test("what somebody wrote for themselves alone reads as any that was started, however far it is", async () => {
  const { ana, maya } = await people();
  const own = { sharing: "only_me" } as const;
  await told(maya, 30, own);
  await told(maya, 31, { ...own, ...enough(2) });
  await told(maya, 32, { ...own, mood: "low", finishedAt: dateOf(hoursAgo(2)) });
  const rows = (await saidTo(ana)).map((row) => row.replace(/Harbour Freight \d+ ended .*;/u, "…"));
  const started =
    "no_post_mortem: See the candidate. Interview with … a post-mortem is started, not finished.";
  expect(rows).toEqual([started, started, started]);
});

test("who asked for a call is called, until somebody did", async () => {
  const { ana, maya } = await people();
  const low = await told(maya, 20, { ...enough(2), callAskedAt: dateOf(hoursAgo(1)) });
  expect(await saidTo(ana)).toEqual([
    expect.stringMatching(/^call: Call\. Asked for a call .*, after Harbour Freight \d+\.$/),
  ]);
  expect((await rowsFor(ana))[0]?.called).toBe(low.id);
  const input = { key: newId(), postMortem: low.id };
  await noteCall(viewerOf(ana), input, now);
  expect(await saidTo(ana)).toEqual([]);
});

test("three very low in a row are a call; what the counselor may not see does not count", async () => {
  const { ana, maya, luis, ben } = await people();
  const reviewed = {
    mood: "very_low",
    reviewedAt: dateOf(hoursAgo(50)),
    finishedAt: dateOf(hoursAgo(80)),
  } as const;
  await told(maya, 200, { ...reviewed, reviewedById: ana.id });
  await told(maya, 150, { ...reviewed, reviewedById: ana.id });
  await told(maya, 20, enough(2));
  expect(await saidTo(ana)).toEqual([expect.stringMatching(/^call: Call\. Very low three times in a row/)]);
  await told(luis, 200, { ...reviewed, reviewedById: ben.id });
  await told(luis, 175, { ...reviewed, reviewedById: ben.id, sharing: "only_me" });
  await told(luis, 20, enough(2));
  expect(await saidTo(ben)).toEqual([expect.stringMatching(/^very_low/)]);
  await told(maya, 10, { mood: "unsure", finishedAt: dateOf(hoursAgo(1)) });
  expect((await saidTo(ana)).map((row) => row.split(":")[0])).toEqual(["very_low", "review"]);
});

test("a review of somebody who feels very low keeps its 24 hours, from when they said so", async () => {
  const { ana, maya } = await people();
  const finishedAt = dateOf(hoursAgo(1));
  await told(maya, 40, { ...enough(20), finishedAt });
  await told(maya, 30, { mood: "low", finishedAt });
  const until = (await rowsFor(ana)).map(({ kind, until: { iso } }) => [kind, iso]);
  expect(until).toEqual([
    ["review", String(now.add({ hours: 4 }))],
    ["review", String(now.add({ hours: 47 }))],
  ]);
});

test("the call after the third very low one is noted as made, and the next very low one is one again", async () => {
  const { ana, maya } = await people();
  const reviewed = { mood: "very_low", reviewedById: ana.id, reviewedAt: dateOf(hoursAgo(50)) } as const;
  await told(maya, 200, { ...reviewed, finishedAt: dateOf(hoursAgo(190)) });
  await told(maya, 175, { ...reviewed, finishedAt: dateOf(hoursAgo(170)) });
  const third = await told(maya, 20, enough(2));
  expect(await rowsFor(ana)).toMatchObject([{ kind: "call", called: third.id }]);
  const noted = await noteCall(viewerOf(ana), { key: newId(), postMortem: third.id }, now);
  expect(noted).toEqual({ ok: true, value: { id: third.id } });
  expect(await saidTo(ana)).toEqual([]);
  const fourth = await told(maya, 10, { mood: "very_low", finishedAt: dateOf(hoursAgo(1)) });
  expect(await rowsFor(ana)).toMatchObject([{ kind: "review" }, { kind: "call", called: fourth.id }]);
  await noteCall(viewerOf(ana), { key: newId(), postMortem: fourth.id }, now);
  expect(await rowsFor(ana)).toMatchObject([{ kind: "review" }]);
});

test("good news stands there until the end of the week, with one act, and leads to the review", async () => {
  const { ana, ben, maya } = await people();
  const won = await told(maya, 30, { mood: "great", finishedAt: dateOf(hoursAgo(19)) }, "offer");
  expect(await rowsFor(ana)).toMatchObject([
    { kind: "good_news", act: "Well done", href: `/desk/post-mortems/${won.id}` },
  ]);
  expect((await saidTo(ana))[0]).toMatch(
    /Good news from Harbour Freight \d+: offer\. Post-mortem finished .*; no review is due\.$/,
  );
  expect(await rowsFor(ben)).toEqual([]);
});
