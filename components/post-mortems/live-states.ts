import type { PostMortemDraft } from "#lib/post-mortems/queries/page.ts";
import {
  answersGiven,
  placeAfter,
  type GivenRefusal,
  type NewAnswer,
} from "#lib/post-mortems/rules/given.ts";
import { addressOf, type Place } from "#lib/post-mortems/rules/screens.ts";
import { listFields, readScreen, withAnswers, type SentProblem } from "#lib/post-mortems/rules/sent.ts";
import { postMortemWords, refusalFields } from "#lib/post-mortems/words/form.ts";
import { liveWords } from "#lib/post-mortems/words/live.ts";
import type { FormState } from "#lib/web/form-state.ts";

/** What the form shows: as the server sent it at first, then as it goes on in the browser. */
export type Shown = {
  draft: PostMortemDraft;
  place: Place;
  forms: { first: FormState; second: FormState };
  isStarted: boolean;
  /** Each visit of a screen has a form of its own. */
  visit: number;
};

const fieldOf: Partial<Record<GivenRefusal, string>> = refusalFields;
const problemWords: Record<SentProblem, string> = { ...postMortemWords, one_line: liveWords.oneLine };

type Rows = readonly { readonly field: string; readonly value: string }[];

/**
 * After one screen was sent: what is written down and where that leads, or the same screen with what is to be mended. What
 * was `typed` on it is written down already, and what the screen sends comes on top of it.
 */
export function afterScreen(
  before: Shown,
  typed: Rows,
  data: FormData,
): { answers: readonly NewAnswer[]; next: Shown } {
  const shown = typed.length > 0 ? afterAnswers(before, typed, () => before.place) : before;
  const read = readScreen(data);
  if (!read.ok) {
    const errors = Object.entries(read.problems).map(([name, problem]) => [name, problemWords[problem]]);
    return { answers: [], next: refused(shown, Object.fromEntries(errors), valuesOf(data)) };
  }
  const { given } = read;
  const answers = answersGiven(given, shown.draft.facts);
  if (answers.ok) {
    const next = afterAnswers(shown, answers.value, ({ facts }) => placeAfter(given, facts));
    return { answers: answers.value, next };
  }
  const field = fieldOf[answers.refusal];
  const sentence = postMortemWords[answers.refusal];
  const next = field
    ? refused(shown, { [field]: sentence }, valuesOf(data))
    : refused(shown, {}, valuesOf(data), sentence);
  return { answers: [], next };
}

/** With these answers at a place that they lead to; a place that stays keeps its form, and with it the focus. */
export function afterAnswers(shown: Shown, answers: Rows, placeIn: (draft: PostMortemDraft) => Place): Shown {
  const draft = { ...shown.draft, facts: withAnswers(shown.draft.facts, answers) };
  const next = { ...shown, draft, place: placeIn(draft), isStarted: true };
  return isSamePlace(next, shown)
    ? next
    : { ...next, forms: { first: freshForm(), second: freshForm() }, visit: shown.visit + 1 };
}

export function isSamePlace(one: Shown, other: Shown): boolean {
  return addressOf("", one.place) === addressOf("", other.place);
}

/** The same screen, with what came back to its first form and what is to be mended in it. */
function refused(
  shown: Shown,
  errors: FormState["errors"],
  values: FormState["values"] = {},
  message = liveWords.mend,
): Shown {
  const first = { ...freshForm(), values, errors, message, refusal: "mend" };
  return { ...shown, forms: { first, second: freshForm() }, visit: shown.visit + 1 };
}

/** Where Finish stands, with why it was not taken; what is being typed elsewhere goes along. */
export function finishRefused(shown: Shown, typed: Rows, sentence: string): Shown {
  return refused(
    afterAnswers(shown, typed, () => ({ screen: "sharing" })),
    {},
    {},
    sentence,
  );
}

function freshForm(): FormState {
  return { key: crypto.randomUUID(), values: {}, errors: {}, message: null, refusal: null };
}

function valuesOf(data: FormData): FormState["values"] {
  const texts = (name: string) => data.getAll(name).filter((value) => typeof value === "string");
  const names = [...new Set(data.keys())].filter((name) => name !== "key");
  const isList = (name: string) => listFields.some((field) => field === name);
  return Object.fromEntries(names.map((name) => [name, isList(name) ? texts(name) : (texts(name)[0] ?? "")]));
}
