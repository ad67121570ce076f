import type { Metadata } from "next";
import { MailFilterForm } from "#components/mail/mail-filter.tsx";
import { MailTable } from "#components/mail/mail-table.tsx";
import { QueueHealth } from "#components/mail/queue-health.tsx";
import { StateFilter } from "#components/mail/state-filter.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState, Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { WhoCanSee } from "#components/ui/words.tsx";
import { getQueueHealth } from "#lib/mail/queries/health.ts";
import { listMails } from "#lib/mail/queries/log.ts";
import { pagePlaceFrom } from "#lib/core/paging.ts";
import { filterFrom, logAddress } from "#lib/mail/rules.ts";
import { mailFlashes, mailLogWords } from "#lib/mail/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: mailLogWords.title };

export default async function LogPage({ searchParams }: PageProps<"/log">) {
  const viewer = await gate("/log");
  const [asked, { now }] = await Promise.all([searchParams, thisSession()]);
  const filter = filterFrom(asked);
  const [{ mails, next, whoSees, person }, health] = await Promise.all([
    listMails(viewer, { ...filter, after: pagePlaceFrom(asked["after"]), now }),
    getQueueHealth(viewer, now),
  ]);
  const flash = flashFor(mailFlashes, asked["done"]);
  const isNarrowed = logAddress(filter) !== "/log";
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle intro={person ? mailLogWords.onlyOf(person) : mailLogWords.intro}>
        {mailLogWords.title}
      </PageTitle>
      {health ? <QueueHealth health={health} /> : null}
      <StateFilter filter={filter} />
      <MailFilterForm filter={filter} byAddress={viewer.role === "admin"} />
      {mails.length > 0 ? (
        <MailTable mails={mails} caption={mailLogWords.caption} form={freshForm} />
      ) : (
        <EmptyState title={isNarrowed ? mailLogWords.none : mailLogWords.empty}>
          {isNarrowed ? mailLogWords.noneWhy : mailLogWords.emptyWhy}
        </EmptyState>
      )}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={logAddress(filter, { after: next })} variant="quiet">
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
