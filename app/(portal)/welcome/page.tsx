import type { Metadata } from "next";
import { ProfileForm } from "#components/accounts/profile-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { welcomeAction } from "#lib/accounts/actions.ts";
import { getProfile } from "#lib/accounts/queries.ts";
import { gate, freshForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage() {
  const viewer = await gate("/welcome");
  const profile = await getProfile(viewer);
  return (
    <>
      <PageTitle intro="Two things, so that we call you by your name and every time you read is a time where you are.">
        Welcome
      </PageTitle>
      <ProfileForm
        action={welcomeAction}
        initial={freshForm()}
        profile={profile}
        guess
        submit="That is right"
      />
    </>
  );
}
