import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { RowLink, Section } from "#components/ui/page.tsx";
import { Details } from "#components/ui/notices.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/words.tsx";
import type { getHome } from "#lib/home/queries/home.ts";
import { homeWords } from "#lib/home/words.ts";
import { sayNotHeardAction } from "#lib/interviews/actions.ts";
import type { FormState } from "#lib/web/form-state.ts";

type Home = Awaited<ReturnType<typeof getHome>>;

/** How many that wait stand open; the others are one tap away. */
const open = 3;

/** Interviews that are over and without an answer, each with the way to say what came. */
export function WaitingList({ waiting }: { waiting: Home["waiting"] }) {
  if (waiting.length === 0) return null;
  const more = waiting.slice(open);
  return (
    <Section title={homeWords.waiting}>
      <Waiting interviews={waiting.slice(0, open)} />
      {more.length > 0 ? (
        <Details summary={`${more.length} more`}>
          <Waiting interviews={more} />
        </Details>
      ) : null}
    </Section>
  );
}

function Waiting({ interviews }: { interviews: Home["waiting"] }) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-raised">
      {interviews.map(({ id, employer, jobTitle, when }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-40">
            <p className="font-semibold wrap-anywhere">{employer}</p>
            <p className="text-sm text-quiet wrap-anywhere">
              {jobTitle}, <Time {...when} />
            </p>
          </div>
          <ButtonLink href={`/interviews/${id}/outcome`} variant="quiet">
            <span>
              {homeWords.heardBack}
              <span className="sr-only"> from {employer}</span>
            </span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/** Two weeks without news: asked once about each interview. Each is a form of its own, with a key of its own. */
export function HeardAnything({ silent, form }: { silent: Home["silent"]; form: () => FormState }) {
  if (silent.length === 0) return null;
  return (
    <Section title={homeWords.heardAnything}>
      <ul className="divide-y divide-line rounded-md border border-line bg-raised">
        {silent.map(({ id, employer, jobTitle, when }) => (
          <li key={id} className="space-y-3 px-4 py-3">
            <div>
              <p className="font-semibold wrap-anywhere">{employer}</p>
              <p className="text-sm text-quiet wrap-anywhere">
                {jobTitle}, <Time {...when} />
              </p>
            </div>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={`/interviews/${id}/outcome`} variant="quiet">
                <span>
                  {homeWords.heardBack}
                  <span className="sr-only"> from {employer}</span>
                </span>
              </ButtonLink>
              <ActionForm
                action={sayNotHeardAction}
                initial={form()}
                hidden={{ interview: id }}
                label={`${homeWords.heardAnything} ${employer}`}
              >
                <SubmitButton variant="quiet">{homeWords.notYet}</SubmitButton>
              </ActionForm>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The next interview and the next session, but for the one that is the next step already. */
export function ComingUp({ home: { step, coming, session } }: { home: Home }) {
  const interview = step === "prepare" ? null : coming;
  const practice = step === "join" || step === "session" ? null : session;
  return (
    <>
      {interview ? (
        <Section title={homeWords.nextInterview}>
          <ul className="rounded-md border border-line bg-raised">
            <RowLink
              href={`/interviews/${interview.id}`}
              title={interview.employer}
              aside={<Time {...interview.when} />}
            >
              {interview.jobTitle}
            </RowLink>
          </ul>
        </Section>
      ) : null}
      {practice ? (
        <Section title={homeWords.nextSession}>
          <ul className="rounded-md border border-line bg-raised">
            <RowLink
              href={practice.href}
              title={
                <span className="inline-block wrap-anywhere first-letter:uppercase">{practice.name}</span>
              }
              aside={<Time {...practice.when} />}
            >
              {practice.with}
            </RowLink>
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** Notes that were never opened, but for the one that is the next step already. */
export function UnreadNotes({ home: { step, notes } }: { home: Home }) {
  const others = step === "read" ? notes.slice(1) : notes;
  if (others.length === 0) return null;
  return (
    <Section title={homeWords.notes}>
      <ul className="rounded-md border border-line bg-raised">
        {others.map(({ id, author, employer, interviewId, at }) => (
          <RowLink
            key={id}
            href={`/interviews/${interviewId}/post-mortem`}
            title={`From ${author}`}
            aside={<Time {...at} />}
          >
            About {employer}
          </RowLink>
        ))}
      </ul>
    </Section>
  );
}
