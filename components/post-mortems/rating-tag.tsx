import { Circle, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import { Mark, type Tone } from "#components/ui/mark.tsx";
import type { Rating } from "#lib/infra/prisma/enums.ts";
import { ratingLabels, summaryWords } from "#lib/post-mortems/words/form.ts";

const looks: Record<Rating, { sign: LucideIcon; tone: Tone }> = {
  strong: { sign: CircleCheck, tone: "done" },
  okay: { sign: Circle, tone: "plain" },
  rough: { sign: CircleDashed, tone: "plain" },
  blank: { sign: CircleDashed, tone: "attention" },
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
  const { sign: Sign, tone } = looks[rating];
  return (
    <Mark sign={<Sign aria-hidden strokeWidth={1.75} className="size-[1em] shrink-0" />} tone={tone}>
      {ratingLabels[rating]}
      {knewIt ? `, ${summaryWords.knewIt}` : ""}
    </Mark>
  );
}
