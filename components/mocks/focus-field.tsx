"use client";

import { TextArea } from "#components/ui/fields.tsx";
import { useField } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { mockLimits } from "#lib/mocks/words.ts";

/** One optional line about what to work on, out of the way of the times; open where something was typed. */
export function FocusField() {
  const { values, error } = useField("focus");
  return (
    <Details
      summary="Anything to focus on? (optional)"
      open={error !== undefined || (values?.[0] ?? "") !== ""}
    >
      <TextArea
        name="focus"
        label="To focus on"
        optional
        labelHidden
        rows={2}
        maxLength={mockLimits.focus}
        hint="A question, a moment, a kind of answer. Then choose a time."
      />
    </Details>
  );
}
