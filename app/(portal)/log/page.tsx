import type { Metadata } from "next";
import { MailTable } from "#components/mail/mail-table.tsx";
import { StateFilter } from "#components/mail/state-filter.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { WhoCanSee } from "#components/ui/words.tsx";
import { listMails } from "#lib/mail/queries.ts";
import { placeFrom, stateFrom } from "#lib/mail/rules.ts";
import { mailLogWords } from "#lib/mail/words.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: mailLogWords.title };

export default async function LogPage({ searchParams }: PageProps<"/log">) {
  const viewer = await gate("/log");
  const [{ state: typed, after }, { now }] = await Promise.all([searchParams, thisSession()]);
  const state = stateFrom(typed);
  const { mails, next, whoSees } = await listMails(viewer, { state, after: placeFrom(after), now });
  const more = new URLSearchParams({ ...(state && { state }), after: next ?? "" });
  return (
    <>
      <PageTitle intro={mailLogWords.intro}>{mailLogWords.title}</PageTitle>
      <StateFilter chosen={state} />
      {mails.length > 0 ? (
        <MailTable mails={mails} caption={mailLogWords.caption} />
      ) : (
        <EmptyState title={state ? mailLogWords.noneOfState : mailLogWords.empty}>
          {mailLogWords.emptyWhy}
        </EmptyState>
      )}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={`/log?${more.toString()}`} variant="quiet">
            {mailLogWords.more}
          </ButtonLink>
        </p>
      ) : null}
      <div className="mt-6">
        <WhoCanSee>{whoSees}</WhoCanSee>
      </div>
    </>
  );
}
