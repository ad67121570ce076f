import type { ReactNode } from "react";
import { SavedValue } from "#components/ui/saved-value.tsx";

/** A titled part of a form. */
export function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="font-serif text-xl font-semibold">{title}</legend>
      {hint ? <p className="text-sm text-quiet">{hint}</p> : null}
      {children}
    </fieldset>
  );
}

/** A field with what is saved beside it, where its form came back and both differ (I17). */
export function WithSaved({
  name,
  label,
  saved,
  children,
}: {
  name: string;
  label: string;
  saved: string;
  children: ReactNode;
}) {
  return (
    <div className="space-y-1">
      {children}
      <SavedValue name={name} label={label} saved={saved} />
    </div>
  );
}
