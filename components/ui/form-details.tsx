"use client";

import type { ReactNode } from "react";
import { useField } from "./form.tsx";
import { Details } from "./notices.tsx";

type FormDetailsProps = { summary: string; field: string; children: ReactNode };

/** More of a form, on demand; open by itself when the form comes back, also without script, so that no typed text hides. */
export function FormDetails({ summary, field, children }: FormDetailsProps) {
  const { values } = useField(field);
  return (
    <Details summary={summary} open={values !== null}>
      {children}
    </Details>
  );
}
