import { checkText, withPlainLineEnds } from "#lib/core/text.ts";
import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { limits } from "../words/form.ts";
import { isField } from "./answers.ts";
import { decode, encode, fieldNames, fields, questionFields, type Answers, type Field } from "./fields.ts";
import { moves, ratingChoices, type Given, type NewAnswer } from "./given.ts";
import { asideScreens, screenIds } from "./screens.ts";
import type { StepFacts } from "./steps.ts";

/** What is in no shape to be sent: a sentence of the same name says how to mend it. */
export type SentProblem = "not_a_choice" | "too_many" | "too_long" | "not_clean" | "one_line";
type Read = Result<unknown, SentProblem>;

/** Texts of several lines; all others are one. */
const severalLines: readonly string[] = ["surprise", "feedback_words", "keep_line"];

const oneOf = (codes: readonly string[]) => (value: string) =>
  codes.includes(value) ? ok(value) : refuse("not_a_choice");
const number = (codes: readonly string[]) => (value: string) =>
  codes.includes(value) ? ok(Number(value)) : refuse("not_a_choice");
const pressed = (value: string) => (value === "yes" ? ok(true) : refuse("not_a_choice"));

/** What a screen sends beside the fields that it stores as they are. */
const besides: Readonly<Record<string, (value: string) => Read>> = {
  screen: oneOf(screenIds),
  move: oneOf(moves),
  n: number(["1", "2", "3", "4", "5"]),
  asked: readAsked,
  own_question: (value) => readText(value, limits.question, false),
  cannot_recall: pressed,
  rating: oneOf(ratingChoices),
  remove: pressed,
  suggestion: number(["0", "1"]),
  open: oneOf(asideScreens),
  together: pressed,
};

/**
 * One screen of the form as the browser is about to send it. The same as the schema of the door decides, without its
 * weight; tests hold the two together. Refusals stand by field.
 */
export function readScreen(
  form: FormData,
):
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly problems: Readonly<Record<string, SentProblem>> } {
  const given: Record<string, unknown> = {};
  const problems: Record<string, SentProblem> = {};
  for (const name of new Set([...form.keys(), "screen"])) {
    const read = readOne(name, textsOf(form, name));
    if (!read) continue;
    if (read.ok) given[name] = read.value;
    else problems[name] = read.refusal;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, given: given as Given };
}

/** Null for what is no answer: keys, ids, the framework's own. */
function readOne(name: string, texts: readonly string[]): Read | null {
  const beside = besides[name];
  if (!beside && (!isField(name) || name.startsWith("question."))) return null;
  if (isField(name) && fields[name].kind === "choices") return readChoices(name, texts);
  const [value = ""] = texts;
  if (new Set(texts).size > 1) return refuse("not_a_choice");
  if (beside) return beside(value);
  const shape = fields[name as Field];
  if (shape.kind === "text") return readText(value, shape.max, severalLines.includes(name));
  if (shape.kind === "date" || shape.kind === "time")
    return value.trim() === "" ? ok(undefined) : decode(name as Field, value);
  return shape.kind === "choice" ? oneOf(shape.codes)(value) : null;
}

function readChoices(name: Field, texts: readonly string[]): Read {
  const shape = fields[name];
  if (shape.kind !== "choices" || !texts.every((text) => oneOf(shape.codes)(text).ok))
    return refuse("not_a_choice");
  return texts.length > shape.max && shape.max < shape.codes.length ? refuse("too_many") : ok(texts);
}

function readText(value: string, max: number, several: boolean): Read {
  const text = value.trim();
  if (!several && text.includes("\n")) return refuse("one_line");
  const problem = checkText(text, max);
  return problem ? refuse(problem) : ok(text);
}

function readAsked(value: string): Read {
  if (value.length > limits.value) return refuse("too_long");
  const read = decode("question.1", value);
  return read.ok && read.value ? read : refuse("not_a_choice");
}

function textsOf(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((entry) => typeof entry === "string")
    .map(withPlainLineEnds);
}

/** The fields whose form sends a list. */
export const listFields: readonly Field[] = fieldNames.filter((name) => fields[name].kind === "choices");

/**
 * The answer that a control holds while somebody types or ticks in it; null where it is none, or not in shape yet. A
 * typed question stands at the number that its screen kept free.
 */
export function typedAnswer(name: string, form: FormData): NewAnswer | null {
  const [text = ""] = textsOf(form, name).map((one) => one.trim());
  if (name === "own_question") {
    const field = questionFields[Number(textsOf(form, "n")[0] ?? "1") - 1];
    return field ? inShape(field, text === "" ? "" : encode({ text })) : null;
  }
  if (!isField(name)) return null;
  return inShape(name, fields[name].kind === "choices" ? encode(textsOf(form, name) as never) : text);
}

function inShape(field: Field, value: string): NewAnswer | null {
  const read = decode(field, value);
  return read.ok ? { field, value: encode(read.value) } : null;
}

/** What a form knows in the browser. */
export type LiveFacts = StepFacts & {
  readonly touched: ReadonlySet<Field>;
  readonly taxonomy: Taxonomy;
  /** The candidate's. */
  readonly zone: string;
};

/** The same facts once these answers are given, in this order. What cannot be read changes nothing. */
export function withAnswers(
  facts: LiveFacts,
  given: readonly { readonly field: string; readonly value: string }[],
): LiveFacts {
  const answers: Partial<Record<Field, unknown>> = { ...facts.answers };
  const touched = new Set(facts.touched);
  for (const { field, value } of given) {
    if (!isField(field)) continue;
    const read = decode(field, value);
    if (!read.ok) continue;
    touched.add(field);
    if (read.value === null) delete answers[field];
    else answers[field] = read.value;
  }
  return { ...facts, answers: answers as Answers, touched };
}
