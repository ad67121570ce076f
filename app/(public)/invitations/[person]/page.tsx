import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AcceptInvitationForm } from "#components/people/accept-invitation-form.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isRequestId } from "#lib/accounts/rules.ts";
import { findInvitation } from "#lib/people/queries.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { freshForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Your invitation" };

export default async function InvitationPage({ params }: PageProps<"/invitations/[person]">) {
  const { person } = await params;
  if (!isRequestId(person)) notFound();
  const [agency, invitation] = await Promise.all([getAgency(), findInvitation(person)]);
  if (!invitation) notFound();
  return (
    <PublicShell agency={agency.name}>
      <PageTitle intro="Debrief is where you write down how an interview went, and get help to make the next one better.">
        {invitation.invitedBy ? `${invitation.invitedBy} invited you` : "You are invited"}
      </PageTitle>
      <p className="mb-6">
        We send a link and a six-digit code to the address that your invitation came to. No password to
        remember.
      </p>
      <AcceptInvitationForm initial={freshForm()} person={person} />
    </PublicShell>
  );
}
