import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { OwnRequestView } from "#components/people/own-request.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { now } from "#lib/infra/clock.ts";
import { getOwnRequest } from "#lib/people/queries/help.ts";
import { guestFlashes, guestPages, helpPages } from "#lib/people/words/help.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm } from "#lib/web/session.ts";

// The address is a key: no search engine keeps it.
export const metadata: Metadata = { title: helpPages.title, robots: { index: false } };

type Props = PageProps<"/help/[request]/[token]">;

/** Where the link of a guest's mail leads. Opening it changes nothing. */
export default async function OwnRequestPage({ params, searchParams }: Props) {
  const [{ request, token }, { done, answer }] = await Promise.all([params, searchParams]);
  if (!isId(request)) notFound();
  const [agency, shown] = await Promise.all([getAgency(), getOwnRequest(request, token, now())]);
  const flash = flashFor(guestFlashes, done);
  return (
    <PublicShell agency={agency.name}>
      {flash && shown ? <Flash>{flash}</Flash> : null}
      {shown ? (
        <OwnRequestView shown={shown} form={freshForm} no={answer === "no"} />
      ) : (
        <>
          <PageTitle intro={guestPages.gone}>{guestPages.goneTitle}</PageTitle>
          <ButtonLink href="/help">{helpPages.title}</ButtonLink>
        </>
      )}
    </PublicShell>
  );
}
