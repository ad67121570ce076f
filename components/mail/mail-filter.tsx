import { Select, TextField } from "#components/ui/fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { kindChoices } from "#lib/mail/rules.ts";
import type { MailFilter } from "#lib/mail/rules.ts";
import { mailLogWords } from "#lib/mail/words.ts";

/** Kind and reader, as a form that asks: the address is the filter. `byAddress`: the search finds addresses too. */
export function MailFilterForm({ filter, byAddress }: { filter: MailFilter; byAddress: boolean }) {
  const { state, kinds, search, person } = filter;
  return (
    <form action="/log" role="search" className="mb-6 flex flex-wrap items-end gap-3">
      {state ? <input type="hidden" name="state" value={state} /> : null}
      <div className="w-full sm:w-72">
        <TextField
          name="q"
          type="search"
          optional
          maxLength={120}
          label={byAddress ? mailLogWords.searchAdmin : mailLogWords.search}
          defaultValue={search}
        />
      </div>
      <div className="w-full sm:w-72">
        <Select
          name="kind"
          optional
          label={mailLogWords.kind}
          placeholder={mailLogWords.anyKind}
          defaultValue={kinds?.[0] ?? ""}
          options={[...kindChoices]}
        />
      </div>
      <Button type="submit" variant="quiet">
        {mailLogWords.find}
      </Button>
      {search || kinds || person ? <TextLink href="/log">{mailLogWords.reset}</TextLink> : null}
    </form>
  );
}
