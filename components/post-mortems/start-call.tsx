import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { startOnACallAction } from "#lib/post-mortems/actions.ts";
import type { Call } from "#lib/post-mortems/queries/on-a-call.ts";
import { callWords } from "#lib/post-mortems/words/news.ts";
import type { FormFor } from "#lib/web/form-state.ts";

/** For staff: fill in what a candidate tells on a call, or go on with it. `candidate` is a first name. */
export function StartCall({ calls, candidate, form }: { calls: Call[]; candidate: string; form: FormFor }) {
  if (calls.length === 0) return null;
  return (
    <section aria-label={callWords.start} className="space-y-3">
      <p className="text-sm text-quiet">{callWords.startMeans(candidate)}</p>
      <ul className="flex flex-wrap gap-3">
        {calls.map(({ interview, about, does }) => (
          <li key={interview}>
            {does === "go_on" ? (
              <ButtonLink href={`/interviews/${interview}/post-mortem`}>
                {callWords.goOn}: {about}
              </ButtonLink>
            ) : (
              <ActionForm
                action={startOnACallAction}
                initial={form("startOnACallAction", { interview })}
                hidden={{ interview }}
              >
                <SubmitButton variant="quiet">
                  {callWords.start}: {about}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
