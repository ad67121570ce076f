import { ChoiceChips } from "#components/ui/choices.tsx";
import { formatLabels } from "#lib/interviews/words.ts";

/** Words of a record as options of a choice, in their order. */
export function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Phone, video or on site. */
export function FormatField({ saved }: { saved?: string | undefined }) {
  return (
    <ChoiceChips
      name="format"
      label="How do you talk?"
      options={optionsOf(formatLabels)}
      defaultValue={saved ?? []}
    />
  );
}
