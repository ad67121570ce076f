"use client";

import { RadioList } from "#components/ui/choices.tsx";
import { useField } from "#components/ui/form.tsx";
import { fieldWords as words } from "#lib/workshops/words/pages.ts";

type TurnFieldProps = { name: "startTurn" | "endTurn"; label: string; saved: string };

/** Which of two a time is that clocks show twice: asked only on such a night. */
export function TurnField({ name, label, saved }: TurnFieldProps) {
  const { values, error } = useField(name);
  const typed = values?.[0] ?? saved;
  if (!error && typed === "") return <input type="hidden" name={name} value="" />;
  return (
    <RadioList
      name={name}
      label={label}
      defaultValue={saved}
      options={[
        { value: "earlier", label: words.earlier },
        { value: "later", label: words.later },
      ]}
    />
  );
}

/** What happens to those who no longer fit: asked only where fewer seats are left than are taken. */
export function TooManyField() {
  const { values, error } = useField("tooMany");
  if (!error && !values?.[0]) return null;
  return (
    <RadioList
      name="tooMany"
      label={words.tooMany}
      options={[{ value: "latest_wait", label: words.latestWait }]}
    />
  );
}
