import { isQuiet, isQuietTime } from "#lib/core/quiet-hours.ts";
import type { QuietHours } from "#lib/core/quiet-hours.ts";
import {
  addDays,
  addHours,
  addMinutes,
  compare,
  dateIn,
  isAfter,
  isBefore,
  max,
  nextAtWallTime,
  onceAtWallTime,
} from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Outcome } from "#lib/infra/prisma/enums.ts";

/** Minutes from the end of a day's last interview to its prompt, and without a sign of life from whoever writes. */
const promptMinutes = 30;
/** When nudges come, by the candidate's own clocks; at the end of quiet hours that last longer. */
const nine = Temporal.PlainTime.from("09:00");
const morningOf = (quiet: QuietHours) => (isQuietTime(nine, quiet) ? quiet.until : nine);
/** Hours after which a prompt or a nudge that was held up is of no use: a prompt becomes the nudge, a nudge is dropped. */
const usefulHours = { "post_mortem.prompt": 3, "post_mortem.nudge": 12, "post_mortem.rest": 12 } as const;
/** Hours of rest after "That is enough for today", before the other half is offered. */
const restHours = 8;

export type PromptKind = "post_mortem.prompt" | "post_mortem.nudge";
export type Prompt = { readonly kind: PromptKind; readonly at: Instant };

/**
 * When a candidate is asked to write about the interviews of one day of theirs (product.md, "After an interview"): 30
 * minutes after the end of the last, then once more at 09:00 the next morning; in quiet hours only at the first 09:00
 * after. `day` holds the interviews whose ends lie on one date of `zone`, without those that were withdrawn.
 */
export function promptsFor(
  day: readonly { readonly endsAt: Instant }[],
  zone: string,
  quiet: QuietHours,
): readonly Prompt[] {
  const [first, ...others] = day.map(({ endsAt }) => endsAt);
  if (!first) return [];
  const at = addMinutes(max(first, ...others), promptMinutes);
  const morning = morningOf(quiet);
  if (isQuiet(at, zone, quiet)) return [{ kind: "post_mortem.nudge", at: nextAtWallTime(at, morning, zone) }];
  const next = onceAtWallTime(addDays(dateIn(at, zone), 1), morning, zone);
  return [
    { kind: "post_mortem.prompt", at },
    { kind: "post_mortem.nudge", at: next },
  ];
}

/** What decides whether an interview is asked about. */
export type AskedInterview = {
  readonly id: string;
  readonly endsAt: Instant;
  readonly loggedAt: Instant;
  readonly outcome: Outcome;
  readonly postMortem: {
    readonly finishedAt: Instant | null;
    readonly enoughAt: Instant | null;
    /** When it was started, or the latest answer was written. */
    readonly activeAt: Instant;
  } | null;
};

/** What makes one asking that asking, and no other: another end of the interview is asked about anew. */
export function promptKey(
  kind: PromptKind,
  { id, endsAt }: { readonly id: string; readonly endsAt: Instant },
): readonly string[] {
  return [kind, id, String(endsAt.epochMilliseconds)];
}

/** Why an interview is not asked about; null where it is. `writing`: a sign of life within the last 30 minutes. */
export function whyNotAsked(
  { outcome, postMortem, loggedAt }: AskedInterview,
  now: Instant,
): "withdrawn" | "written" | "writing" | null {
  if (outcome === "withdrawn") return "withdrawn";
  if (postMortem && (postMortem.finishedAt ?? postMortem.enoughAt)) return "written";
  const activeAt = postMortem ? max(postMortem.activeAt, loggedAt) : loggedAt;
  return isAfter(activeAt, addMinutes(now, -promptMinutes)) ? "writing" : null;
}

/** Whether it is time for it, and not too late. */
export function isTimeFor(
  { kind, at }: { readonly kind: keyof typeof usefulHours; readonly at: Instant },
  now: Instant,
): boolean {
  return !isBefore(now, at) && isBefore(now, addHours(at, usefulHours[kind]));
}

/**
 * What one candidate is due now: at most one prompt a day, and one nudge a morning that names everything (product.md,
 * "Mail"), each with its interviews, the latest first. What was logged after its nudge's time is not asked about.
 */
export function duePrompts<Interview extends AskedInterview>(
  interviews: readonly Interview[],
  zone: string,
  quiet: QuietHours,
  now: Instant,
): (Prompt & { readonly interviews: readonly Interview[] })[] {
  const due = daysOf(interviews, zone).flatMap((day) =>
    promptsFor(day, zone, quiet)
      .filter((prompt) => isTimeFor(prompt, now))
      .flatMap((prompt) =>
        day
          .filter((one) => whyNotAsked(one, now) === null && !isAfter(one.loggedAt, prompt.at))
          .map((interview) => ({ prompt, interview })),
      ),
  );
  const mails = Map.groupBy(due, ({ prompt }) => `${prompt.kind} ${prompt.at.toString()}`);
  return [...mails.values()].flatMap((named) => {
    const [first] = named;
    const latest = named.map(({ interview }) => interview).toSorted((a, b) => compare(b.endsAt, a.endsAt));
    return first ? [{ ...first.prompt, interviews: latest }] : [];
  });
}

/** The interviews whose nudge belongs to the morning that is now, whether they are still asked about or not. */
export function nudgedNow<Interview extends AskedInterview>(
  interviews: readonly Interview[],
  zone: string,
  quiet: QuietHours,
  now: Instant,
): Interview[] {
  const days = daysOf(interviews, zone);
  return days
    .filter((day) =>
      promptsFor(day, zone, quiet).some((one) => one.kind === "post_mortem.nudge" && isTimeFor(one, now)),
    )
    .flat();
}

/** By the date on which they ended, without those that were withdrawn. */
function daysOf<Interview extends AskedInterview>(
  interviews: readonly Interview[],
  zone: string,
): Interview[][] {
  const counted = interviews.filter(({ outcome }) => outcome !== "withdrawn");
  return [...Map.groupBy(counted, ({ endsAt }) => dateIn(endsAt, zone).toString()).values()];
}

type Others = readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];

/**
 * When the other half of a post-mortem that was "enough for today" is offered: the first 09:00 at least eight hours later,
 * on no day of another interview (product.md, very low). `others` are the candidate's other interviews, without those that
 * were withdrawn.
 */
export function restAt(enoughAt: Instant, others: Others, zone: string, quiet: QuietHours): Instant {
  const taken = datesOf(others, zone);
  const morning = morningOf(quiet);
  let at = nextAtWallTime(addHours(enoughAt, restHours), morning, zone);
  while (taken.has(dateIn(at, zone).toString()))
    at = onceAtWallTime(addDays(dateIn(at, zone), 1), morning, zone);
  return at;
}

/** Whether Home may put the other half forward: its 09:00 has come, and today is no day of another interview. */
export function isRestOffered(
  enoughAt: Instant,
  others: Others,
  { zone, quiet }: { readonly zone: string; readonly quiet: QuietHours },
  now: Instant,
): boolean {
  return (
    !isBefore(now, restAt(enoughAt, others, zone, quiet)) &&
    !datesOf(others, zone).has(dateIn(now, zone).toString())
  );
}

function datesOf(others: Others, zone: string): ReadonlySet<string> {
  return new Set(
    others.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt].map((at) => dateIn(at, zone).toString())),
  );
}
