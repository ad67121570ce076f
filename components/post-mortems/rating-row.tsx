"use client";

import { FieldGroup } from "#components/ui/field.tsx";
import { useField } from "#components/ui/form.tsx";

type Props = {
  name: string;
  label: string;
  hint: string;
  options: readonly { value: string; label: string }[];
  chosen: string | undefined;
};

/** One dimension: its levels in words, three side by side on a phone, all in one row where there is room. */
export function RatingRow({ name, label, hint, options, chosen }: Props) {
  const { id, values, error } = useField(name);
  const checked = values ? values[0] : chosen;
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error}>
      <div className="grid grid-cols-3 gap-1.5 sm:grid-cols-6">
        {options.map((option, at) => (
          <label
            key={option.value}
            className="flex min-h-11 items-center justify-center rounded-md border border-edge bg-raised px-1 py-1 text-center text-sm leading-tight hover:bg-sunken has-checked:border-accent has-checked:bg-accent-tint has-checked:font-semibold has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              id={at === 0 ? id : undefined}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === checked}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
