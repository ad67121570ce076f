import type { Metadata } from "next";
import { HoursForm } from "#components/mocks/hours-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { getHours } from "#lib/mocks/queries/hours.ts";
import { mockFlashes } from "#lib/mocks/words.ts";
import { busyPageWords } from "#lib/mocks/words/busy.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Weekly hours" };

export default async function HoursPage({ searchParams }: PageProps<"/calendar/hours">) {
  const viewer = await gate("/calendar/hours");
  const { done, kept } = await searchParams;
  const [saved, form] = await Promise.all([getHours(viewer, now()), keptForm(viewer, kept)]);
  const flash = flashFor(mockFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={{ href: "/calendar", label: "Calendar" }}
        intro="When your candidates can book you. What is booked already stays as it is."
        actions={
          <ButtonLink href="/calendar/busy" variant="quiet">
            {busyPageWords.title}
          </ButtonLink>
        }
      >
        Weekly hours
      </PageTitle>
      <HoursForm initial={form} saved={saved} />
    </>
  );
}
