import { beforeAll, describe, expect, test } from "vitest";
import { TAXONOMY } from "#lib/causes/rules/taxonomy.ts";
import { instantOf } from "#lib/infra/db.ts";
import { currentAnswers, readTyped } from "#lib/post-mortems/rules/answers.ts";
import { openSlots } from "#lib/mocks/rules/slots.ts";
import { candidates } from "../../prisma/seed/texts/candidates.ts";
import type { Rows } from "../../prisma/seed/story/rows.ts";
import { tellStory } from "../../prisma/seed/story/tell.ts";

// A working day, a Sunday in the small hours, the night in which Lisbon's clocks go forward, and the last day of a year.
const moments = [
  "2026-11-24T15:07:31Z",
  "2026-05-10T03:10:00Z",
  "2027-03-28T00:40:00Z",
  "2026-12-31T23:59:59Z",
];

const instant = (value: Date | string | null | undefined) => instantOf(value as Date);
const firstIds = tellStory(Temporal.Instant.from("2026-02-02T09:00:00Z")).interviews.map(({ id }) => id);

describe.each(moments)("told at %s", (moment) => {
  const now = Temporal.Instant.from(moment);
  let rows: Rows;
  beforeAll(() => {
    rows = tellStory(now);
  });

  test("forty in the background with 150 interviews, 90 post-mortems, 60 sessions", () => {
    const byHand = new Set(
      rows.people.filter(({ email }) => candidates.some((one) => one.email === email)).map(({ id }) => id),
    );
    const background = (row: { candidateId: string }) => !byHand.has(row.candidateId);
    expect(byHand.size).toBe(8);
    // With four colleagues, one who has left, two who came in by a list and have not been here yet, and two guests.
    expect(rows.people).toHaveLength(8 + 40 + 4 + 1 + 2 + 2);
    expect(rows.interviews.filter(background)).toHaveLength(150);
    expect(rows.postMortems.filter(background)).toHaveLength(90);
    expect(rows.mocks.filter(background)).toHaveLength(60);
  });

  test("its ids are the same whenever it is told, each is there once", () => {
    expect(rows.interviews.map(({ id }) => id)).toEqual(firstIds);
    for (const table of Object.values(rows)) {
      const ids = table.flatMap((row) => ("id" in row ? [row.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("nothing has happened later than now, and no mail is left to send", () => {
    const happened = [
      ...rows.events.map(({ kind, at }) => ({ kind, at })),
      ...rows.looks.map(({ at }) => ({ kind: "look", at })),
      ...rows.answers.map(({ field, writtenAt }) => ({ kind: field, at: writtenAt })),
    ];
    expect(happened.filter(({ at }) => Temporal.Instant.compare(instant(at), now) > 0)).toEqual([]);
    expect(rows.mails.every(({ state }) => state === "sent")).toBe(true);
  });

  test("an interview ended as its text says, at the time it was heard", () => {
    for (const row of rows.interviews) expect(row.outcomeAt === undefined).toBe(row.outcome === undefined);
    expect(
      rows.interviews.filter(
        ({ outcome, startsAt }) => outcome && Temporal.Instant.compare(instant(startsAt), now) > 0,
      ),
    ).toEqual([]);
  });

  test("what a finished post-mortem holds in columns is what its answers say", () => {
    for (const row of rows.postMortems.filter(({ finishedAt }) => finishedAt)) {
      const written = rows.answers
        .filter(({ postMortemId }) => postMortemId === row.id)
        .map(({ id, field, value, writtenAt }) => ({ id, field, value, writtenAt: instant(writtenAt) }));
      const answers = currentAnswers(written);
      const typed = readTyped({ openPromise: answers.promise_answer !== undefined, answers });
      const { mood, sharing, surprise, signals } = typed;
      expect(row).toMatchObject({ mood, sharing, surprise, signals: [...signals] });
      const { feedbackWords, feedbackFrom, feedbackWish, workedWell, keepLine } = typed;
      expect(row).toMatchObject({ feedbackWords, feedbackFrom, feedbackWish, workedWell, keepLine });
      expect(
        rows.ratings
          .filter(({ postMortemId }) => postMortemId === row.id)
          .map(({ dimension, level }) => ({ dimension, level })),
      ).toEqual([...typed.ratings]);
      const own = rows.opinions.find(
        ({ postMortemId, side }) => postMortemId === row.id && side === "candidate",
      );
      expect(own?.primary).toBe(typed.opinion?.primary);
      expect(
        rows.questions.filter(({ postMortemId }) => postMortemId === row.id).map(({ text }) => text),
      ).toEqual(typed.questions.map(({ text }) => text));
    }
  });

  test("what was heard before finishing is what the post-mortem says", () => {
    for (const { interviewId, finishedAt, id } of rows.postMortems.filter((row) => row.finishedAt)) {
      const interview = rows.interviews.find((one) => one.id === interviewId);
      const said =
        rows.answers.findLast(({ postMortemId, field }) => postMortemId === id && field === "outcome")
          ?.value ?? "waiting";
      const isHeard =
        interview?.outcomeAt &&
        Temporal.Instant.compare(instant(interview.outcomeAt as Date), instant(finishedAt as Date)) < 0;
      expect(said).toBe(isHeard ? interview.outcome : "waiting");
    }
  });

  test("every post-mortem began before the causes were changed, and so is of the first version", () => {
    const [changed] = rows.taxonomyVersions;
    for (const { taxonomyNumber, startedAt } of rows.postMortems) {
      expect(taxonomyNumber).toBe(1);
      expect(Temporal.Instant.compare(instant(startedAt), instant(changed?.madeAt))).toBeLessThan(0);
    }
  });

  test("the change of the causes is told of the one taxonomy, as its command does", () => {
    const told = rows.events.filter(({ kind }) => kind === "taxonomy.changed");
    expect(told.map(({ subjectId }) => subjectId)).toEqual([TAXONOMY]);
  });

  test("each session lies in its counselor's hours, and a live one meets no other", () => {
    for (const mock of rows.mocks) {
      const person = rows.people.find(({ id }) => id === mock.counselorId);
      const from = instant(mock.startsAt);
      const others = rows.mocks.filter(
        (one) => one !== mock && one.counselorId === mock.counselorId && !one.cancelledAt,
      );
      const bookings = others.map((one) => ({
        id: one.id,
        startsAt: instant(one.startsAt),
        endsAt: instant(one.endsAt),
        bufferBeforeMinutes: one.bufferBeforeMinutes,
        bufferAfterMinutes: one.bufferAfterMinutes,
        status: "CONFIRMED" as const,
      }));
      const starts = openSlots({
        counselor: {
          timeZone: person?.timeZone ?? "",
          rules: rows.weeklyHours
            .filter(({ counselorId }) => counselorId === mock.counselorId)
            .map(({ weekday, start, end }) => ({ weekday, start, end })),
          overrides: [],
          timeOff: [],
          busy: [],
          bookings: mock.cancelledAt ? [] : bookings,
          dailyMaximum: 4,
        },
        service: {
          durationMinutes: mock.kind === "prep" ? 20 : 45,
          stepMinutes: 15,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 10,
          noticeMinutes: 0,
          horizonDays: null,
        },
        now: from.subtract({ hours: 1 }),
        window: { from, to: from.add({ milliseconds: 1 }) },
        ignoreBookingId: null,
      });
      expect(starts, `${mock.kind} of ${person?.name} at ${from.toString()}`).toHaveLength(1);
    }
  });

  test("plans in every state, never more than three open from one post-mortem", () => {
    const ends = new Set(rows.planActions.map(({ endedAs }) => endedAs ?? "open"));
    expect([...ends].toSorted()).toEqual(["carried", "done", "not_doing", "open"]);
    for (const { endedAs, why } of rows.planActions)
      expect(typeof why === "string").toBe(endedAs === "not_doing");
    for (const { id } of rows.postMortems) {
      const own = rows.planActions.filter(({ postMortemId }) => postMortemId === id);
      expect(own.length).toBeLessThanOrEqual(3);
    }
    const times = rows.planActions.flatMap(({ endedAt, acceptedAt }) => [endedAt, acceptedAt]);
    for (const at of times)
      if (at) expect(Temporal.Instant.compare(instant(at as Date), now)).toBeLessThanOrEqual(0);
  });

  test("a mock in about an hour, an interview tomorrow, and something to review", () => {
    const minutes = rows.mocks.map(
      ({ startsAt }) => (instant(startsAt).epochMilliseconds - now.epochMilliseconds) / 60_000,
    );
    expect(minutes.some((one) => one >= 60 && one <= 75)).toBe(true);
    const due = rows.postMortems.filter(
      ({ finishedAt, reviewedAt, sharing }) => finishedAt && !reviewedAt && sharing !== "only_me",
    );
    expect(due.length).toBeGreaterThanOrEqual(2);
  });
});
