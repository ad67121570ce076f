"use client";

import { useState, type ChangeEvent } from "react";
import { controlClass, describedBy, Field } from "./field.tsx";
import { useField } from "./form.tsx";

type FileFieldProps = {
  name: string;
  label: string;
  hint: string;
  tooLarge: string;
  bytes: number;
  accept: string;
  optional?: boolean;
};

/**
 * A file to choose. One that is too large is told at once and not taken: the server would refuse the whole form before it
 * could say anything.
 */
export function FileField({ name, label, hint, tooLarge, bytes, accept, optional = false }: FileFieldProps) {
  const { id, error } = useField(name);
  const [isTooLarge, setTooLarge] = useState(false);
  const said = isTooLarge ? tooLarge : error;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const isOver = (event.target.files?.[0]?.size ?? 0) > bytes;
    setTooLarge(isOver);
    if (isOver) event.target.value = "";
  };
  return (
    <Field id={id} label={label} hint={hint} error={said} optional={optional}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        onChange={choose}
        aria-describedby={describedBy({ id, hint, error: said })}
        aria-invalid={said ? true : undefined}
        data-invalid={said ? "" : undefined}
        className={controlClass}
      />
    </Field>
  );
}
