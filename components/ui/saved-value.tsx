"use client";

import { useField } from "./form.tsx";

/** Beside a field whose form came back: what is saved now, where it is not what was typed (I17). */
export function SavedValue({ name, label, saved }: { name: string; label: string; saved: string }) {
  const typed = useField(name).values?.[0];
  if (typed === undefined || typed.trim() === saved) return null;
  return (
    <p className="text-sm text-quiet">
      {label}, saved now: <span className="text-ink">{saved === "" ? "nothing" : saved}</span>
    </p>
  );
}
