import { ActionForm } from "#components/ui/form.tsx";
import { Actions, Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Table } from "#components/ui/table.tsx";
import { deactivateAction } from "#lib/people/actions.ts";
import { pairText } from "#lib/people/rules/deactivation.ts";
import type { TakerChoice } from "#lib/people/rules/deactivation.ts";
import { deactivateWords as words } from "#lib/people/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import type { ShownDeactivation } from "./takers-form.tsx";

type FormProps = { shown: ShownDeactivation; choice: TakerChoice; initial: FormState };

/** What moves to whom, and the one button that carries it out as it is shown here. */
export function DeactivateForm({ shown, choice, initial }: FormProps) {
  return (
    <Section title={words.moves}>
      <Moves shown={shown} />
      <ActionForm
        action={deactivateAction}
        initial={initial}
        hidden={{ person: shown.id, to: choice.all ?? "", shown: shown.shown }}
      >
        {[...choice.each].map(([candidate, counselor]) => (
          <input key={candidate} type="hidden" name="each" value={pairText(candidate, counselor)} />
        ))}
        <Actions>
          <SubmitButton variant="danger">{words.confirm}</SubmitButton>
        </Actions>
      </ActionForm>
    </Section>
  );
}

function Moves({ shown }: { shown: ShownDeactivation }) {
  const { candidates, mocks, cancelled, reviews, actions } = shown;
  const isNothing = [candidates, mocks, cancelled].every(({ length }) => length === 0) && actions === 0;
  if (isNothing) return <p>{words.nothing}</p>;
  return (
    <div className="space-y-6">
      {candidates.length > 0 ? (
        <Table
          caption={words.caption}
          columns={[
            { key: "candidate", label: words.candidate },
            { key: "counselor", label: words.newCounselor },
          ]}
          rows={candidates.map(({ id, name, to }) => ({ key: id, cells: [name, to] }))}
        />
      ) : null}
      {mocks.length > 0 ? <Handed mocks={mocks} /> : null}
      {cancelled.length > 0 ? (
        <Table
          caption={words.sessions}
          columns={[
            { key: "when", label: words.when },
            { key: "fate", label: words.fate },
          ]}
          rows={cancelled.map(({ id, when, counselor }) => ({
            key: id,
            cells: [when, words.cancelledWith(counselor)],
          }))}
        />
      ) : null}
      {reviews > 0 ? <p>{words.reviews(reviews)}</p> : null}
      {actions > 0 ? <p>{words.actions(actions)}</p> : null}
    </div>
  );
}

function Handed({ mocks }: { mocks: ShownDeactivation["mocks"] }) {
  return (
    <div className="space-y-2">
      <Table
        caption={words.sessions}
        columns={[
          { key: "candidate", label: words.candidate },
          { key: "when", label: words.when },
          { key: "fate", label: words.fate },
        ]}
        rows={mocks.map(({ id, candidate, when, to }) => ({
          key: id,
          cells: [candidate, when, to === null ? words.cancelled : words.stays(to)],
        }))}
      />
      <p className="max-w-measure text-sm text-quiet">{words.sessionsHint}</p>
    </div>
  );
}
