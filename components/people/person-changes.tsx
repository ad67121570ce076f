import { ButtonLink } from "#components/ui/button.tsx";
import { Select } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import {
  changeRoleAction,
  handOverCandidateAction,
  inviteAgainAction,
  reactivateAction,
} from "#lib/people/actions.ts";
import { resetSecondFactorAction } from "#lib/accounts/actions/second-factor.ts";
import { secondFactorWords } from "#lib/accounts/words/second-factor.ts";
import type { listCounselors } from "#lib/people/queries.ts";
import { peoplePageWords as words } from "#lib/people/words.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import type { ShownPerson } from "./person-facts.tsx";

type ChangesProps = {
  person: ShownPerson;
  counselors: Awaited<ReturnType<typeof listCounselors>>;
  forms: FormFor;
  isSelf: boolean;
};

/** What an admin can do about somebody. */
export function PersonChanges(props: ChangesProps) {
  const { person, forms, isSelf } = props;
  const hidden = { person: person.id, version: String(person.version) };
  if (person.arrival === "left")
    return (
      <Section title={words.reactivate}>
        <p className="max-w-measure text-quiet">{words.reactivateHint}</p>
        <ActionForm action={reactivateAction} initial={forms("reactivateAction", hidden)} hidden={hidden}>
          <SubmitButton variant="quiet">{words.reactivate}</SubmitButton>
        </ActionForm>
      </Section>
    );
  return (
    <>
      {person.arrival === "invited" ? (
        <Section title={words.invited}>
          <ActionForm
            action={inviteAgainAction}
            initial={forms("inviteAgainAction")}
            hidden={{ person: person.id }}
          >
            <SubmitButton variant="quiet" pendingLabel="Sending…">
              {words.sendAgain}
            </SubmitButton>
          </ActionForm>
        </Section>
      ) : null}
      {person.role === "candidate" ? <HandOver {...props} /> : null}
      {person.role === "candidate" || isSelf ? null : <ChangeRole {...props} />}
      {person.secondFactor && !isSelf ? <ResetSecondFactor {...props} /> : null}
      <Section title={words.deactivate}>
        <p className="max-w-measure text-quiet">{words.deactivateHint}</p>
        <ButtonLink href={`/people/${person.id}/deactivate`} variant="danger">
          {words.deactivate}
        </ButtonLink>
      </Section>
    </>
  );
}

function HandOver({ person, counselors, forms }: ChangesProps) {
  const hidden = { person: person.id, version: String(person.version) };
  const others = counselors.filter(({ id }) => id !== person.counselor?.id);
  return (
    <Section title={words.handOver}>
      <ActionForm
        action={handOverCandidateAction}
        initial={forms("handOverCandidateAction", hidden)}
        hidden={hidden}
        className="max-w-field space-y-4"
      >
        <Select
          name="counselor"
          label={words.counselor}
          hint={words.handOverHint}
          placeholder="Choose one"
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton variant="quiet">{words.handOver}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function ChangeRole({ person, forms }: ChangesProps) {
  const role = person.role === "admin" ? "counselor" : "admin";
  const hidden = { person: person.id, role, version: String(person.version) };
  return (
    <Section title={words.changeRole}>
      <p className="max-w-measure text-quiet">{words.roleHint}</p>
      <ActionForm action={changeRoleAction} initial={forms("changeRoleAction", hidden)} hidden={hidden}>
        <SubmitButton variant="quiet">{words.makeRole(role)}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function ResetSecondFactor({ person, forms }: ChangesProps) {
  const hidden = { person: person.id };
  return (
    <Section title={secondFactorWords.resetTitle}>
      <p className="max-w-measure text-quiet">{secondFactorWords.resetHint}</p>
      <ActionForm
        action={resetSecondFactorAction}
        initial={forms("resetSecondFactorAction", hidden)}
        hidden={hidden}
      >
        <SubmitButton variant="quiet">{secondFactorWords.reset}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
