import { formatLabels, outcomeLabels, reasonLabels } from "#lib/interviews/words.ts";
import { dimensionWords, levelLabels, notSure } from "../words/dimensions.ts";
import {
  formWords,
  moodLabels,
  promiseAnswerLabels,
  promiseNextLabels,
  ratingChoiceLabels,
  sharingWords,
  signalLabels,
} from "../words/form.ts";
import { unsentWords } from "../words/live.ts";
import { callWords } from "../words/news.ts";
import { feedbackWishLabels, feedbackWords, nextRoundWords } from "../words/rest.ts";
import { titles } from "../words/titles.ts";
import { isField } from "./answers.ts";
import { decode, fields, ratingFields, type AskedQuestion, type Field } from "./fields.ts";
import { dimensionOf } from "./ratings.ts";
import { fieldsOf, screenIds } from "./screens.ts";

/** The causes of the taxonomy by name; those that are off too. */
export type CauseNames = readonly { readonly code: string; readonly name: string }[];

type Labels = Readonly<Record<string, string>>;

const labelled = (labels: Readonly<Record<string, { readonly label: string }>>): Labels =>
  Object.fromEntries(Object.entries(labels).map(([code, { label }]) => [code, label]));

const levels: Labels = { ...levelLabels, not_sure: notSure };

/** What each code of a field is called on its screen. Causes have their names from the taxonomy. */
const labels: { readonly [F in Field]?: Labels } = {
  mood: moodLabels,
  news_mood: moodLabels,
  outcome: outcomeLabels,
  outcome_reason: reasonLabels,
  promise_answer: promiseAnswerLabels,
  promise_next: promiseNextLabels,
  signals: signalLabels,
  sharing: labelled(sharingWords),
  feedback_wish: labelled(feedbackWishLabels),
  next_format: formatLabels,
  cannot_recall: { true: formWords.cannotRecall, false: unsentWords.nothing },
  together: { true: callWords.together, false: unsentWords.apart },
  ...Object.fromEntries(ratingFields.map((field) => [field, levels])),
};

/** What a field is called where its screen asks for more than one. */
const names: { readonly [F in Field]?: string } = {
  surprise: formWords.surpriseLabel,
  feedback_from: feedbackWords.from,
  promise_if: formWords.promiseIf,
  promise_then: formWords.promiseThen,
  next_date: nextRoundWords.date,
  next_time: nextRoundWords.time,
  next_format: nextRoundWords.format,
  ...Object.fromEntries(ratingFields.map((field) => [field, dimensionWords[dimensionOf(field)].label])),
};

/**
 * An answer that no server took, in the words of its screen: what was asked, and what somebody typed or chose. A code is
 * never shown; what another version of the form wrote is shown if it is text, and named as such if it is not.
 */
export function unsentIn(
  { field, value }: { readonly field: string; readonly value: string },
  causes: CauseNames,
): { title: string; answer: string } {
  if (!isField(field)) return { title: unsentWords.answer, answer: textIn(value) };
  return { title: titleOf(field), answer: answerIn(field, value, causes) };
}

function titleOf(field: Field): string {
  const screen = screenIds.find((id) => fieldsOf(id).includes(field)) ?? "questions";
  return names[field] ?? titles[screen].title;
}

function answerIn(field: Field, stored: string, causes: CauseNames): string {
  const read = decode(field, stored);
  if (!read.ok) return fields[field].kind === "text" ? stored : textIn(stored);
  const { value } = read;
  if (value === null) return unsentWords.nothing;
  if (typeof value === "object" && "text" in value) return questionIn(value);
  const { kind } = fields[field];
  if (kind === "text" || kind === "date" || kind === "time") return String(value);
  const nameOf = (code: string) =>
    labels[field]?.[code] ?? causes.find((cause) => cause.code === code)?.name ?? unsentWords.unreadable;
  const chosen = [value].flat().map((code) => nameOf(String(code)));
  return chosen.length > 0 ? chosen.join(", ") : unsentWords.nothing;
}

function questionIn({ text, rating, knewIt }: AskedQuestion): string {
  if (rating === undefined) return text;
  const choice = rating === "blank" && knewIt ? "blank_knew_it" : rating;
  return `${text} (${ratingChoiceLabels[choice].label})`;
}

/** Words as somebody typed them, of a question too; codes and flags are one word each, or lists of such. */
function textIn(stored: string): string {
  const inQuestion = /"text":("(?:[^"\\]|\\.)*")/u.exec(stored)?.[1];
  if (inQuestion !== undefined) return String(JSON.parse(inQuestion));
  return /\s/u.test(stored.trim()) && !/^[[{]/u.test(stored) ? stored : unsentWords.unreadable;
}
