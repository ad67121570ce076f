/** What a form shows: safe for the browser, never a secret. `key` becomes the id of the event it causes. */
export type FormState = {
  readonly key: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** A sentence for each field that needs mending. */
  readonly errors: Readonly<Record<string, string>>;
  /** What to say about the form as a whole. */
  readonly message: string | null;
  /** Code of the refusal behind the message, for a page that offers the way on. */
  readonly refusal: string | null;
};

export type FormValues = FormState["values"];

/** For a page with several forms: the state of the one for this action and these hidden values, each with a key of its own. */
export type FormFor = (action: string, hidden?: Readonly<Record<string, string>>) => FormState;
