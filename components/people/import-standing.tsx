import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Card } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { confirmImportAction, takeBackImportAction } from "#lib/people/actions.ts";
import type { getImport } from "#lib/people/queries/import.ts";
import { oneImportWords as words } from "#lib/people/words/import.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { KeepsFresh } from "./keeps-fresh.tsx";

export type ShownImport = NonNullable<Awaited<ReturnType<typeof getImport>>>;

type StandingProps = { list: ShownImport; confirming: FormState; takingBack: FormState };

/** Where a list stands, and what can be done about it. */
export function ImportStanding(props: StandingProps) {
  const { state, counts, id } = props.list;
  if (state === "preview") return <Preview {...props} />;
  if (state === "running")
    return (
      <Card marked>
        <Progress counts={counts} />
        <p>{words.running}</p>
        <ButtonLink href={`/people/import/${id}`} variant="quiet">
          {words.refresh}
        </ButtonLink>
        <KeepsFresh />
      </Card>
    );
  return (
    <Card>
      {state === "done" ? (
        <>
          <Progress counts={counts} />
          <p className="font-semibold">{words.ended(counts.people, counts.interviews)}</p>
        </>
      ) : (
        <p className="font-semibold">{words.takenBack}</p>
      )}
      <ButtonLink href="/people/import" variant="quiet">
        {words.another}
      </ButtonLink>
    </Card>
  );
}

function Progress({ counts }: Pick<ShownImport, "counts">) {
  const said = words.progress(counts.settled, counts.good);
  return (
    <div className="space-y-2">
      <p role="status">{said}</p>
      <progress
        value={counts.settled}
        max={Math.max(counts.good, 1)}
        aria-label={said}
        className="h-3 w-full max-w-field"
      />
    </div>
  );
}

function Preview({ list, confirming, takingBack }: StandingProps) {
  const { id, counts } = list;
  return (
    <Card marked>
      <p className="font-semibold">
        {counts.good > 0 ? words.good(counts.people, counts.interviews) : words.noneGood}
      </p>
      <p>{counts.bad > 0 ? `${words.bad(counts.bad)}. ${words.badHint}` : words.noBad}</p>
      {counts.formulas > 0 ? <p>{words.formulas(counts.formulas)}</p> : null}
      <p className="text-quiet">{words.nothingYet}</p>
      <div className="flex flex-wrap gap-3">
        {counts.good > 0 ? (
          <ActionForm action={confirmImportAction} initial={confirming} hidden={{ import: id }}>
            <SubmitButton pendingLabel={words.confirming}>{words.confirm}</SubmitButton>
          </ActionForm>
        ) : null}
        <ActionForm action={takeBackImportAction} initial={takingBack} hidden={{ import: id }}>
          <SubmitButton variant="quiet">{words.takeBack}</SubmitButton>
        </ActionForm>
      </div>
    </Card>
  );
}
