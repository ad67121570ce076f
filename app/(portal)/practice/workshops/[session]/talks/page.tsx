import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InformationalList, LogInformationalForm } from "#components/mocks/informational.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle, Section } from "#components/ui/page.tsx";
import { WhoCanSee } from "#components/ui/words.tsx";
import { isId } from "#lib/core/id.ts";
import { getFair } from "#lib/mocks/queries/informational.ts";
import { informationalFlashes, informationalWords as words } from "#lib/mocks/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: words.title };

export default async function TalksPage({
  params,
  searchParams,
}: PageProps<"/practice/workshops/[session]/talks">) {
  const viewer = await gate("/practice/workshops/[session]/talks");
  const [{ session }, { done, kept }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  if (!isId(session)) notFound();
  const [fair, form] = await Promise.all([getFair(viewer, session, now), keptForms(viewer, kept)]);
  if (!fair) notFound();
  const flash = flashFor(informationalFlashes, done);
  const initial = form("logInformationalInterviewAction", { session });
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={{ href: "/practice", label: "Practice" }} intro={words.intro}>
        {words.title}: {fair.title}
      </PageTitle>
      {fair.hasStarted ? (
        <LogInformationalForm initial={initial} session={session} />
      ) : (
        <p className="text-quiet">{words.notYet(fair.starts.label)}</p>
      )}
      <Section title={words.logged}>
        <InformationalList
          logged={fair.logged}
          form={(informational) => form("correctInformationalInterviewAction", { informational })}
        />
        <WhoCanSee>{words.whoSees}</WhoCanSee>
      </Section>
    </>
  );
}
