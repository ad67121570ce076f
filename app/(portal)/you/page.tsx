import type { Metadata } from "next";
import { CalendarFeed } from "#components/accounts/calendar-feed.tsx";
import { ProfileForm } from "#components/accounts/profile-form.tsx";
import { SecondFactorLink } from "#components/accounts/app-setup.tsx";
import { SessionList } from "#components/accounts/session-list.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle, RowLink, Section } from "#components/ui/page.tsx";
import { confirmProfileAction } from "#lib/accounts/actions.ts";
import { getFeed, getProfile, listSessions } from "#lib/accounts/queries.ts";
import { getSecondFactor } from "#lib/accounts/queries/second-factor.ts";
import { accountFlashes, feedWords } from "#lib/accounts/words.ts";
import { sharedWords } from "#lib/post-mortems/words/audiences.ts";
import { progressWords } from "#lib/progress/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForm, freshForm, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "You" };

export default async function YouPage({ searchParams }: PageProps<"/you">) {
  const viewer = await gate("/you");
  const { done, kept } = await searchParams;
  const [profile, here] = await Promise.all([getProfile(viewer), thisSession()]);
  const [sessions, form, feed, factor] = await Promise.all([
    listSessions(viewer, here),
    keptForm(viewer, kept),
    getFeed(viewer, here.now),
    getSecondFactor(viewer, here.now),
  ]);
  const flash = flashFor(accountFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle intro={`You sign in with ${profile.email}.`}>You</PageTitle>
      {viewer.role === "candidate" ? (
        <ul className="mb-6 rounded-md border border-line bg-raised">
          <RowLink href="/you/progress" title={progressWords.link}>
            {progressWords.linkHint}
          </RowLink>
          <RowLink href="/you/sharing" title={sharedWords.title} />
        </ul>
      ) : null}
      <ProfileForm action={confirmProfileAction} initial={form} profile={profile} submit="Save" />
      {factor ? <SecondFactorLink /> : null}
      <Section title={feedWords.title} id="calendar">
        <CalendarFeed
          feed={feed}
          isCandidate={viewer.role === "candidate"}
          making={freshForm()}
          revoking={freshForm()}
        />
      </Section>
      <Section title="Where you are signed in">
        <SessionList sessions={sessions} ending={freshForm()} leaving={freshForm()} />
      </Section>
    </>
  );
}
