import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { levelLabel } from "#lib/post-mortems/rules/ratings.ts";
import { dimensionLabels } from "#lib/post-mortems/words/dimensions.ts";

/** Each dimension that was rated, with its level in a word. */
export function SelfRatings({ ratings }: { ratings: PostMortemRead["ratings"] }) {
  return (
    <DefinitionList
      facts={ratings.map(({ dimension, level }) => ({
        label: dimensionLabels[dimension],
        value: levelLabel(level),
      }))}
    />
  );
}
