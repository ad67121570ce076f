import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Select, TextField } from "#components/ui/fields.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { roleWords } from "#lib/accounts/words.ts";
import type { listCounselors } from "#lib/people/queries.ts";
import { isNarrowed, listedRoles, nobody, soughtLimit } from "#lib/people/rules/filters.ts";
import type { PeopleFilter } from "#lib/people/rules/filters.ts";
import { arrivalWords, peoplePageWords } from "#lib/people/words.ts";

type FilterProps = { filter: PeopleFilter; counselors: Awaited<ReturnType<typeof listCounselors>> };

/** Search and filters of the list: a plain form, since the address is the state. */
export function PeopleFilterForm({ filter, counselors }: FilterProps) {
  return (
    <form
      method="get"
      action="/people"
      role="search"
      className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <TextField
        name="q"
        type="search"
        label={peoplePageWords.search}
        optional
        maxLength={soughtLimit}
        defaultValue={filter.sought}
        autoComplete="off"
      />
      <Select
        name="role"
        label={peoplePageWords.role}
        optional
        placeholder={peoplePageWords.anyRole}
        defaultValue={filter.role ?? ""}
        options={listedRoles.map((value) => ({ value, label: roleWords[value] }))}
      />
      <Select
        name="state"
        label={peoplePageWords.state}
        optional
        placeholder={peoplePageWords.anyState}
        defaultValue={filter.arrival ?? ""}
        options={Object.entries(arrivalWords).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="counselor"
        label={peoplePageWords.counselor}
        optional
        placeholder={peoplePageWords.anyCounselor}
        defaultValue={filter.counselor ?? ""}
        options={[
          { value: nobody, label: peoplePageWords.withoutCounselor },
          ...counselors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="flex flex-wrap gap-3 sm:col-span-2 lg:col-span-4">
        <Button type="submit" variant="quiet">
          {peoplePageWords.find}
        </Button>
        {isNarrowed(filter) ? (
          <ButtonLink href="/people" variant="quiet">
            {peoplePageWords.clear}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}

/** In place of the list. There is always the admin who looks, so it is the filter that leaves nobody. */
export function NobodyFound() {
  return (
    <EmptyState
      title={peoplePageWords.noneTitle}
      action={
        <ButtonLink href="/people" variant="quiet">
          {peoplePageWords.clear}
        </ButtonLink>
      }
    >
      {peoplePageWords.none}
    </EmptyState>
  );
}
