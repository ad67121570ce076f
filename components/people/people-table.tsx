import type { ReactNode } from "react";
import { ActionForm } from "#components/ui/form.tsx";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import { roleWords } from "#lib/accounts/words.ts";
import { changeRoleAction, inviteAgainAction } from "#lib/people/actions.ts";
import type { listPeople } from "#lib/people/queries.ts";
import { arrivalWords } from "#lib/people/words.ts";
import type { FormState } from "#lib/web/form-state.ts";

type Person = Awaited<ReturnType<typeof listPeople>>["people"][number];

/**
 * Everybody with their role, how far they have come, and the one thing an admin can do about it. `form` makes a new form for
 * each row: with one key for all, the second invitation that is sent again would be taken for the first.
 */
export function PeopleTable({
  people,
  self,
  form,
}: {
  people: Person[];
  self: string;
  form: () => FormState;
}) {
  return (
    <Table
      caption="The agency’s people first"
      columns={[
        { key: "name", label: "Name" },
        { key: "role", label: "Role" },
        { key: "arrival", label: "State" },
        { key: "act", label: "Change" },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <div key="name" className="min-w-0 text-left">
            <span className="font-semibold">{person.name}</span>
            <span className="block text-sm font-normal wrap-anywhere text-quiet">{person.email}</span>
          </div>,
          person.counselor ? `${roleWords[person.role]} of ${person.counselor}` : roleWords[person.role],
          <Arrival key="arrival" person={person} />,
          actFor(person, self, form()),
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

/** The one thing to do about somebody, or null. */
function actFor(person: Person, self: string, form: FormState): ReactNode {
  if (person.arrival === "invited") {
    return (
      <ActionForm action={inviteAgainAction} initial={form} hidden={{ person: person.id }}>
        <SubmitButton variant="quiet" size="small" pendingLabel="Sending…">
          Send again<VisuallyHidden> to {person.name}</VisuallyHidden>
        </SubmitButton>
      </ActionForm>
    );
  }
  if (person.role === "candidate" || person.arrival === "left" || person.id === self) return null;
  const role = person.role === "admin" ? "counselor" : "admin";
  return (
    <ActionForm
      action={changeRoleAction}
      initial={form}
      hidden={{ person: person.id, role, version: String(person.version) }}
    >
      <SubmitButton variant="quiet" size="small">
        Make {role}
        <VisuallyHidden>: {person.name}</VisuallyHidden>
      </SubmitButton>
    </ActionForm>
  );
}
