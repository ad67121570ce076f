import { ActionForm } from "#components/ui/form.tsx";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { ratingFields } from "#lib/post-mortems/rules/fields.ts";
import { dimensionOf } from "#lib/post-mortems/rules/ratings.ts";
import { dimensionWords, levelLabels, notSure, ratingsWords } from "#lib/post-mortems/words/dimensions.ts";
import { RatingRow } from "./rating-row.tsx";
import { hiddenOf, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

const options = [
  ...Object.entries(levelLabels).map(([value, label]) => ({ value, label })),
  { value: "not_sure", label: notSure },
];

/** The six dimensions on one screen, each with what its words mean, folded. None is asked for. */
export function RatingsScreen(props: ScreenProps) {
  const { draft, forms } = props;
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      <p className="text-sm text-quiet">{ratingsWords.fair}</p>
      {ratingFields.map((field) => {
        const { label, about, anchors } = dimensionWords[dimensionOf(field)];
        return (
          <div key={field} className="space-y-2">
            <RatingRow
              name={field}
              label={label}
              hint={about}
              options={options}
              chosen={draft.facts.answers[field]}
            />
            <Anchors label={label} anchors={anchors} />
          </div>
        );
      })}
      <TypedMoves />
    </ActionForm>
  );
}

/** What the five words mean for one dimension, folded and quiet: most people know. */
function Anchors({ label, anchors }: { label: string; anchors: readonly string[] }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm text-accent underline decoration-1 underline-offset-3">
        {ratingsWords.anchors}
        <VisuallyHidden> {ratingsWords.anchorsOf(label)}</VisuallyHidden>
      </summary>
      <ol className="space-y-1 text-sm">
        {Object.values(levelLabels).map((level, at) => (
          <li key={level}>
            <span className="font-semibold">{level}:</span> {anchors[at]}
          </li>
        ))}
      </ol>
    </details>
  );
}
