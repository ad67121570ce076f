import { relativeDate } from "#lib/core/format.ts";
import { addDays, compareDates, type PlainDate } from "#lib/core/time.ts";
import type { DueFrom } from "#lib/infra/prisma/enums.ts";
import { dueWords } from "../words.ts";

/** What says when an action is due. Dates are those of its owner's zone. */
export type DueFacts = {
  readonly madeOn: PlainDate;
  /** The default: calendar days, 0 to 365; null where nobody gave one. */
  readonly days: number | null;
  readonly daysFrom: DueFrom | null;
  /** A date that a person gave. */
  readonly dueOn: PlainDate | null;
  /** Whether the candidate does it, before the next interview; what a colleague does has its days alone. */
  readonly isCandidates: boolean;
};

/**
 * When an action is due, counted anew whenever it is read, so that it follows the next interview (product.md, "The plan"):
 * the date that a person gave; else the earlier of its default and the evening before the next interview, `nextOn`, but
 * never before it was made. Null, "before your next interview", where none is known.
 */
export function dueOf(action: DueFacts, nextOn: PlainDate | null): PlainDate | null {
  const { madeOn, days, daysFrom, dueOn, isCandidates } = action;
  if (dueOn) return dueOn;
  if (!isCandidates) return days === null ? null : addDays(madeOn, days);
  if (nextOn === null) return null;
  const evening = addDays(nextOn, -1);
  const usual =
    days === null ? evening : daysFrom === "interview" ? addDays(nextOn, -days) : addDays(madeOn, days);
  const earlier = compareDates(usual, evening) < 0 ? usual : evening;
  return compareDates(earlier, madeOn) < 0 ? madeOn : earlier;
}

/** "today", "by tomorrow", "by Thu 26 Nov", "before your next interview". What is late is for today: nothing counts in red. */
export function dueLabel(due: PlainDate | null, today: PlainDate, isCandidates: boolean): string {
  if (due === null) return isCandidates ? dueWords.undated : dueWords.anyTime;
  return compareDates(due, today) <= 0 ? dueWords.today : dueWords.by(relativeDate(due, today));
}

/** Dated ones first, the soonest on top; else in the order in which they come. */
export function inOrderOfDue<Item extends { due: PlainDate | null }>(
  actions: readonly Item[],
): readonly Item[] {
  return actions.toSorted((a, b) => {
    if (a.due && b.due) return compareDates(a.due, b.due);
    return Number(a.due === null) - Number(b.due === null);
  });
}
