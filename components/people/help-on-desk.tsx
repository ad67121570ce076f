import { ButtonLink } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Card, Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Prose, WhoCanSee } from "#components/ui/words.tsx";
import { acceptHelpAction, answerHelpAction } from "#lib/people/actions/help.ts";
import type { DeskRequest } from "#lib/people/queries/help.ts";
import { helpDeskWords } from "#lib/people/words/help.ts";
import type { FormFor } from "#lib/web/form-state.ts";

type Props = { request: DeskRequest; form: FormFor };

/** A request for help with its two acts; once it is settled, who did it. */
export function HelpOnDesk({ request, form }: Props) {
  return (
    <>
      <Card>
        <h2 className="text-sm text-quiet">{helpDeskWords.words}</h2>
        <Prose>{request.happened}</Prose>
        <p className="text-sm wrap-anywhere text-quiet">
          {helpDeskWords.address}: {request.email}
        </p>
        <WhoCanSee>{helpDeskWords.whoSees}</WhoCanSee>
      </Card>
      {request.isOpen ? <Acts request={request} form={form} /> : <Settled request={request} />}
    </>
  );
}

function Acts({ request: { id }, form }: Props) {
  const hidden = { request: id };
  return (
    <>
      <Section title={helpDeskWords.acceptSection}>
        <ActionForm action={acceptHelpAction} initial={form("acceptHelpAction", hidden)} hidden={hidden}>
          <p className="text-sm text-quiet">{helpDeskWords.acceptHint}</p>
          <SubmitButton pendingLabel="Inviting…">{helpDeskWords.accept}</SubmitButton>
        </ActionForm>
      </Section>
      <Section title={helpDeskWords.answerSection}>
        <ActionForm action={answerHelpAction} initial={form("answerHelpAction", hidden)} hidden={hidden}>
          <TextArea name="answer" label={helpDeskWords.answer} hint={helpDeskWords.answerHint} />
          <SubmitButton variant="quiet" pendingLabel="Sending…">
            {helpDeskWords.send}
          </SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}

function Settled({ request: { accepted, answered, candidate } }: Pick<Props, "request">) {
  return (
    <div className="mt-6 space-y-4">
      {accepted ? (
        <p className="font-semibold">
          {helpDeskWords.acceptedBy(accepted.by)}, {accepted.at}.
        </p>
      ) : null}
      {answered ? (
        <>
          <p className="font-semibold">
            {helpDeskWords.answeredBy(answered.by)}, {answered.at}.
          </p>
          <Prose>{answered.answer}</Prose>
        </>
      ) : null}
      {!accepted && !answered ? <p>{helpDeskWords.here}</p> : null}
      {candidate ? <ButtonLink href={`/candidates/${candidate}`}>{helpDeskWords.see}</ButtonLink> : null}
    </div>
  );
}
