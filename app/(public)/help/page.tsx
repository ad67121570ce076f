import type { Metadata } from "next";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { AskForm } from "#components/people/ask-form.tsx";
import { HelpIntro, OpenWorkshops } from "#components/people/help-intro.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageTitle, Section, TextLink } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { listOpenWorkshops } from "#lib/people/queries/open-workshops.ts";
import { helpPages } from "#lib/people/words/help.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { freshForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: helpPages.title };

export default async function HelpPage({ searchParams }: PageProps<"/help">) {
  const [{ done }, agency, workshops] = await Promise.all([
    searchParams,
    getAgency(),
    listOpenWorkshops(now()),
  ]);
  if (done === "asked") return <Sent agency={agency.name} />;
  return (
    <PublicShell agency={agency.name} footer={<TextLink href="/sign-in">{helpPages.signIn}</TextLink>}>
      <PageTitle intro={helpPages.after(agency.name)}>{helpPages.title}</PageTitle>
      <HelpIntro helpLine={agency.helpLine} />
      <OpenWorkshops workshops={workshops} />
      <Section title={helpPages.form}>
        <AskForm agency={agency.name} workshops={workshops} initial={freshForm()} />
      </Section>
    </PublicShell>
  );
}

function Sent({ agency }: { agency: string }) {
  return (
    <PublicShell agency={agency}>
      <PageTitle intro={helpPages.sent}>{helpPages.sentTitle}</PageTitle>
      <p className="mb-6 text-quiet">{helpPages.sentHint}</p>
      <ButtonLink href="/help" variant="quiet">
        {helpPages.again}
      </ButtonLink>
    </PublicShell>
  );
}
