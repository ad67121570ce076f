import { ChoiceChips, RadioList } from "#components/ui/choices.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { askForHelpAction } from "#lib/people/actions/help.ts";
import type { OpenWorkshop } from "#lib/people/queries/open-workshops.ts";
import { helpPages, topicWords } from "#lib/people/words/help.ts";
import type { FormState } from "#lib/web/form-state.ts";

type AskFormProps = { agency: string; workshops: OpenWorkshop[]; initial: FormState };

/** The short form of the public page: what it is about is a topic, or one of the sessions that can be joined. */
export function AskForm({ agency, workshops, initial }: AskFormProps) {
  const topics = Object.entries(topicWords).map(([value, label]) => ({ value, label }));
  const sessions = workshops
    .filter(({ canAsk }) => canAsk)
    .map(({ id, title, start, text }) => ({
      value: `session-${id}`,
      label: helpPages.seatIn(title),
      hint: `${start}, ${text}`,
    }));
  return (
    <ActionForm action={askForHelpAction} initial={initial}>
      <TextField name="name" label={helpPages.name} autoComplete="name" />
      <TextField
        name="email"
        label={helpPages.email}
        hint={helpPages.emailHint}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
      />
      <RadioList name="about" label={helpPages.topic} options={[...topics, ...sessions]} />
      <TextArea name="happened" label={helpPages.happened} hint={helpPages.happenedHint} />
      <ChoiceChips
        multiple
        name="consent"
        label={helpPages.consentLabel}
        options={[{ value: "yes", label: helpPages.consent(agency) }]}
      />
      <Actions>
        <SubmitButton pendingLabel="Sending…">{helpPages.send}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
