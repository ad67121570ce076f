import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { takeRestOfTodayAction } from "#lib/mocks/actions/time-off.ts";
import { busyPageWords } from "#lib/mocks/words/busy.ts";
import { timeOffWords } from "#lib/mocks/words/time-off.ts";
import type { FormState } from "#lib/web/form-state.ts";

/** What a counselor does from the calendar's page: today off is two clicks, with the way here. */
export function CalendarActions({ today }: { today: FormState }) {
  return (
    <>
      <ActionForm action={takeRestOfTodayAction} initial={today} label={timeOffWords.today}>
        <SubmitButton variant="quiet">{timeOffWords.today}</SubmitButton>
      </ActionForm>
      <ButtonLink href="/calendar/off" variant="quiet">
        {timeOffWords.nav}
      </ButtonLink>
      <ButtonLink href="/calendar/busy" variant="quiet">
        {busyPageWords.title}
      </ButtonLink>
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
