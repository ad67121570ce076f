import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { keepForm } from "#lib/accounts/commands/sessions.ts";
import type { Result } from "#lib/core/result.ts";
import { isCleanText } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { environment } from "#lib/infra/env.ts";
import { newId } from "#lib/infra/hash.ts";
import type { CommonRefusal } from "#lib/infra/transact.ts";
import { actions, mayEnter } from "#lib/web/access.ts";
import type { ActionName } from "#lib/web/access.ts";
import { decodeForm, withFileAsText } from "#lib/web/decode.ts";
import type { FormState, FormValues } from "#lib/web/form-state.ts";
import { comesFromUs } from "#lib/web/guard.ts";
import { allows } from "#lib/web/rate-limit.ts";
import { anySession, currentSession, expiredSession, requestPath, wayIn } from "#lib/web/session.ts";

/** Sentences for what any write can answer; a feature's own words come before them. */
export const commonWords: Readonly<
  Record<CommonRefusal | "not_found" | "elsewhere" | "too_many" | "mend", string>
> = {
  already_saved: "This was already saved. What you see now is how it stands.",
  busy: "There is a lot going on right now, and this was not saved. Please try again in a moment.",
  signed_out: "You are signed out. Sign in again to go on.",
  bad_input: "Something in this form cannot be read. Please check it and send it again.",
  not_found: "That is not here, or not any more.",
  elsewhere:
    "This form did not come from Debrief, so nothing was saved. Open the page again and send it from there.",
  too_many: "That was a lot in a short time. Please wait a few minutes.",
  mend: "Please mend what is marked below. Everything that you typed is still here.",
};

type Sentences<Refusal extends string> = Readonly<
  Record<Exclude<Refusal, CommonRefusal | "not_found">, string>
>;

type Spec<Actor, Schema extends z.ZodObject, Value, Refusal extends string> = {
  /** The row of the access table. */
  as: ActionName;
  schema: Schema;
  run: (actor: Actor, input: z.output<Schema>, now: Temporal.Instant) => Promise<Result<Value, Refusal>>;
  /** A function where sentences say figures that the agency sets. */
  words: Sentences<Refusal> | (() => Promise<Sentences<Refusal>>);
  /** The field at which a refusal stands, where it is about one. */
  at?: Partial<Record<Refusal, keyof z.output<Schema> & string>>;
  /** Fields that are never given back to the page or kept. */
  secrets?: readonly (keyof z.output<Schema> & string)[];
  /** The field in which a file may come: the schema reads its bytes in base64, and they are never given back or kept. */
  file?: keyof z.output<Schema> & string;
  /** Also for staff whose session has not passed the second factor: to pass it, and to sign out. */
  unverified?: true;
  /** Where to go afterwards; null stays on the page and shows it as it is now. */
  done: (value: Value, input: z.output<Schema>) => string | null | Promise<string | null>;
};

type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/**
 * The door of a signed-in person's form: checks where the request comes from, session, access, rate and form; supplies `now`;
 * runs; turns refusals into words. Typed values come back, secrets never. Works without script.
 */
export function formAction<Schema extends z.ZodObject, Value, Refusal extends string>(
  spec: Spec<Viewer, Schema, Value, Refusal>,
): FormAction {
  return async (_previous, data) => {
    const form = readForm(spec, spec.file ? await withFileAsText(data, spec.file) : data);
    if (!(await isOurs())) return form.answer("elsewhere");
    const current = spec.unverified ? await anySession() : await currentSession();
    if (!current) return leaveForSignIn(spec.as, form.values);
    if (!mayEnter(actions[spec.as], current.viewer.role)) return form.answer("not_found");
    if (!(await allows("writes", current.viewer.personId))) return form.answer("too_many");
    return perform(spec, form, current.viewer);
  };
}

/** The same door for whoever is not signed in. What it does must be safe for anybody. */
export function openFormAction<Schema extends z.ZodObject, Value, Refusal extends string>(
  spec: Spec<null, Schema, Value, Refusal>,
): FormAction {
  return async (_previous, data) => {
    const form = readForm(spec, data);
    if (!(await isOurs())) return form.answer("elsewhere");
    return perform(spec, form, null);
  };
}

async function perform<Actor, Schema extends z.ZodObject, Value, Refusal extends string>(
  spec: Spec<Actor, Schema, Value, Refusal>,
  form: ReadForm,
  actor: Actor,
): Promise<FormState> {
  const parsed = form.parse();
  if (!parsed.ok) return form.mend(parsed.errors);
  const answer = await spec.run(actor, parsed.input as z.output<Schema>, now());
  if (!answer.ok) {
    refresh();
    if (answer.refusal === "signed_out") return leaveForSignIn(spec.as, {});
    const words = typeof spec.words === "function" ? await spec.words() : spec.words;
    const sentence = sentenceFor(words, answer.refusal);
    const field = spec.at?.[answer.refusal];
    return field ? form.mend({ [field]: sentence }) : form.answer(answer.refusal, sentence);
  }
  const next = await spec.done(answer.value, parsed.input as z.output<Schema>);
  if (next !== null) redirect(next);
  refresh();
  return { key: newId(), values: {}, errors: {}, message: null, refusal: null };
}

type ReadForm = {
  values: FormValues;
  parse: () => { ok: true; input: unknown } | { ok: false; errors: Record<string, string> };
  answer: (refusal: string, sentence?: string) => FormState;
  mend: (errors: Record<string, string>) => FormState;
};

function readForm(
  spec: { schema: z.ZodObject; secrets?: readonly string[]; file?: string },
  data: unknown,
): ReadForm {
  const { values, doubled } =
    data instanceof FormData ? decodeForm(data, listsOf(spec.schema)) : { values: {}, doubled: ["form"] };
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(spec.schema.shape, name));
  const back = Object.fromEntries(
    known.filter(([name]) => name !== "key" && name !== spec.file && !spec.secrets?.includes(name)),
  );
  const state = (rest: Pick<FormState, "errors" | "message" | "refusal">): FormState => ({
    key: newId(),
    values: back,
    ...rest,
  });
  return {
    values: back,
    parse() {
      if (doubled.length > 0)
        return {
          ok: false,
          errors: Object.fromEntries(doubled.map((name) => [name, commonWords.bad_input])),
        };
      const result = spec.schema.safeParse(values);
      if (result.success) return { ok: true, input: result.data };
      const errors: Record<string, string> = {};
      for (const issue of result.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
      return { ok: false, errors };
    },
    answer: (refusal, sentence) =>
      state({ errors: {}, message: sentence ?? sentenceFor({}, refusal), refusal }),
    mend: (errors) => state({ errors, message: commonWords.mend, refusal: "mend" }),
  };
}

/** The fields of a schema that are lists, whatever is wrapped around them. */
function listsOf(schema: z.ZodObject): Set<string> {
  const isList = (field: unknown): boolean =>
    field instanceof z.ZodArray ||
    ((field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodNullable) &&
      isList(field.unwrap())) ||
    (field instanceof z.ZodPipe && isList(field.in));
  return new Set(
    Object.entries(schema.shape)
      .filter(([, field]) => isList(field))
      .map(([name]) => name),
  );
}

function sentenceFor(words: Readonly<Record<string, string>>, refusal: string): string {
  return (
    words[refusal] ?? (commonWords as Readonly<Record<string, string>>)[refusal] ?? commonWords.bad_input
  );
}

/**
 * Keeps what was typed if the session merely ran out, or was not asked for a second factor when the form was opened; then asks
 * for that and to come back to the same page.
 */
async function leaveForSignIn(as: ActionName, values: FormValues): Promise<never> {
  const path = await requestPath();
  const { personId, to } = await wayIn();
  const person = personId ?? (await expiredSession())?.person.id;
  if (!person || !path || !isWorthKeeping(path, values)) redirect(to(path));
  if (!(await allows("writes", person))) redirect(to(path));
  await keepForm(person, path, { ...values, form: as }, now());
  redirect(to(`${path}${path.includes("?") ? "&" : "?"}kept=1`));
}

/** Something was typed, and it is what a form could hold: clean text, no more than a page can show. */
function isWorthKeeping(path: string, values: FormValues): boolean {
  const texts = Object.values(values).flat();
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  return path.length <= 480 && texts.length > 0 && size <= 20_000 && texts.every(isCleanText);
}

async function isOurs(): Promise<boolean> {
  const sent = await headers();
  return comesFromUs({
    method: "POST",
    secFetchSite: sent.get("sec-fetch-site"),
    origin: sent.get("origin"),
    ours: environment().ORIGIN,
  });
}

type EndpointSpec<Schema extends z.ZodType, Value, Refusal extends string> = {
  schema: Schema;
  run: (actor: Viewer, input: z.output<Schema>, now: Temporal.Instant) => Promise<Result<Value, Refusal>>;
  words: Sentences<Refusal>;
  /** Whose it says it is: with a session of somebody else it is answered as without one, and the device keeps it. */
  from?: (input: z.output<Schema>) => string | undefined;
};

const statusOf: Readonly<Record<string, number>> = {
  not_found: 404,
  busy: 503,
  signed_out: 401,
  bad_input: 422,
};

/** The same door for what a device sends later, as JSON: 401 signed out, 403 from elsewhere, 404, 409 a rule's no, 422, 429, 503. */
export function endpoint<Schema extends z.ZodType, Value, Refusal extends string>(
  spec: EndpointSpec<Schema, Value, Refusal>,
) {
  return async (body: unknown): Promise<Response> => {
    if (!(await isOurs())) return no("elsewhere", 403);
    const current = await currentSession();
    if (!current) return no("signed_out", 401);
    if (!(await allows("writes", current.viewer.personId))) return no("too_many", 429);
    const parsed = spec.schema.safeParse(body);
    if (!parsed.success) return no("bad_input", 422);
    const sender = spec.from?.(parsed.data) ?? current.viewer.personId;
    if (sender !== current.viewer.personId) return no("signed_out", 401);
    const answer = await spec.run(current.viewer, parsed.data, now());
    if (!answer.ok)
      return no(answer.refusal, statusOf[answer.refusal] ?? 409, sentenceFor(spec.words, answer.refusal));
    return Response.json({ ok: true }, { headers: { "Cache-Control": "private, no-store" } });
  };
}

function no(refusal: string, status: number, sentence = sentenceFor({}, refusal)): Response {
  const headers: Record<string, string> = { "Cache-Control": "private, no-store" };
  if (status === 503) headers["Retry-After"] = "2";
  return Response.json({ ok: false, refusal, sentence }, { status, headers });
}
