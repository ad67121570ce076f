import { causeOf, type CauseAction, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { minutesBetween, type Instant } from "#lib/core/time.ts";
import type {
  ActionEffort,
  ActionKind,
  ApplicationSource,
  CauseCode,
  Outcome,
} from "#lib/infra/prisma/enums.ts";
import type { Policies } from "#lib/settings/rules.ts";
import { ownActionTexts, planLimits } from "../words.ts";

/** What the plan is made of. Everything else that a post-mortem says leaves it as it is. */
export type PlanFacts = {
  /** The version that the post-mortem was begun with. */
  readonly taxonomy: Taxonomy;
  /** The candidate's choice of causes; null where there is none. */
  readonly opinion: { readonly primary: CauseCode; readonly contributing: readonly CauseCode[] } | null;
  readonly outcome: Outcome;
  /** Whether the interview ended no more than a day ago. */
  readonly isWithinADay: boolean;
  /** Whether the candidate has a promise open. */
  readonly hasPromise: boolean;
  /** Whether a counselor can see it: there is one, and it is shared. */
  readonly isShared: boolean;
  /** Who found the interview: only where the agency arranged it is there a client with whom to check. */
  readonly source: ApplicationSource;
  /** What the counselor has added before, by code; null for own words. */
  readonly added: readonly (string | null)[];
  readonly now: Instant;
  readonly policies: Pick<Policies, "noticeHours">;
  /** When the next interview starts; null where none is known. */
  readonly nextStartsAt: Instant | null;
};

export type PlannedAction = Omit<CauseAction, "isOn"> & {
  /** What it is for, the main cause first. */
  readonly causes: readonly CauseCode[];
  readonly owner: "candidate" | "counselor";
  /** The version that made it. */
  readonly taxonomyNumber: number;
};

/** Actions that the plan adds itself. */
export const ownCodes = {
  draftRoughest: "draft_roughest",
  sayPromise: "say_promise",
  checkWithClient: "check_with_client",
};

const HOUR = 60;
/** Minutes until the next interview under which only the pocket sheet is planned. */
const SHEET_ONLY = 3 * HOUR;

const efforts: Readonly<Record<Exclude<ActionEffort, "session">, number>> = {
  sheet_line: 15,
  draft: HOUR,
  with_somebody: 12 * HOUR,
};

/**
 * Minutes that doing it takes, counted back from the start of the next interview (product.md, "The plan"). A session needs
 * the agency's notice, its length, and must end three hours before. With product.md's notice all fit from 72 hours on.
 */
export function minutesNeeded(effort: ActionEffort, { noticeHours }: PlanFacts["policies"]): number {
  return effort === "session" ? noticeHours * HOUR + 45 + 3 * HOUR : efforts[effort];
}

/**
 * The plan of one post-mortem, at most three actions (product.md, "The plan"): of what fits before the next interview the
 * primary's first two, then the first of each contributing cause, merged where two are the same; then skill and confidence
 * are both seen to. None after an offer. What was decided elsewhere is the counselor's to check, and nobody else's.
 */
export function planFor(facts: PlanFacts): readonly PlannedAction[] {
  const { opinion, outcome, taxonomy } = facts;
  if (opinion === null || outcome === "offer") return [];
  const of = (cause: CauseCode) => fitting(cause, facts).map((action) => planned(action, cause, taxonomy));
  const chosen = [
    ...of(opinion.primary).slice(0, 2),
    ...opinion.contributing.flatMap((cause) => of(cause).slice(0, 1)),
  ];
  const room = Math.max(planLimits.open - facts.added.length, 0);
  const kept = merged(chosen)
    .filter(({ code }) => !facts.added.includes(code))
    .slice(0, room);
  const own = kept.filter(({ owner }) => owner === "candidate");
  const limited = isSheetOnly(facts) ? own.slice(0, 1) : balanced(own, facts);
  return [...limited, ...kept.filter(({ owner }) => owner === "counselor")];
}

/** Each is about one interview and its people, so that of the next interview is another one. */
const ofOneInterview: readonly string[] = ["thank_you", ownCodes.checkWithClient];

/** Which of the candidate's open actions of earlier post-mortems go on in this plan: those with the code of one of its own. */
export function carriedInto<Open extends { readonly code: string | null }>(
  plan: readonly PlannedAction[],
  open: readonly Open[],
): readonly Open[] {
  const codes = plan.map(({ code }) => code).filter((code) => !ofOneInterview.includes(code));
  return open.filter(({ code }) => code !== null && codes.includes(code));
}

type Source = Omit<CauseAction, "isOn"> & { readonly owner: PlannedAction["owner"] };

/** What can be done about a cause before the next interview, in the order of the table. */
function fitting(cause: CauseCode, facts: PlanFacts): readonly Source[] {
  if (cause === "UNSURE") return [];
  if (cause === "OUTSIDE") return isToCheck(facts) ? [checkWithClient] : [];
  return causeOf(facts.taxonomy, cause)
    .actions.filter((action) => action.isOn && fits(action.effort, facts) && isInTime(action.code, facts))
    .map(({ isOn: _isOn, ...action }) => ({ ...action, owner: "candidate" }));
}

/** Somebody else's business, unless the client is the agency's and a colleague may know of it. */
function isToCheck({ isShared, source }: PlanFacts): boolean {
  return isShared && source === "agency";
}

function fits(effort: ActionEffort, { now, nextStartsAt, policies }: PlanFacts): boolean {
  if (nextStartsAt === null) return true;
  const left = minutesBetween(now, nextStartsAt);
  return left >= minutesNeeded(effort, policies) && (left >= SHEET_ONLY || effort === "sheet_line");
}

function isSheetOnly({ now, nextStartsAt }: PlanFacts): boolean {
  return nextStartsAt !== null && minutesBetween(now, nextStartsAt) < SHEET_ONLY;
}

/** A thank-you is for the day after, while they are still deciding. */
function isInTime(code: string, { outcome, isWithinADay }: PlanFacts): boolean {
  return code !== "thank_you" || (outcome === "waiting" && isWithinADay);
}

function planned(action: Source, cause: CauseCode, taxonomy: Taxonomy): PlannedAction {
  return { ...action, causes: [cause], taxonomyNumber: taxonomy.number };
}

/** Each code once, where it stood first and as it was worded there, for the causes of both. */
function merged(actions: readonly PlannedAction[]): readonly PlannedAction[] {
  const first = actions.filter(({ code }, at) => actions.findIndex((one) => one.code === code) === at);
  return first.map((action) => {
    const same = actions.filter(({ code }) => code === action.code);
    return { ...action, causes: [...new Set(same.flatMap(({ causes }) => causes))] };
  });
}

/**
 * With two or more, skill and confidence are both in it: where one is missing, the last practical one, else the last,
 * gives way. One after the other they never meet: after the first there is still a practical one before it, or none of
 * the second kind was missing.
 */
function balanced(actions: readonly PlannedAction[], { hasPromise }: PlanFacts): readonly PlannedAction[] {
  if (actions.length < 2) return actions;
  const withSkill = seesTo(actions, "skill") ? actions : lastBecomes(actions, draftRoughest);
  return seesTo(withSkill, "confidence") ? withSkill : lastBecomes(withSkill, sayAloud(hasPromise));
}

function seesTo(actions: readonly PlannedAction[], kind: ActionKind): boolean {
  return actions.some((action) => action.kind === kind || action.kind === "both");
}

function lastBecomes(actions: readonly PlannedAction[], other: Source): readonly PlannedAction[] {
  const practical = actions.findLastIndex(({ kind }) => kind === "practical");
  const at = practical === -1 ? actions.length - 1 : practical;
  return actions.map((action, index) => (index === at ? { ...action, ...other } : action));
}

const draftRoughest: Source = {
  code: ownCodes.draftRoughest,
  text: ownActionTexts.draftRoughest,
  kind: "skill",
  effort: "draft",
  days: 4,
  daysFrom: "making",
  owner: "candidate",
};

/** The same effort as a draft: saying it to whoever is near is no rehearsal that has to be arranged. */
function sayAloud(hasPromise: boolean): Source {
  return {
    code: ownCodes.sayPromise,
    text: hasPromise ? ownActionTexts.sayPromise : ownActionTexts.sayBestAnswer,
    kind: "confidence",
    effort: "draft",
    days: 3,
    daysFrom: "making",
    owner: "candidate",
  };
}

const checkWithClient: Source = {
  code: ownCodes.checkWithClient,
  text: ownActionTexts.checkWithClient,
  kind: "practical",
  effort: "draft",
  days: 2,
  daysFrom: "making",
  owner: "counselor",
};
