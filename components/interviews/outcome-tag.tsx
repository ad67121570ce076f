import type { IconName } from "#components/ui/icon.tsx";
import { Tag, type Tone } from "#components/ui/words.tsx";
import type { Outcome } from "#lib/infra/prisma/enums.ts";
import { outcomeLabels, outcomeStaffLabels } from "#lib/interviews/words.ts";

const looks: Record<Outcome, { icon: IconName; tone?: Tone }> = {
  waiting: { icon: "clock" },
  next_round: { icon: "next", tone: "accent" },
  offer: { icon: "offer", tone: "done" },
  rejected: { icon: "close" },
  no_reply: { icon: "clock" },
  withdrawn: { icon: "undo" },
};

/** How an interview ended, in the candidate's words or in those of staff. */
export function OutcomeTag({ outcome, isOwn = true }: { outcome: Outcome; isOwn?: boolean }) {
  return <Tag {...looks[outcome]}>{(isOwn ? outcomeLabels : outcomeStaffLabels)[outcome]}</Tag>;
}
