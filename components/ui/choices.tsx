"use client";

import type { ReactNode } from "react";
import { Check } from "lucide-react";
import { FieldGroup } from "./field.tsx";
import { useField } from "./form.tsx";
import type { Option } from "./fields.tsx";
import { usePressed } from "./submit-button.tsx";

type ChoiceProps = {
  name: string;
  label: string;
  options: Option[];
  hint?: ReactNode;
  optional?: boolean;
  /** Only read out, where the page's title already asks the question. */
  labelHidden?: boolean;
  /** What is chosen at first; a list where several may be. */
  defaultValue?: string | string[];
  onChange?: (value: string, checked: boolean) => void;
};

const boxClass =
  "flex min-h-11 items-center gap-3 rounded-md border border-edge bg-raised hover:bg-sunken has-checked:border-accent has-checked:bg-accent-tint has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent";

function Choices({
  type,
  look,
  ...props
}: ChoiceProps & { type: "radio" | "checkbox"; look: "list" | "chips" }) {
  const { name, label, options, hint, optional = false, labelHidden = false, defaultValue, onChange } = props;
  const { id, values, error } = useField(name);
  const chosen = values ?? [defaultValue ?? []].flat();
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <div className={look === "list" ? "grid gap-2" : "flex flex-wrap gap-2"}>
        {options.map((option, at) => (
          <label key={option.value} className={`${boxClass} ${look === "list" ? "px-4 py-2" : "px-3 py-1"}`}>
            <input
              id={at === 0 ? id : undefined}
              type={type}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              data-invalid={error && at === 0 ? "" : undefined}
              onChange={onChange ? (event) => onChange(option.value, event.target.checked) : undefined}
              className="size-5 shrink-0 outline-none"
            />
            {option.sign}
            <span>
              {option.label}
              {option.hint ? <span className="block text-sm text-quiet">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** One of several, one under the other, each with room for a line of explanation. */
export function RadioList(props: Omit<ChoiceProps, "defaultValue"> & { defaultValue?: string }) {
  return <Choices {...props} type="radio" look="list" />;
}

/** Short choices side by side; with `multiple` any number of them (the form sends the name once for each). */
export function ChoiceChips({ multiple = false, ...props }: ChoiceProps & { multiple?: boolean }) {
  return <Choices {...props} type={multiple ? "checkbox" : "radio"} look="chips" />;
}

type ChoiceButtonsProps = Omit<ChoiceProps, "defaultValue" | "onChange"> & { chosen?: string };

/** A single choice that is the submit button: one tap sends the form with `name=value`. */
export function ChoiceButtons({
  name,
  label,
  options,
  hint,
  optional = false,
  labelHidden = false,
  chosen,
}: ChoiceButtonsProps) {
  const { id, error } = useField(name);
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <div className="grid gap-2">
        {options.map((option, at) => (
          <ChoiceButton
            key={option.value}
            id={at === 0 ? id : undefined}
            name={name}
            option={option}
            chosen={option.value === chosen}
            invalid={error !== undefined && at === 0}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type ChoiceButtonProps = {
  id: string | undefined;
  name: string;
  option: Option;
  chosen: boolean;
  invalid: boolean;
};

function ChoiceButton({ id, name, option, chosen, invalid }: ChoiceButtonProps) {
  const { pending, pressed, onClick } = usePressed();
  const marked = pressed || (chosen && !pending);
  return (
    <button
      id={id}
      type="submit"
      name={name}
      value={option.value}
      onClick={onClick}
      aria-disabled={pending}
      data-invalid={invalid ? "" : undefined}
      className={`flex min-h-12 w-full items-center justify-between gap-3 rounded-md border px-4 py-2 text-left transition-colors aria-disabled:cursor-default ${
        marked ? "border-accent bg-accent-tint ring-1 ring-accent" : "border-edge bg-raised hover:bg-sunken"
      }`}
    >
      <span>
        <span className="font-semibold">{option.label}</span>
        {option.hint ? <span className="block text-sm text-quiet">{option.hint}</span> : null}
      </span>
      {marked ? (
        <span className="flex items-center gap-1 text-sm text-accent">
          <Check aria-hidden className="size-4" />
          {pressed ? "Saving…" : "Chosen"}
        </span>
      ) : null}
    </button>
  );
}
