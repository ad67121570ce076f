import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { openWords } from "#lib/mocks/words.ts";
import { MailLink } from "./mail-link.tsx";

type NoSlotsProps = {
  /** Why nothing at all may be booked; null if the calendar is merely full. */
  none: "not_open" | "limit_reached" | "no_interview" | null;
  /** The most sessions at once. */
  openLimit: number;
  counselor: { name: string; email: string };
  forCandidate: boolean;
  /** Other weeks have free times. */
  week: boolean;
};

/** No time to choose: why, and the way on. */
export function NoSlots({ none, openLimit, counselor, forCandidate, week }: NoSlotsProps) {
  if (none === "limit_reached") {
    return (
      <EmptyState
        title={openWords.title(openLimit)}
        action={forCandidate ? <ButtonLink href="/practice">See what is booked</ButtonLink> : undefined}
      >
        {`That is the most at once. ${openWords.until(openLimit)}`}
      </EmptyState>
    );
  }
  if (none === "no_interview") {
    return (
      <EmptyState title="A prep session needs an interview to come">
        Once an interview that is still ahead is logged, twenty minutes of preparation can be booked for it.
      </EmptyState>
    );
  }
  if (week)
    return (
      <EmptyState title="No free time in this week">Other weeks have some: choose one above.</EmptyState>
    );
  return forCandidate ? (
    <EmptyState
      title="No free times at the moment"
      action={<MailLink {...counselor}>{`Write to ${counselor.name}`}</MailLink>}
    >
      {`${counselor.name} offers times up to a month ahead. Write a line and say when you could.`}
    </EmptyState>
  ) : (
    <EmptyState
      title="No free times at the moment"
      action={<ButtonLink href="/calendar/hours">Change weekly hours</ButtonLink>}
    >
      Times appear here as soon as weekly hours say when somebody can be booked.
    </EmptyState>
  );
}
