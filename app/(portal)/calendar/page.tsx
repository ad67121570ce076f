import type { Metadata } from "next";
import { CalendarActions, NoHours } from "#components/mocks/calendar-actions.tsx";
import { CalendarWeek, WeekSteps } from "#components/mocks/calendar-week.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle, Section, TextLink } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { getWeek } from "#lib/mocks/queries/week.ts";
import { weekFrom } from "#lib/mocks/rules/weeks.ts";
import { timeOffFlashes, timeOffWords } from "#lib/mocks/words/time-off.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Calendar" };

export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const viewer = await gate("/calendar");
  const { week: asked, done } = await searchParams;
  const week = await getWeek(viewer, weekFrom(asked), now());
  const flash = flashFor(timeOffFlashes, done);
  return (
    <>
      {flash ? (
        <Flash action={<TextLink href="/calendar/off">{timeOffWords.takeBack}</TextLink>}>{flash}</Flash>
      ) : null}
      <PageTitle intro={`Times are yours: ${week.zone}.`} actions={<CalendarActions today={freshForm()} />}>
        Calendar
      </PageTitle>
      {week.hasHours ? null : <NoHours />}
      <Section title={week.label} action={<WeekSteps week={week} />}>
        <CalendarWeek week={week} />
      </Section>
    </>
  );
}
