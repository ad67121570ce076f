import { StartCall } from "#components/post-mortems/start-call.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, TextLink } from "#components/ui/page.tsx";
import { DefinitionList, Time } from "#components/ui/words.tsx";
import type { CandidatePage } from "#lib/candidates/queries/candidate.ts";
import { candidatePageWords } from "#lib/candidates/words.ts";
import { formWords } from "#lib/post-mortems/words.ts";
import type { FormFor } from "#lib/web/form-state.ts";

/** What a counselor wants to have in sight while talking to this candidate. */
export function CandidateFacts({ candidate, form }: { candidate: CandidatePage; form: FormFor }) {
  const { next } = candidate;
  const promise = candidate.views.find((view) => view.promise !== null)?.promise;
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
        ]}
      />
      {candidate.arrival === "invited" ? (
        <p className="text-sm text-quiet">{candidatePageWords.invited}</p>
      ) : null}
      {promise ? (
        <div>
          <h3 className="font-semibold">{candidatePageWords.promise}</h3>
          <p className="font-serif wrap-anywhere">{formWords.promiseSentence(promise.if, promise.then)}</p>
        </div>
      ) : null}
      <Views candidate={candidate} />
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

/** Causes of the latest post-mortems on which both have chosen. */
function Views({ candidate }: { candidate: CandidatePage }) {
  const chosen = candidate.views.flatMap(({ id, employer, candidate: own, counselor }) =>
    own && counselor ? [{ id, employer, own, counselor }] : [],
  );
  if (chosen.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{candidatePageWords.causes}</h3>
      <ul className="space-y-1">
        {chosen.map(({ id, employer, own, counselor }) => (
          <li key={id}>
            <TextLink href={`/desk/post-mortems/${id}#causes`}>{employer}</TextLink>
            {": "}
            {own === counselor
              ? `${own} (${candidatePageWords.agreed})`
              : candidatePageWords.differ(candidate.firstName, own, counselor)}
          </li>
        ))}
      </ul>
    </div>
  );
}
