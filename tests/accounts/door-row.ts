import type { Actor } from "../support/cast.ts";
import type { Fields } from "../support/request.ts";
import type { Stage } from "./things.ts";

/** A door as it is tried. */
export type Row = {
  /** Makes what the form is about and returns its ids, as the form's fields. Nothing: the form is about nobody else's thing. */
  thing?: (stage: Stage) => Promise<Record<string, string>>;
  /** The rest of the form. */
  form?: (stage: Stage) => Fields;
  /** Who gets through. "everyone": real and missing are answered alike, whoever asks. */
  may: readonly Actor[] | "everyone";
};
