"use client";

import { useField } from "#components/ui/form.tsx";
import { fieldWords } from "#lib/workshops/words/pages.ts";

/** Beside a field whose form came back: what is saved now, where it is not what was typed (I17). */
export function SavedBeside({ name, label, saved }: { name: string; label: string; saved: string }) {
  const typed = useField(name).values?.[0];
  if (typed === undefined || typed.trim() === saved.trim()) return null;
  return (
    <p className="text-sm whitespace-pre-line text-quiet">
      {label}, {fieldWords.saved}: <span className="text-ink">{saved === "" ? "–" : saved}</span>
    </p>
  );
}
