import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppSetup } from "#components/accounts/app-setup.tsx";
import { RenewForm } from "#components/accounts/second-factor-forms.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { PageTitle, Section } from "#components/ui/page.tsx";
import { Time } from "#components/ui/words.tsx";
import { getEnrolment, getSecondFactor } from "#lib/accounts/queries/second-factor.ts";
import { secondFactorWords as words } from "#lib/accounts/words/second-factor.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { qrCode } from "#lib/web/qr-code.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Your second step" };

export default async function YourSecondFactorPage() {
  const viewer = await gate("/you/second-factor");
  const [{ sessionId, now }, { name }] = await Promise.all([thisSession(), getAgency()]);
  const [factor, offer] = await Promise.all([
    getSecondFactor(viewer, now),
    getEnrolment(viewer, sessionId, name),
  ]);
  if (!factor) notFound();
  return (
    <>
      <PageTitle back={{ href: "/you", label: "You" }} intro={words.yoursHint}>
        {words.yours}
      </PageTitle>
      <DefinitionList
        facts={[
          { label: words.since, value: <Time {...factor.enrolled} /> },
          { label: words.codesLeft, value: factor.codesLeft },
        ]}
      />
      <Section title={words.renew}>
        <p className="max-w-measure text-quiet">{words.renewIntro}</p>
        <AppSetup square={qrCode(offer.address)} secret={offer.secret} />
        <RenewForm initial={freshForm()} />
      </Section>
    </>
  );
}
