import type { Metadata } from "next";
import { CalendarWeek, WeekSteps } from "#components/mocks/calendar-week.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle, Section } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { getWeek } from "#lib/mocks/queries/week.ts";
import { weekFrom } from "#lib/mocks/rules/weeks.ts";
import { gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Calendar" };

export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const viewer = await gate("/calendar");
  const { week: asked } = await searchParams;
  const week = await getWeek(viewer, weekFrom(asked), now());
  const actions = (
    <>
      <ButtonLink href="/calendar/book">Book a session</ButtonLink>
      <ButtonLink href="/calendar/hours" variant="quiet">
        Weekly hours
      </ButtonLink>
    </>
  );
  return (
    <>
      <PageTitle intro={`Times are yours: ${week.zone}.`} actions={actions}>
        Calendar
      </PageTitle>
      {week.hasHours ? null : (
        <EmptyState title="Nobody can book you yet" action={<ButtonLink href="/calendar/hours">Set weekly hours</ButtonLink>}>
          Say once when you are free in a normal week. Your candidates then book a mock interview in three taps, without asking you.
        </EmptyState>
      )}
      <Section title={week.label} action={<WeekSteps week={week} />}>
        <CalendarWeek week={week} />
      </Section>
    </>
  );
}
