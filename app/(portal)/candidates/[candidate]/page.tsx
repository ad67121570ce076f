import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CandidateFacts } from "#components/candidates/candidate-facts.tsx";
import { Timeline } from "#components/candidates/timeline.tsx";
import { ListDetail } from "#components/layout/list-detail.tsx";
import { InformationalSection } from "#components/mocks/informational-section.tsx";
import { InternalNotesBox } from "#components/reviews/review-forms.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle, Section } from "#components/ui/page.tsx";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { beforeOf } from "#lib/candidates/rules.ts";
import { candidateFlashes, candidatePageWords, candidatesWords } from "#lib/candidates/words.ts";
import { isId } from "#lib/core/id.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

const columns = { list: candidatePageWords.facts, detail: candidatePageWords.timeline };

export const metadata: Metadata = { title: "Candidate" };

export default async function CandidatePage({ params, searchParams }: PageProps<"/candidates/[candidate]">) {
  const viewer = await gate("/candidates/[candidate]");
  const [{ candidate: id }, { done, kept, before: asked }, { now }] = await Promise.all([
    params,
    searchParams,
    thisSession(),
  ]);
  if (!isId(id)) notFound();
  const before = beforeOf(asked);
  const [candidate, form] = await Promise.all([
    getCandidate(viewer, id, { before, now }),
    keptForms(viewer, kept),
  ]);
  if (!candidate) notFound();
  const flash = flashFor(candidateFlashes, done);
  const facts = (
    <div className="space-y-6">
      <CandidateFacts candidate={candidate} form={form} />
      <InternalNotesBox
        form={form("writeInternalNoteAction")}
        candidateId={id}
        postMortem={null}
        internal={candidate.internal}
      />
      <InformationalSection logged={candidate.informational} />
    </div>
  );
  const timeline = (
    <Section title={candidatePageWords.timeline}>
      <Timeline candidate={candidate} isFirst={before === null} />
    </Section>
  );
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={{ href: "/candidates", label: candidatesWords.title }}>{candidate.name}</PageTitle>
      <ListDetail list={facts} detail={timeline} labels={columns} phone="both" />
    </>
  );
}
