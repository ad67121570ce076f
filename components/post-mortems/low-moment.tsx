import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Card } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { IconLine, Prose, Time, WhoCanSee } from "#components/ui/words.tsx";
import { outcomeStaffLabels } from "#lib/interviews/words.ts";
import { noteCallAction } from "#lib/post-mortems/actions.ts";
import type { LowMoment } from "#lib/post-mortems/queries/moments.ts";
import { moodLabels } from "#lib/post-mortems/words/form.ts";
import { lowMomentWords } from "#lib/post-mortems/words/rest.ts";
import type { FormFor } from "#lib/web/form-state.ts";

/** The short view for the counselor: how somebody feels, and whether they would like a call. No review is due. */
export function LowMomentShown({ moment, form }: { moment: LowMoment; form: FormFor }) {
  const { shared, names } = moment;
  return (
    <div className="space-y-6">
      <Card>
        <h2 className="font-serif text-xl font-semibold">
          {shared ? lowMomentWords.title(names.candidate) : lowMomentWords.titleCall(names.candidate)}
        </h2>
        {shared ? (
          <DefinitionList
            facts={[
              { label: lowMomentWords.sent, value: <Time {...shared.sentAt} /> },
              shared.mood && { label: lowMomentWords.mood, value: moodLabels[shared.mood] },
              { label: lowMomentWords.outcome, value: outcomeStaffLabels[shared.outcome] },
            ]}
          />
        ) : (
          <p className="text-quiet">{lowMomentWords.onlyCall}</p>
        )}
        {shared?.keepLine ? (
          <div>
            <h3 className="font-semibold">{lowMomentWords.keep}</h3>
            <Prose>{shared.keepLine}</Prose>
          </div>
        ) : null}
        {shared ? <p className="text-quiet">{lowMomentWords.noReview}</p> : null}
        {shared ? <WhoCanSee>{shared.whoCanSee}</WhoCanSee> : null}
      </Card>
      <CallAsked moment={moment} form={form} />
      {moment.isOwnCandidate ? (
        <ButtonLink href={`/candidates/${moment.candidateId}`} variant="quiet">
          {lowMomentWords.candidate(names.candidate)}
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** That a call was made, or asked for with the one tap that notes it. Nothing where there is neither. */
export function CallAsked({ moment, form }: { moment: LowMoment; form: FormFor }) {
  const { call, id } = moment;
  if (!call) return null;
  if (call.called)
    return <IconLine icon="done">{lowMomentWords.called(call.called.by, call.called.at.label)}</IconLine>;
  const hidden = { postMortem: id };
  return (
    <Card marked>
      <p className="font-semibold">{lowMomentWords.askedCall(call.askedAt.label)}</p>
      <ActionForm
        action={noteCallAction}
        initial={form("noteCallAction", hidden)}
        hidden={hidden}
        label={lowMomentWords.iCalled}
      >
        <SubmitButton>{lowMomentWords.iCalled}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
