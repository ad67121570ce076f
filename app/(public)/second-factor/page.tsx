import type { Metadata } from "next";
import { AppSetup } from "#components/accounts/app-setup.tsx";
import { EnrolForm, PassForms } from "#components/accounts/second-factor-forms.tsx";
import { SignOutForm } from "#components/accounts/sign-out-form.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { getEnrolment, findFactor } from "#lib/accounts/queries/second-factor.ts";
import { secondFactorWords as words } from "#lib/accounts/words/second-factor.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { ownPath } from "#lib/web/guard.ts";
import { qrCode } from "#lib/web/qr-code.ts";
import { freshForm, secondFactorGate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "One more step" };

export default async function SecondFactorPage({ searchParams }: PageProps<"/second-factor">) {
  const [{ next: asked }, { name }] = await Promise.all([searchParams, getAgency()]);
  const next = typeof asked === "string" ? ownPath(asked) : null;
  const { viewer, sessionId } = await secondFactorGate();
  const isKnown = await findFactor(viewer);
  const offer = isKnown ? null : await getEnrolment(viewer, sessionId, name);
  return (
    <PublicShell agency={name} footer={<SignOutForm initial={freshForm()} session={sessionId} />}>
      <PageTitle intro={offer ? words.enrolIntro : words.passIntro}>{words.title}</PageTitle>
      {offer ? (
        <div className="space-y-6">
          <AppSetup square={qrCode(offer.address)} secret={offer.secret} />
          <EnrolForm initial={freshForm()} next={next} />
        </div>
      ) : (
        <PassForms initial={freshForm()} recovering={freshForm()} next={next} />
      )}
    </PublicShell>
  );
}
