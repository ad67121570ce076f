import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { RowLink } from "#components/ui/page.tsx";
import { Time } from "#components/ui/words.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { noteCallAction } from "#lib/post-mortems/actions.ts";
import type { FormState } from "#lib/web/form-state.ts";
import type { DeskRow } from "#lib/desk/queries/desk.ts";
import { deskWords } from "#lib/desk/words.ts";

type DeskListProps = {
  rows: DeskRow[];
  isCut: boolean;
  /** Makes a new form for each row: with one key for all, the second would be taken for the first. Without it they have none. */
  form?: () => FormState;
  /** The page that stands beside the list. */
  current?: string;
};

/** One list, one order, the reason and the one next act in each row. */
export function DeskList({ rows, isCut, current, form }: DeskListProps) {
  if (rows.length === 0)
    return (
      <EmptyState
        title={deskWords.emptyTitle}
        action={
          <ButtonLink href="/candidates" variant="quiet">
            {deskWords.emptyAction}
          </ButtonLink>
        }
      >
        {deskWords.empty}
      </EmptyState>
    );
  return (
    <>
      <ul className="rounded-lg border border-line bg-raised">
        {rows.map((row) => (
          <RowLink
            key={row.key}
            href={row.href}
            title={row.candidate}
            aside={form && row.called ? <Called row={row} postMortem={row.called} form={form()} /> : null}
            current={current !== undefined && row.href.startsWith(current)}
          >
            <p>{row.reason}</p>
            <p>
              <span className="font-semibold text-accent">{row.act}</span>,{" "}
              {row.isOverdue ? deskWords.overdue : deskWords.until} <Time {...row.until} />
            </p>
          </RowLink>
        ))}
      </ul>
      {isCut ? <p className="mt-3 text-sm text-quiet">{deskWords.cut(rows.length)}</p> : null}
    </>
  );
}

/** Above the link that covers the row. */
function Called({ row, postMortem, form }: { row: DeskRow; postMortem: string; form: FormState }) {
  return (
    <div className="relative z-10">
      <ActionForm
        action={noteCallAction}
        initial={form}
        hidden={{ postMortem, from: "desk" }}
        label={deskWords.calledLabel(row.candidate)}
      >
        <SubmitButton variant="quiet" size="small">
          {deskWords.called}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
