import type { IconName } from "#components/ui/icon.tsx";
import { Tag, type Tone } from "#components/ui/words.tsx";
import type { Rating } from "#lib/infra/prisma/enums.ts";
import { ratingLabels, summaryWords } from "#lib/post-mortems/words.ts";

const looks: Record<Rating, { icon: IconName; tone: Tone }> = {
  strong: { icon: "done", tone: "done" },
  okay: { icon: "open", tone: "plain" },
  rough: { icon: "draft", tone: "plain" },
  blank: { icon: "draft", tone: "attention" },
};

/** How a question went, in a word; nothing where it was not said. */
export function RatingTag({
  rating,
  knewIt,
}: {
  rating: Rating | null | undefined;
  knewIt: boolean | undefined;
}) {
  if (!rating) return null;
  return (
    <Tag {...looks[rating]}>
      {ratingLabels[rating]}
      {knewIt ? `, ${summaryWords.knewIt}` : ""}
    </Tag>
  );
}
