import { ActionForm } from "#components/ui/form.tsx";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import { roleWords } from "#lib/accounts/words.ts";
import { inviteAgainAction } from "#lib/people/actions.ts";
import type { listPeople } from "#lib/people/queries.ts";
import { arrivalWords, peoplePageWords } from "#lib/people/words.ts";
import type { FormState } from "#lib/web/form-state.ts";

type Person = Awaited<ReturnType<typeof listPeople>>["people"][number];

/**
 * Everybody with their role and how far they have come; everything else is on their page. `form` makes a new form for each
 * row: with one key for all, the second invitation that is sent again would be taken for the first.
 */
export function PeopleTable({ people, form }: { people: Person[]; form: () => FormState }) {
  return (
    <Table
      caption={peoplePageWords.caption}
      columns={[
        { key: "name", label: "Name" },
        { key: "role", label: peoplePageWords.role },
        { key: "arrival", label: peoplePageWords.state },
        { key: "act", label: "Invitation" },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <div key="name" className="min-w-0 text-left">
            <TextLink href={`/people/${person.id}`}>{person.name}</TextLink>
            <span className="block text-sm font-normal wrap-anywhere text-quiet">{person.email}</span>
          </div>,
          person.counselor ? `${roleWords[person.role]} of ${person.counselor}` : roleWords[person.role],
          <Arrival key="arrival" person={person} />,
          person.arrival === "invited" ? <SendAgain key="act" person={person} form={form()} /> : null,
        ],
      }))}
    />
  );
}

function Arrival({ person }: { person: Person }) {
  if (person.arrival !== "invited") return arrivalWords[person.arrival];
  return (
    <>
      <Tag icon="mail">{arrivalWords.invited}</Tag> <Time {...person.invited} />
    </>
  );
}

function SendAgain({ person, form }: { person: Person; form: FormState }) {
  return (
    <ActionForm action={inviteAgainAction} initial={form} hidden={{ person: person.id }}>
      <SubmitButton variant="quiet" size="small" pendingLabel="Sending…">
        Send again<VisuallyHidden> to {person.name}</VisuallyHidden>
      </SubmitButton>
    </ActionForm>
  );
}
