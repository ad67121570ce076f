/**
 * The two answers of a rule or a command: a value, or a refusal that the
 * feature's words turn into a sentence. A refusal is expected; a bug throws.
 */
export type Result<Value, Refusal extends string = string> = Ok<Value> | Refused<Refusal>;

export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Refusal extends string> = { readonly ok: false; readonly refusal: Refusal };

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** `refusal` is a key of the feature's words, in snake case: `too_late`. */
export function refuse<const Refusal extends string>(refusal: Refusal): Refused<Refusal> {
  return { ok: false, refusal };
}
