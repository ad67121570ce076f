import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import {
  addHours,
  addMinutes,
  atWallTime,
  compare,
  isAfter,
  isBefore,
  minutesBetween,
} from "#lib/core/time.ts";
import type { Instant, PlainDate, PlainTime } from "#lib/core/time.ts";
import type { InterviewFormat, Outcome, OutcomeReason, Role } from "#lib/infra/prisma/enums.ts";

/** Minutes of an interview whose length nobody gave (product.md, "The words"). */
export const usualMinutes: Readonly<Record<InterviewFormat, number>> = { phone: 30, video: 60, on_site: 90 };

/** A name as names are compared: NFKC, lower case, single spaces. */
export function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}

/** Asked for when needed: a browser that reads this file may know no `Temporal`. */
const earliest = () => Temporal.Instant.from("2000-01-01T00:00Z");
const latest = () => Temporal.Instant.from("2100-01-01T00:00Z");

export type WhenTyped = {
  /** Whether the typed date and time are its start or its end. */
  moment: "start" | "end";
  date: PlainDate;
  time: PlainTime;
  zone: string;
  /** Null takes the usual length of the format. */
  minutes: number | null;
  format: InterviewFormat;
};

/** Where an interview stands in time; the end is exclusive. */
export type Span = { startsAt: Instant; endsAt: Instant };

/**
 * From wall time as somebody typed it to the interview's span. Of a time that clocks show twice the earlier one is taken;
 * one that does not exist is refused with `no_such_time`. An end must not lie in the future (`not_over`); all of it must
 * lie in the years 2000 to 2099 (`out_of_range`).
 */
export function decideSpan(
  typed: WhenTyped,
  now: Instant,
): Result<Span, "no_such_time" | "not_over" | "out_of_range"> {
  const at = atWallTime(typed.date, typed.time, typed.zone);
  if (at === undefined) return refuse("no_such_time");
  const minutes = typed.minutes ?? usualMinutes[typed.format];
  const startsAt = typed.moment === "start" ? at : addMinutes(at, -minutes);
  const endsAt = addMinutes(startsAt, minutes);
  if (isBefore(startsAt, earliest()) || !isBefore(endsAt, latest())) return refuse("out_of_range");
  if (typed.moment === "end" && isAfter(endsAt, now)) return refuse("not_over");
  return ok({ startsAt, endsAt });
}

/**
 * The span of a corrected interview. If date and time still read as before, its start stays the very same moment, also
 * where clocks show that time twice.
 */
export function decideCorrection(
  typed: WhenTyped,
  before: Span,
  now: Instant,
): ReturnType<typeof decideSpan> {
  const wall = before.startsAt.toZonedDateTimeISO(typed.zone);
  const isSame =
    wall.toPlainDate().equals(typed.date) && wall.toPlainTime().round("minute").equals(typed.time);
  if (!isSame) return decideSpan(typed, now);
  return ok({
    startsAt: before.startsAt,
    endsAt: addMinutes(before.startsAt, typed.minutes ?? lengthOf(before)),
  });
}

/** Length in minutes. */
export function lengthOf({ startsAt, endsAt }: Span): number {
  return Math.round(minutesBetween(startsAt, endsAt));
}

/** Where clocks show the time of this moment twice on that day, which of the two it is; else null. */
export function ofTwo(instant: Instant, zone: string): "earlier" | "later" | null {
  const zoned = instant.toZonedDateTimeISO(zone);
  const wall = zoned.toPlainDateTime();
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (first.equals(second)) return null;
  return zoned.equals(first) ? "earlier" : "later";
}

/** `over` from its very end on. */
export function phaseOf({ startsAt, endsAt }: Span, now: Instant): "coming" | "on" | "over" {
  if (isBefore(now, startsAt)) return "coming";
  return isBefore(now, endsAt) ? "on" : "over";
}

export type PostMortemFacts = { finishedAt: Instant | null; reviewedAt: Instant | null } | null;

/** How far the post-mortem of an interview is. */
export function postMortemState(postMortem: PostMortemFacts): "none" | "started" | "finished" | "reviewed" {
  if (postMortem === null) return "none";
  if (postMortem.finishedAt === null) return "started";
  return postMortem.reviewedAt === null ? "finished" : "reviewed";
}

/** They want to talk again, or to hire: ends that ask for less, and for no review. */
export const goodNews: readonly Outcome[] = ["next_round", "offer"];

export function isGoodNews(outcome: Outcome): boolean {
  return goodNews.includes(outcome);
}

/** Over, nothing written, and not withdrawn: the list makes it stand out. */
export function wantsPostMortem(
  interview: Span & { outcome: Outcome; postMortem: PostMortemFacts },
  now: Instant,
): boolean {
  return (
    phaseOf(interview, now) === "over" && interview.postMortem === null && interview.outcome !== "withdrawn"
  );
}

/** Over, and the answer is not known: Home asks. */
export function waitsForAnswer(interview: Span & { outcome: Outcome }, now: Instant): boolean {
  return phaseOf(interview, now) === "over" && interview.outcome === "waiting";
}

/** Days without news after which Home asks once (product.md, "After an interview, and after the answer"). */
const silentDays = 14;

/** Whether Home asks "Heard anything?": it is long over, still waiting, and the question was never answered. */
export function asksHeardAnything(
  interview: Span & { outcome: Outcome; notHeardAt: Instant | null },
  now: Instant,
): boolean {
  if (!waitsForAnswer(interview, now) || interview.notHeardAt !== null) return false;
  return !isBefore(now, addHours(interview.endsAt, 24 * silentDays));
}

/**
 * Where somebody goes on who has said how it ended: the candidate after a no or no reply to the short path, which asks for
 * the reason too; staff after a no without a reason to the question for it; else back to the interview.
 */
export function afterOutcome(
  role: Role,
  said: { interview: string; outcome: Outcome; reason?: OutcomeReason | undefined },
): string {
  const page = `/interviews/${said.interview}`;
  const isNo = said.outcome === "rejected";
  if (role === "candidate") {
    return isNo || said.outcome === "no_reply" ? `${page}/heard-back` : `${page}?done=outcome`;
  }
  return isNo && said.reason === undefined ? `${page}/outcome?reason` : `${page}?done=outcome`;
}

/**
 * Applications as the list shows them: those with an interview that is on or to come first, the next one on top; then the
 * others, the latest on top. Rounds count from 1 in the order of their start; the list's newest round stands first.
 */
export function inListOrder<Item extends { rounds: readonly (Span & { id: string })[] }>(
  applications: readonly Item[],
  now: Instant,
) {
  return applications
    .map(({ rounds, ...rest }) => ({
      ...rest,
      rounds: numbered<Item["rounds"][number]>(rounds).toReversed(),
    }))
    .toSorted((a, b) => {
      const [nextA, nextB] = [nextStart(a.rounds, now), nextStart(b.rounds, now)];
      if (nextA && nextB) return compare(nextA, nextB);
      if (nextA || nextB) return nextA ? -1 : 1;
      return compare(lastStart(b.rounds), lastStart(a.rounds));
    });
}

/** Each with its round, from 1, in the order of their start. */
export function numbered<Round extends Span & { id: string }>(
  rounds: readonly Round[],
): (Round & { round: number })[] {
  return rounds
    .toSorted((a, b) => compare(a.startsAt, b.startsAt) || (a.id < b.id ? -1 : 1))
    .map((round, index) => ({ ...round, round: index + 1 }));
}

function nextStart(rounds: readonly Span[], now: Instant): Instant | undefined {
  const ahead = rounds.filter((round) => phaseOf(round, now) !== "over").map((round) => round.startsAt);
  return ahead.toSorted(compare)[0];
}

function lastStart(rounds: readonly Span[]): Instant {
  return (
    rounds
      .map((round) => round.startsAt)
      .toSorted(compare)
      .at(-1) ?? earliest()
  );
}
