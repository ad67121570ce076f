import { ActionForm } from "#components/ui/form.tsx";
import { Section } from "#components/ui/page.tsx";
import { demoSignInAction } from "#lib/accounts/actions.ts";
import { roleWords } from "#lib/accounts/words.ts";
import type { listDemoPeople } from "#lib/accounts/queries.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { DemoButton } from "./demo-button.tsx";

type DemoPeopleProps = { people: Awaited<ReturnType<typeof listDemoPeople>>; initial: FormState };

/** The demo's people, one press each. */
export function DemoPeople({ people, initial }: DemoPeopleProps) {
  return (
    <Section title="Look around as somebody of the demo">
      <ActionForm action={demoSignInAction} initial={initial} className="grid gap-2">
        {people.map(({ id, name, role, line }) => (
          <DemoButton key={id} person={id} name={name} line={`${roleWords[role]} · ${line}`} />
        ))}
      </ActionForm>
    </Section>
  );
}
