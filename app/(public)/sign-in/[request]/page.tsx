import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RedeemForm } from "#components/accounts/redeem-form.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { PageTitle, TextLink } from "#components/ui/page.tsx";
import { isRequestId } from "#lib/accounts/rules.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { freshForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Sign in" };

/** The page that link and code of a sign-in mail lead to. It reads nothing about the request: known and unknown look alike. */
export default async function RedeemPage({ params }: PageProps<"/sign-in/[request]">) {
  const { request } = await params;
  if (!isRequestId(request)) notFound();
  const agency = await getAgency();
  return (
    <PublicShell agency={agency.name}>
      <PageTitle
        back={{ href: "/sign-in", label: "Another address" }}
        intro="If your address is known here, a mail with a link and a code is on its way. Both work once, for ten minutes."
      >
        Look into your mail
      </PageTitle>
      <RedeemForm initial={freshForm()} request={request} />
      <p className="mt-6 text-quiet">
        No mail after a minute? Look into the spam folder, or{" "}
        <TextLink href="/sign-in">ask for a new one</TextLink>.
      </p>
    </PublicShell>
  );
}
