import { FlaggedLine } from "#components/mail/flagged-line.tsx";
import { StartCall } from "#components/post-mortems/start-call.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/page.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Time } from "#components/ui/words.tsx";
import { CandidatePatterns } from "./candidate-patterns.tsx";
import type { CandidatePage } from "#lib/candidates/queries/candidate.ts";
import { candidatePageWords } from "#lib/candidates/words.ts";
import { shareOf } from "#lib/post-mortems/rules/patterns.ts";
import { formWords } from "#lib/post-mortems/words/form.ts";
import type { FormFor } from "#lib/web/form-state.ts";

/** What a counselor wants to have in sight while talking to this candidate. */
export function CandidateFacts({ candidate, form }: { candidate: CandidatePage; form: FormFor }) {
  const { next } = candidate;
  const { open: promise, kept } = candidate.promises;
  return (
    <Card>
      <h2 className="font-serif text-xl font-semibold">{candidatePageWords.facts}</h2>
      <DefinitionList
        facts={[
          {
            label: candidatePageWords.next,
            value: next ? (
              <>
                <Time {...next.at} />, {next.employer}
              </>
            ) : (
              candidatePageWords.none
            ),
          },
          { label: candidatePageWords.localTime, value: candidate.localTime },
          {
            label: candidatePageWords.mail,
            value: (
              <a
                href={`mailto:${candidate.email}`}
                className="text-accent underline underline-offset-3 wrap-anywhere"
              >
                {candidate.email}
              </a>
            ),
          },
          candidate.counselor ? { label: candidatePageWords.counselor, value: candidate.counselor } : null,
          kept.cameUp > 0
            ? { label: candidatePageWords.kept, value: keptInWords(kept.yes, kept.cameUp) }
            : null,
        ]}
      />
      {candidate.flag ? <FlaggedLine person={candidate} next={candidate.flag} /> : null}
      {candidate.arrival === "invited" ? (
        <p className="text-sm text-quiet">{candidatePageWords.invited}</p>
      ) : null}
      {promise ? (
        <div>
          <h3 className="font-semibold">{candidatePageWords.promise}</h3>
          <p className="font-serif wrap-anywhere">{formWords.promiseSentence(promise.if, promise.then)}</p>
        </div>
      ) : null}
      <CandidatePatterns candidate={candidate} />
      <div className="flex flex-wrap gap-3 pt-1">
        <ButtonLink href={`/calendar/book?candidate=${candidate.id}`} variant="quiet">
          {candidatePageWords.book}
        </ButtonLink>
        <ButtonLink href={`/candidates/${candidate.id}/interviews/new`} variant="quiet">
          {candidatePageWords.logInterview}
        </ButtonLink>
      </div>
      <StartCall calls={candidate.calls} candidate={candidate.firstName} form={form} />
    </Card>
  );
}

function keptInWords(kept: number, cameUp: number): string {
  const share = shareOf(kept, cameUp);
  return share === null
    ? candidatePageWords.keptOf(kept, cameUp)
    : candidatePageWords.keptShare(kept, cameUp, share);
}
