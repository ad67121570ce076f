import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details, EmptyState } from "#components/ui/notices.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Prose, Time } from "#components/ui/words.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import { correctInformationalInterviewAction, logInformationalInterviewAction } from "#lib/mocks/actions.ts";
import type { ShownInformational } from "#lib/mocks/queries/informational.ts";
import { informationalWords as words, talkLimits } from "#lib/mocks/words.ts";

/** Logs one and is empty again for the next. */
export function LogInformationalForm({ initial, session }: { initial: FormState; session: string }) {
  return (
    <ActionForm action={logInformationalInterviewAction} initial={initial} hidden={{ session }}>
      <InformationalFields saved={null} />
      <Actions>
        <SubmitButton>{words.add}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

function InformationalFields({ saved }: { saved: ShownInformational | null }) {
  return (
    <>
      <TextField
        name="whom"
        label={words.whom}
        hint={words.whomHint}
        maxLength={talkLimits.whom}
        autoComplete="off"
        defaultValue={saved?.whom ?? ""}
      />
      <TextArea
        name="learned"
        label={words.learned}
        optional
        rows={2}
        maxLength={talkLimits.learned}
        defaultValue={saved?.learned ?? ""}
      />
      <TextField
        name="askNext"
        label={words.askNext}
        optional
        maxLength={talkLimits.askNext}
        autoComplete="off"
        defaultValue={saved?.askNext ?? ""}
      />
    </>
  );
}

type ListProps = {
  logged: ShownInformational[];
  /** Makes the form that corrects one; left out for staff. */
  form?: (informational: string) => FormState;
};

/** What was logged, newest first; nothing is deleted, everything can be corrected. */
export function InformationalList({ logged, form }: ListProps) {
  if (logged.length === 0) return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  return (
    <ul className="space-y-3">
      {logged.map((one) => (
        <li
          key={`${one.id} ${one.version}`}
          className="space-y-2 rounded-lg border border-line bg-raised p-4"
        >
          <p className="font-semibold wrap-anywhere">{one.whom}</p>
          {one.learned ? <Prose>{one.learned}</Prose> : null}
          {one.askNext ? <p className="wrap-anywhere">{words.next(one.askNext)}</p> : null}
          <p className="text-sm text-quiet">
            <Time {...one.at} />
          </p>
          {form ? (
            <ActionForm
              action={correctInformationalInterviewAction}
              initial={form(one.id)}
              hidden={{ informational: one.id, version: String(one.version) }}
              label={`${words.correct}: ${one.whom}`}
            >
              <Details summary={words.correct}>
                <InformationalFields saved={one} />
                <SubmitButton variant="quiet">{words.save}</SubmitButton>
              </Details>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
