import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";

/** What a counselor does from the calendar's page. */
export function CalendarActions() {
  return (
    <>
      <ButtonLink href="/calendar/book" variant="quiet">
        Book a session
      </ButtonLink>
      <ButtonLink href="/calendar/hours" variant="quiet">
        Weekly hours
      </ButtonLink>
    </>
  );
}

/** Before there are any hours. */
export function NoHours() {
  return (
    <EmptyState
      title="Nobody can book you yet"
      action={<ButtonLink href="/calendar/hours">Set weekly hours</ButtonLink>}
    >
      Say once when you are free in a normal week. Your candidates then book a mock interview in three taps,
      without asking you.
    </EmptyState>
  );
}
