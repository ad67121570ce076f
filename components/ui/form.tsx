"use client";

import {
  createContext,
  use,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import type { FormState } from "#lib/web/form-state.ts";
import { ErrorSummary } from "./error-summary.tsx";

type FormInHand = { id: string; state: FormState; refused: boolean };

const FormContext = createContext<FormInHand | null>(null);

/** What a field knows: the id of its first control, what came back for it, and the words of its error. */
export type FieldInHand = { id: string; values: string[] | null; error: string | undefined };

/** The state of the field `name` in the form around it. Outside an ActionForm: no value, no error. */
export function useField(name: string): FieldInHand {
  const form = use(FormContext);
  const own = useId();
  const returned = form?.state.values[name];
  const error = form?.state.errors[name];
  const id = `${form?.id ?? own}-${name}`;
  if (returned !== undefined) return { id, values: [returned].flat(), error };
  return { id, values: form?.refused ? [] : null, error };
}

type ActionFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  initial: FormState;
  children: ReactNode;
  /** Values that go along unseen: ids, versions. */
  hidden?: Record<string, string>;
  /** Names the form for screen readers where a page has several. */
  label?: string;
  className?: string;
};

/**
 * A form over a server action; it works without script, because the action's answer is the state that the page shows
 * again. After a refusal the message and the errors stand there, what was typed stays, and the first field with an
 * error has the focus. After an answer without errors the fields show the page's values again.
 */
export function ActionForm({
  action,
  initial,
  children,
  hidden = {},
  label,
  className = "space-y-6",
}: ActionFormProps) {
  const [state, formAction] = useActionState(action, initial);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const refused = state.message !== null || Object.keys(state.errors).length > 0;
  const inHand = useMemo(() => ({ id, state, refused }), [id, state, refused]);

  useEffect(() => {
    if (!refused) return;
    const first =
      form.current?.querySelector<HTMLElement>("[data-invalid]") ??
      form.current?.querySelector<HTMLElement>("[data-summary]");
    first?.focus();
    first?.scrollIntoView({ block: "center" });
  }, [state, refused]);

  // React empties a form after its action; after a refusal that would take away what was typed.
  const keepTyped = (event: SyntheticEvent) => {
    if (refused) event.preventDefault();
  };

  return (
    <form
      ref={form}
      action={formAction}
      onReset={keepTyped}
      noValidate
      aria-label={label}
      className={className}
    >
      <input type="hidden" name="key" value={state.key} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused ? <ErrorSummary message={state.message} errors={state.errors} formId={id} /> : null}
      <FormContext value={inHand}>{children}</FormContext>
    </form>
  );
}
