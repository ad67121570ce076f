import type { ReactNode } from "react";
import { CircleAlert } from "lucide-react";

export const controlClass =
  "block w-full min-h-11 rounded-md border border-edge bg-raised px-3 py-2 text-base text-ink data-invalid:border-2 data-invalid:border-attention";

type Described = { id: string; hint?: ReactNode; error?: string | undefined };

/** The ids that `aria-describedby` of a control with this hint and error names; undefined with neither. */
export function describedBy({ id, hint, error }: Described): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter((part) => part !== "");
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Hint of a control, under its label. */
export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-hint`} className="text-sm text-quiet">
      {children}
    </p>
  );
}

/** Error of a control: how to mend it, in words and with a sign. */
export function FieldError({ id, children }: { id: string; children?: string | undefined }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-semibold text-attention">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  );
}

type FieldProps = Described & {
  label: string;
  optional?: boolean;
  /** Only read out, where the page's title already asks the question. */
  labelHidden?: boolean;
  children: ReactNode;
};

/** Label, hint and error around one control, which carries `id` and `aria-describedby={describedBy(…)}`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional = false,
  labelHidden = false,
  children,
}: FieldProps) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "block font-semibold"}>
        {label}
        {optional ? <span className="font-normal text-quiet"> (optional)</span> : null}
      </label>
      <Hint id={id}>{hint}</Hint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

/** Legend, hint and error around a group of choices. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional = false,
  labelHidden = false,
  children,
}: FieldProps) {
  return (
    <fieldset aria-describedby={describedBy({ id, hint, error })} className="min-w-0 space-y-2">
      <legend className={labelHidden ? "sr-only" : "font-semibold"}>
        {label}
        {optional ? <span className="font-normal text-quiet"> (optional)</span> : null}
      </legend>
      <Hint id={id}>{hint}</Hint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}
