import { RadioList } from "#components/ui/choices.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import type { FormFor, FormState } from "#lib/web/form-state.ts";
import { letInAction, placeSomebodyAction } from "#lib/workshops/actions/roster.ts";
import type { Roster } from "#lib/workshops/queries/roster.ts";
import { rosterWords as words } from "#lib/workshops/words/roster.ts";
import { workshopLimits } from "#lib/workshops/words/staff.ts";

/** Narrows the roster by name; a plain form, so the address holds what was searched. */
export function RosterSearch({ search }: { search: string }) {
  return (
    <search className="print:hidden">
      <form method="get" className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            name="q"
            label={words.search}
            optional
            type="search"
            autoComplete="off"
            maxLength={workshopLimits.walkInName}
            defaultValue={search}
          />
        </div>
        <button type="submit" className={buttonClass({ variant: "quiet" })}>
          {words.find}
        </button>
      </form>
    </search>
  );
}

type OthersProps = { roster: Roster; session: string; search: string; form: FormFor };

/** Who is not on the list: to be placed before, to be let in at the door. */
export function Others({ roster, session, search, form }: OthersProps) {
  if (!roster.session.fill || roster.session.isDraft || roster.session.phase === "cancelled") return null;
  if (!roster.isDoorOpen)
    return <Place roster={roster} session={session} form={(hidden) => form("placeSomebodyAction", hidden)} />;
  return (
    <Door roster={roster} session={session} search={search} form={() => form("letInAction", { session })} />
  );
}

type DoorProps = { roster: Roster; session: string; search: string; form: () => FormState };

/** Somebody who just came: a candidate of that name with one tap, or a name. */
function Door({ roster, session, search, form }: DoorProps) {
  return (
    <div className="print:hidden">
      <Section title={words.door}>
        <p className="text-sm text-quiet">{words.doorHint}</p>
        {roster.others.length > 0 ? (
          <ul className="rounded-lg border border-line bg-raised">
            {roster.others.map(({ id, name }) => (
              <li
                key={id}
                className="flex items-center justify-between gap-4 border-b border-line px-3 py-2 last:border-b-0"
              >
                <span className="font-semibold wrap-anywhere">{name}</span>
                <ActionForm
                  action={letInAction}
                  initial={form()}
                  hidden={{ session, candidate: id }}
                  label={`${words.letIn}: ${name}`}
                >
                  <SubmitButton variant="quiet" pendingLabel={words.saving}>
                    {words.letIn}
                    <VisuallyHidden>: {name}</VisuallyHidden>
                  </SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ul>
        ) : null}
        <ActionForm action={letInAction} initial={form()} hidden={{ session }} label={words.door}>
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            autoComplete="off"
            maxLength={workshopLimits.walkInName}
            defaultValue={search}
          />
          <SubmitButton variant="quiet" pendingLabel={words.saving}>
            {words.letIn}
          </SubmitButton>
        </ActionForm>
      </Section>
    </div>
  );
}

type PlaceProps = { roster: Roster; session: string; form: (hidden: Record<string, string>) => FormState };

/** Before the door opens: candidates of the searched name, to be given a seat with a reason. */
function Place({ roster, session, form }: PlaceProps) {
  if (roster.others.length === 0) return null;
  const hidden = { session };
  return (
    <div className="print:hidden">
      <Section title={words.place}>
        <ActionForm action={placeSomebodyAction} initial={form(hidden)} hidden={hidden} label={words.place}>
          <RadioList
            name="candidate"
            label={words.candidate}
            hint={words.placeHint}
            options={roster.others.map(({ id, name }) => ({ value: id, label: name }))}
            {...(roster.others.length === 1 && roster.others[0] ? { defaultValue: roster.others[0].id } : {})}
          />
          <TextField
            name="reason"
            label={words.reason}
            maxLength={workshopLimits.placedReason}
            autoComplete="off"
          />
          <SubmitButton variant="quiet" pendingLabel={words.saving}>
            {words.placeIt}
          </SubmitButton>
        </ActionForm>
      </Section>
    </div>
  );
}
