import { expect, test } from "vitest";
import { commandsDb as db, dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { getInterview, getLogForm, getRoundForm, listApplications } from "#lib/interviews/queries.ts";
import { makeEmployer, makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { at, now, people, viewerOf } from "./logged.ts";

test("the list has the next interview first, marks what wants a post-mortem, and belongs to who may see it", async () => {
  const { ana, maya, luis, ben, amir } = await people();
  const past = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T15:00:00Z") });
  await makeInterview(db(), {
    candidateId: maya.id,
    startsAt: at("2026-11-24T15:00:00Z"),
    interview: { applicationId: past.applicationId },
  });
  const told = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-22T15:00:00Z") });
  await makePostMortem(db(), told, now);
  const [first, second] = await listApplications(viewerOf(maya), maya.id, now);
  expect(first?.rounds.map(({ round, phase, wantsPostMortem }) => [round, phase, wantsPostMortem])).toEqual([
    [2, "coming", false],
    [1, "over", true],
  ]);
  expect(first?.rounds[0]?.when.label).toBe("tomorrow, 10:00");
  expect(second?.rounds).toMatchObject([
    { id: told.id, postMortem: "started", wantsPostMortem: false, waitsForAnswer: true },
  ]);
  for (const [viewer, count] of [
    [ana, 2],
    [amir, 2],
    [luis, 0],
    [ben, 0],
  ] as const)
    expect(await listApplications(viewerOf(viewer), maya.id, now)).toHaveLength(count);
});

test("one interview is there for who may see it, and for nobody else", async () => {
  const { ana, maya, luis, ben, amir } = await people();
  const { id } = await makeInterview(db(), {
    candidateId: maya.id,
    startsAt: at("2026-11-01T05:30:00Z"),
    interview: { outcome: "rejected", outcomeReason: "role_stopped", outcomeAt: dateOf(now) },
  });
  for (const viewer of [maya, ana, amir])
    expect(await getInterview(viewerOf(viewer), id, now)).toMatchObject({
      id,
      isOwn: viewer === maya,
      outcomeReason: "role_stopped",
    });
  for (const viewer of [luis, ben]) expect(await getInterview(viewerOf(viewer), id, now)).toBeNull();
  for (const wrong of [newId(), "x", "' OR 1=1", "../../etc"])
    expect(await getInterview(viewerOf(amir), wrong, now)).toBeNull();
  expect(await getInterview(viewerOf(maya), id, now)).toMatchObject({
    twice: "earlier",
    wall: { date: "2026-11-01", time: "01:30" },
    minutes: 60,
    audience: "You, Ana and the agency's admins can see this.",
  });
});

test("staff learn of a post-mortem that is not theirs to read only that it was started", async () => {
  const { ana, maya, amir } = await people();
  const cases = [
    ["only_me", maya, "reviewed"],
    ["only_me", ana, "started"],
    ["only_me", amir, "started"],
    ["my_counselor", ana, "reviewed"],
    ["my_counselor", amir, "started"],
    ["agency", amir, "reviewed"],
  ] as const;
  for (const [sharing, viewer, postMortem] of cases) {
    const interview = await makeInterview(db(), {
      candidateId: maya.id,
      startsAt: at("2026-11-20T15:00:00Z"),
    });
    await makePostMortem(db(), interview, now, {
      sharing,
      finishedAt: dateOf(now),
      reviewedAt: dateOf(now),
      reviewedById: ana.id,
    });
    expect(
      await getInterview(viewerOf(viewer), interview.id, now),
      `${sharing} ${viewer.role}`,
    ).toMatchObject({ postMortem });
  }
});

test("names are suggested from one's own applications and the agency's clients, never from somebody else's", async () => {
  const { ana, maya, luis, ben } = await people();
  await makeEmployer(db(), { name: "A client", isClient: true });
  const theirs = await makeEmployer(db(), { name: "Secret of Luis" });
  await makeInterview(db(), {
    candidateId: luis.id,
    startsAt: now,
    application: { employerId: theirs.id, jobTitle: "Spy" },
  });
  const own = await makeEmployer(db(), { name: "Own employer" });
  const mine = await makeInterview(db(), {
    candidateId: maya.id,
    startsAt: now,
    application: { employerId: own.id, jobTitle: "Clerk", roleFamily: "tech" },
  });
  for (const viewer of [maya, ana]) {
    const form = await getLogForm(viewerOf(viewer), maya.id, now);
    expect(form).toMatchObject({
      candidate: { id: maya.id },
      jobTitles: ["Clerk"],
      roleFamily: "tech",
      justNow: { date: "2026-11-23", time: "07:00" },
    });
    expect(form?.employers).toEqual(expect.arrayContaining(["Own employer", "A client"]));
    expect(form?.employers).not.toContain("Secret of Luis");
  }
  for (const viewer of [luis, ben]) {
    expect(await getLogForm(viewerOf(viewer), maya.id, now)).toBeNull();
    expect(await getRoundForm(viewerOf(viewer), mine.applicationId, now)).toBeNull();
  }
  expect(await getRoundForm(viewerOf(ana), mine.applicationId, now)).toMatchObject({
    employer: "Own employer",
    round: 2,
    candidateId: maya.id,
  });
  expect(await getRoundForm(viewerOf(maya), "new", now)).toBeNull();
});

test("list and interview are one statement each, whatever they hold", async () => {
  const { maya } = await people();
  const interviews = await Promise.all(
    Array.from({ length: 6 }, () => makeInterview(db(), { candidateId: maya.id, startsAt: now })),
  );
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  await listApplications(viewerOf(maya), maya.id, now);
  expect(statements).toBe(1);
  await getInterview(viewerOf(maya), interviews[0]?.id ?? "", now);
  expect(statements).toBe(2);
});
