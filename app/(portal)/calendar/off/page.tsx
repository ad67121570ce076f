import type { Metadata } from "next";
import { DaysFields, DaysPreview, TimeOffList } from "#components/mocks/time-off.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { now } from "#lib/infra/clock.ts";
import { getTimeOff } from "#lib/mocks/queries/time-off.ts";
import { timeOffFlashes, timeOffWords as words } from "#lib/mocks/words/time-off.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms } from "#lib/web/session.ts";

export const metadata: Metadata = { title: words.title };

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export default async function TimeOffPage({ searchParams }: PageProps<"/calendar/off">) {
  const viewer = await gate("/calendar/off");
  const { done, kept, startsOn, endsOn, hours } = await searchParams;
  const asked = { startsOn: textOf(startsOn), endsOn: textOf(endsOn), hours: textOf(hours) };
  const [off, form] = await Promise.all([
    getTimeOff(viewer, startsOn === undefined ? null : asked, now()),
    keptForms(viewer, kept),
  ]);
  const flash = flashFor(timeOffFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={{ href: "/calendar", label: "Calendar" }}
        intro={`${words.intro} ${words.zone(off.zone)}`}
      >
        {words.title}
      </PageTitle>
      <div className="max-w-column space-y-6">
        <form method="get" className="space-y-4">
          <DaysFields asked={asked} />
          <SubmitButton variant="quiet">{words.look}</SubmitButton>
        </form>
        {off.problem ? (
          <p role="alert" className="font-semibold text-attention">
            {off.problem}
          </p>
        ) : null}
        {off.preview ? <DaysPreview preview={off.preview} initial={form("setDaysAction")} /> : null}
      </div>
      <TimeOffList off={off} form={form} />
    </>
  );
}
