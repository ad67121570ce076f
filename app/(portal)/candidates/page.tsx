import type { Metadata } from "next";
import { CandidateList, NoCandidates } from "#components/candidates/candidate-list.tsx";
import { CandidateFilters } from "#components/candidates/candidate-filters.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { KeyHelp } from "#components/ui/key-help.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listCandidates } from "#lib/candidates/queries/list.ts";
import { filterOf } from "#lib/candidates/rules.ts";
import { candidatesWords } from "#lib/candidates/words.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Candidates" };

export default async function CandidatesPage({ searchParams }: PageProps<"/candidates">) {
  const viewer = await gate("/candidates");
  const [{ show, after }, { now }] = await Promise.all([searchParams, thisSession()]);
  const filter = filterOf(show);
  const { candidates, next } = await listCandidates(viewer, {
    filter,
    after: typeof after === "string" ? after : null,
    now,
  });
  const actions = (
    <>
      <KeyHelp row="candidate" />
      <ButtonLink href="/candidates/invite">{candidatesWords.invite}</ButtonLink>
    </>
  );
  return (
    <>
      <PageTitle actions={actions}>{candidatesWords.title}</PageTitle>
      <CandidateFilters current={filter} isAdmin={viewer.role === "admin"} />
      {candidates.length === 0 ? <NoCandidates filter={filter} /> : <CandidateList candidates={candidates} />}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={`/candidates?show=${filter}&after=${next}`} variant="quiet">
            {candidatesWords.more}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
