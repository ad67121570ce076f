"use client";

import type { ComponentProps, ReactNode } from "react";
import { ChevronDown } from "lucide-react";
import { controlClass, describedBy, Field } from "./field.tsx";
import { useField } from "./form.tsx";

type OwnProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Says "(optional)" beside the label; without it the control is marked as required. */
  optional?: boolean;
  /** Only read out, where the page's title already asks the question. */
  labelHidden?: boolean;
  defaultValue?: string;
};
type NativeProps<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  keyof OwnProps | "id" | "className" | "style" | "required" | "value" | "aria-describedby" | "aria-invalid"
>;

/** What every control gets from the form around it: id, ties to hint and error, the value to show. */
function useControl({
  name,
  hint,
  optional = false,
  defaultValue,
}: Pick<OwnProps, "name" | "hint" | "optional" | "defaultValue">) {
  const { id, values, error } = useField(name);
  const control = {
    id,
    name,
    required: !optional,
    defaultValue: values?.[0] ?? defaultValue ?? "",
    "aria-describedby": describedBy({ id, hint, error }),
    "aria-invalid": error ? true : undefined,
    "data-invalid": error ? "" : undefined,
  };
  return { id, error, control };
}

type TextFieldProps = OwnProps &
  Omit<NativeProps<"input">, "list"> & {
    /** Suggestions while typing; anything else may be typed too. */
    suggestions?: string[];
  };

/** One line of text. `type`, `inputMode` and `autoComplete` choose the phone's keyboard. */
export function TextField({
  label,
  suggestions,
  name,
  hint,
  optional = false,
  labelHidden = false,
  defaultValue = "",
  ...native
}: TextFieldProps) {
  const { id, error, control } = useControl({ name, hint, optional, defaultValue });
  const list = suggestions ? `${id}-list` : undefined;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <input type="text" {...native} {...control} list={list} className={controlClass} />
      {suggestions ? (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </Field>
  );
}

/** A calendar date, `YYYY-MM-DD` as value. `min` and `max` take the same form. */
export function DateField(props: Omit<TextFieldProps, "type" | "suggestions">) {
  return <TextField {...props} type="date" />;
}

/** A wall time, `HH:MM` as value; `step` is in seconds. */
export function TimeField(props: Omit<TextFieldProps, "type" | "suggestions">) {
  return <TextField {...props} type="time" />;
}

/** Several lines. It grows with its text where the browser can; saving as one types hooks in by `onChange`. */
export function TextArea({
  label,
  name,
  hint,
  optional = false,
  labelHidden = false,
  defaultValue = "",
  rows = 4,
  ...native
}: OwnProps & NativeProps<"textarea">) {
  const { id, error, control } = useControl({ name, hint, optional, defaultValue });
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <textarea
        rows={rows}
        {...native}
        {...control}
        className={`${controlClass} max-h-[70vh] field-sizing-content font-serif ${heightOf(rows)}`}
      />
    </Field>
  );
}

/** Growing with the text makes browsers ignore `rows`, so it is also the least height. */
function heightOf(rows: number): string {
  if (rows <= 2) return "min-h-20";
  return rows <= 5 ? "min-h-32" : "min-h-60";
}

/** `sign` stands before the label, where choices are a list of boxes. */
export type Option = { value: string; label: string; hint?: string; sign?: ReactNode };

type SelectProps = OwnProps &
  NativeProps<"select"> & {
    options: Option[] | { label: string; options: Option[] }[];
    /** Words of the first, empty entry. */
    placeholder?: string;
  };

/** A native list, flat or in groups. Keyed by the value that came back: React empties a select after its action. */
export function Select({
  label,
  options,
  placeholder,
  name,
  hint,
  optional = false,
  labelHidden = false,
  defaultValue = "",
  ...native
}: SelectProps) {
  const { id, error, control } = useControl({ name, hint, optional, defaultValue });
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <div className="relative">
        <select
          key={control.defaultValue}
          {...native}
          {...control}
          className={`${controlClass} appearance-none pr-10`}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((entry) =>
            "options" in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map(optionElement)}
              </optgroup>
            ) : (
              optionElement(entry)
            ),
          )}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-5 text-quiet" />
      </div>
    </Field>
  );
}

function optionElement({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
