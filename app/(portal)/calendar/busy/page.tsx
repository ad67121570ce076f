import type { Metadata } from "next";
import { AddBusyCalendar, BusyCalendarList } from "#components/mocks/busy-calendars.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { listBusyCalendars } from "#lib/mocks/queries/busy.ts";
import { busyFlashes, busyPageWords } from "#lib/mocks/words/busy.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms } from "#lib/web/session.ts";

export const metadata: Metadata = { title: busyPageWords.title };

export default async function BusyPage({ searchParams }: PageProps<"/calendar/busy">) {
  const viewer = await gate("/calendar/busy");
  const { done, kept } = await searchParams;
  const [calendars, form] = await Promise.all([listBusyCalendars(viewer, now()), keptForms(viewer, kept)]);
  const flash = flashFor(busyFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={{ href: "/calendar", label: "Calendar" }} intro={busyPageWords.intro}>
        {busyPageWords.title}
      </PageTitle>
      <BusyCalendarList calendars={calendars} form={form} />
      <AddBusyCalendar file={form("addBusyFileAction")} address={form("addBusyAddressAction")} />
    </>
  );
}
