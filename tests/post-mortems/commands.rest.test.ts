import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { findDraft } from "#lib/post-mortems/queries/draft.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { draftOf, finishedOf, later, now, pastInterview, people, sendScreen } from "./staged.ts";

const rowOf = (id: string) =>
  db().postMortem.findUniqueOrThrow({
    where: { id },
    include: { ratings: { orderBy: { dimension: "asc" } } },
  });

test("from Anything else to the steps aside and back, and finishing copies them", async () => {
  const { maya } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id, {
    mood: "low",
    outcome: "waiting",
    cause_primary: "PITCH",
  });
  const hub = { screen: "contributing" as const, cause_contributing: ["CLOSING" as const] };
  expect(await sendScreen(maya, id, { ...hub, open: "ratings" })).toBe("?step=ratings");
  const rated = {
    "rating.evidence": "ready",
    "rating.appearance": "not_yet",
    "rating.composure": "not_sure",
  } as const;
  expect(await sendScreen(maya, id, { screen: "ratings", move: "next", ...rated })).toBe(
    "?step=contributing",
  );
  expect(await sendScreen(maya, id, { ...hub, open: "worked_well" })).toBe("?step=worked_well");
  expect(
    await sendScreen(maya, id, { screen: "worked_well", move: "next", worked_well: "The start 🙂" }),
  ).toBe("?step=contributing");
  expect(await sendScreen(maya, id, { screen: "feedback", feedback_wish: "remind_me" })).toBe(
    "?step=contributing",
  );
  expect(await sendScreen(maya, id, { screen: "feedback", feedback_wish: "ask_agency" })).toBe("not_offered");
  expect(await sendScreen(maya, id, { ...hub, move: "next" })).toBe("?step=promise");
  await finishPostMortem(maya, { key: newId(), postMortem: id }, later(1));
  const row = await rowOf(id);
  expect(row).toMatchObject({
    workedWell: "The start 🙂",
    feedbackWish: "remind_me",
    feedbackWords: null,
    keepLine: null,
  });
  expect(row.ratings.map(({ dimension, level }) => [dimension, level])).toEqual([
    ["evidence", 4],
    ["appearance", 1],
  ]);
});

test("their words are kept as they were said; a wish beside them is none", async () => {
  const { maya } = await people();
  const words = "“שלום”, she said\n👍 and left";
  const id = await finishedOf(maya, (await pastInterview(maya)).id, {
    mood: "low",
    outcome: "rejected",
    feedback_words: words,
    feedback_from: "Jo, HR",
    feedback_wish: "remind_me",
  });
  expect(await rowOf(id)).toMatchObject({ feedbackWords: words, feedbackFrom: "Jo, HR", feedbackWish: null });
});

test.each([
  ["own", 7 * 24, "ask_now", "?step=contributing"],
  ["own", 7 * 24 - 1, "ask_now", "not_offered"],
  ["own", 7 * 24, "ask_agency", "not_offered"],
  ["agency", 7 * 24, "ask_agency", "?step=contributing"],
  ["agency", 7 * 24, "ask_now", "not_offered"],
] as const)("a no of an application that is %s, %i hours ago: %s", async (source, hours, wish, expected) => {
  const { maya } = await people();
  const interview = await makeInterview(db(), {
    candidateId: maya.personId,
    startsAt: now.subtract({ hours: 300 }),
    application: { source },
  });
  const outcomeAt = dateOf(now.subtract({ hours }));
  await db().interview.update({ where: { id: interview.id }, data: { outcome: "rejected", outcomeAt } });
  const id = await draftOf(maya, interview.id, { mood: "low" });
  expect(await sendScreen(maya, id, { screen: "feedback", feedback_wish: wish })).toBe(expected);
});

test("a wish that a device stored against the rules is not one", async () => {
  const { maya } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id, { mood: "low", outcome: "rejected" });
  const answers = [{ id: newId(), field: "feedback_wish", value: "ask_now", ageMs: 0 } as const];
  expect(await saveAnswers(maya, { postMortem: id, answers }, now)).toMatchObject({ ok: true });
  await finishPostMortem(maya, { key: newId(), postMortem: id }, later(1));
  expect(await rowOf(id)).toMatchObject({ feedbackWish: null });
});

const good = {
  mood: "great",
  outcome: "next_round",
  next_date: "2026-12-01",
  next_time: "09:30",
} as const;

test("after a next round its date becomes a round of the same application, in the candidate's zone", async () => {
  const { maya } = await people();
  await db().person.update({ where: { id: maya.personId }, data: { timeZone: "Asia/Kathmandu" } });
  const interview = await pastInterview(maya);
  await finishedOf(maya, interview.id, { ...good, next_format: "phone" });
  const rounds = await db().interview.findMany({
    where: { applicationId: interview.applicationId },
    orderBy: { startsAt: "asc" },
  });
  expect(rounds).toHaveLength(2);
  expect(rounds[1]).toMatchObject({
    format: "phone",
    startsAt: dateOf(Temporal.Instant.from("2026-12-01T03:45:00Z")),
    endsAt: dateOf(Temporal.Instant.from("2026-12-01T04:15:00Z")),
    timeZone: "Asia/Kathmandu",
    loggedById: maya.personId,
    outcome: "waiting",
  });
});

test("a round that is logged already stays the only one; finished twice at once it is logged once", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const { applicationId } = interview;
  const id = await draftOf(maya, interview.id, good);
  const keys = [newId(), newId(), newId()];
  await Promise.all(keys.map((key) => finishPostMortem(maya, { key, postMortem: id }, now)));
  expect(await db().interview.count({ where: { applicationId } })).toBe(2);
  const other = await pastInterview(maya);
  await db().interview.create({
    data: {
      id: newId(),
      applicationId: other.applicationId,
      candidateId: maya.personId,
      format: "video",
      startsAt: dateOf(later(60)),
      endsAt: dateOf(later(120)),
      timeZone: "UTC",
      loggedById: maya.personId,
      createdAt: dateOf(now),
    },
  });
  await finishedOf(maya, other.id, good);
  expect(await db().interview.count({ where: { applicationId: other.applicationId } })).toBe(2);
});

test("a time that clocks skip is refused at finishing, and writes nothing", async () => {
  const { maya } = await people();
  await db().person.update({ where: { id: maya.personId }, data: { timeZone: "America/New_York" } });
  const interview = await pastInterview(maya);
  const skipped = { ...good, next_date: "2027-03-14", next_time: "02:30" };
  const id = await draftOf(maya, interview.id, skipped);
  expect(await finishPostMortem(maya, { key: newId(), postMortem: id }, now)).toEqual({
    ok: false,
    refusal: "no_such_time",
  });
  expect(await rowOf(id)).toMatchObject({ finishedAt: null });
  await sendScreen(
    maya,
    id,
    { screen: "next_round", move: "next", next_date: "2027-03-14", next_time: "03:30" },
    later(1),
  );
  expect(await finishPostMortem(maya, { key: newId(), postMortem: id }, later(2))).toMatchObject({
    ok: true,
  });
  expect(await db().interview.count({ where: { applicationId: interview.applicationId } })).toBe(2);
});

test("good news is shared as last time, anything else with the counselor", async () => {
  const { maya } = await people();
  await finishedOf(maya, (await pastInterview(maya, 30)).id, { mood: "low", sharing: "agency" });
  const offer = await finishedOf(maya, (await pastInterview(maya, 20)).id, {
    mood: "great",
    outcome: "offer",
  });
  expect(await rowOf(offer)).toMatchObject({ sharing: "agency" });
  const low = await finishedOf(maya, (await pastInterview(maya, 10)).id, {
    mood: "low",
    outcome: "rejected",
  });
  expect(await rowOf(low)).toMatchObject({ sharing: "my_counselor" });
});

test("an interview that is moved under the form, and steps out of order: what was written stays", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const id = await draftOf(maya, interview.id, { mood: "good" });
  await db().interview.update({
    where: { id: interview.id },
    data: { startsAt: dateOf(later(60 * 24)), endsAt: dateOf(later(60 * 25)) },
  });
  expect(
    await sendScreen(maya, id, {
      screen: "next_round",
      move: "next",
      next_date: "2026-12-01",
      next_time: "10:00",
    }),
  ).toBe("?step=sharing");
  expect(await sendScreen(maya, id, { screen: "worked_well", move: "next", worked_well: "All of it" })).toBe(
    "?step=contributing",
  );
  const draft = await findDraft(db(), maya, id, now);
  expect(draft?.facts.answers).toMatchObject({ next_date: "2026-12-01", worked_well: "All of it" });
  await finishPostMortem(maya, { key: newId(), postMortem: id }, later(1));
  expect(await rowOf(id)).toMatchObject({ workedWell: "All of it", mood: "good" });
  // Nobody said that there is a next round.
  expect(await db().interview.count({ where: { applicationId: interview.applicationId } })).toBe(1);
});
