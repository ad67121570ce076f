import type { Metadata } from "next";
import { DeviceCleared } from "#components/accounts/clears-device.tsx";
import { DemoPeople } from "#components/accounts/demo-people.tsx";
import { SignInForm } from "#components/accounts/sign-in-form.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle, TextLink } from "#components/ui/page.tsx";
import { listDemoPeople } from "#lib/accounts/queries.ts";
import { accountFlashes } from "#lib/accounts/words.ts";
import { helpPages } from "#lib/people/words/help.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { flashFor } from "#lib/web/flash.ts";
import { ownPath } from "#lib/web/guard.ts";
import { freshForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, done } = await searchParams;
  const [agency, people] = await Promise.all([getAgency(), listDemoPeople()]);
  const flash = flashFor(accountFlashes, done);
  const path = typeof next === "string" ? ownPath(next) : null;
  return (
    <PublicShell agency={agency.name}>
      {flash ? <Flash>{flash}</Flash> : null}
      {done === "signed_out" || done === "everywhere" ? <DeviceCleared /> : null}
      <PageTitle intro="We send you a mail with a link and a six-digit code. No password to remember.">
        Sign in
      </PageTitle>
      <SignInForm initial={freshForm()} next={path} />
      <p className="mt-6">
        <TextLink href="/help">{helpPages.entry}</TextLink>
      </p>
      {people.length > 0 ? <DemoPeople people={people} initial={freshForm()} /> : null}
    </PublicShell>
  );
}
