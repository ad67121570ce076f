import { TextLink, Section } from "#components/ui/page.tsx";
import { IconLine, Prose, Tag } from "#components/ui/words.tsx";
import { actionKindLabels } from "#lib/causes/words/settings.ts";
import type { PlanShown } from "#lib/plan/queries/plan.ts";
import type { ShownAction } from "#lib/plan/queries/shown.ts";
import { nextStepsWords, planLimits, planReviewWords } from "#lib/plan/words.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { DoneForm, NotDoingForm, ReopenForm } from "./action-forms.tsx";
import { AddForms } from "./add-forms.tsx";
import { AcceptForm, EditForm, ReplaceForm } from "./change-forms.tsx";

type Props = { read: PostMortemRead; plan: PlanShown; form: FormFor };

/** The plan on the review page: once revealed both sides' actions, before that the counselor's own and why there is no more. */
export function PlanReview({ read, plan, form }: Props) {
  const { candidate } = read.names;
  // After good news nobody is asked for causes, and so nothing is planned.
  if (!read.asksForCauses && plan.actions.length === 0) return null;
  const open = plan.actions.filter(({ endedAs }) => endedAs === null).length;
  return (
    <Section title={planReviewWords.title} id="plan">
      {plan.isRevealed ? null : <IconLine icon="lock">{planReviewWords.blind(candidate)}</IconLine>}
      {plan.actions.length > 0 ? (
        <ul className="divide-y divide-line rounded-md border border-line bg-raised">
          {plan.actions.map((action) => (
            <PlanItem key={action.id} action={action} read={read} plan={plan} form={form} />
          ))}
        </ul>
      ) : (
        <p className="text-quiet">
          {plan.isRevealed ? planReviewWords.empty(candidate) : planReviewWords.emptyOwn}
        </p>
      )}
      {open >= planLimits.open ? <p className="text-sm text-quiet">{planReviewWords.full}</p> : null}
      {open < planLimits.open && !plan.hasChosen && !plan.isRevealed ? (
        <p className="text-sm text-quiet">
          <TextLink href="#causes">{planReviewWords.chooseFirst}</TextLink>
        </p>
      ) : null}
      {open < planLimits.open && (plan.hasChosen || plan.isRevealed) ? (
        <AddForms read={read} plan={plan} form={form} />
      ) : null}
    </Section>
  );
}

function PlanItem({ action, read, plan, form }: Props & { action: ShownAction }) {
  const { candidate } = read.names;
  const isOpen = action.endedAs === null;
  const said = [
    actionKindLabels[action.kind],
    isOpen ? dueFor(action) : null,
    action.isCandidates ? null : planReviewWords.owner(action.owner),
    action.side === "counselor" ? planReviewWords.madeBy(action.madeBy) : null,
    action.acceptedBy && planReviewWords.accepted(action.acceptedBy),
  ].filter((one) => one !== null);
  return (
    <li className="space-y-3 px-4 py-3">
      <div>
        <p dir="auto" className="font-semibold wrap-anywhere">
          {action.text}
        </p>
        <p className="text-sm text-quiet">{said.join(" · ")}</p>
      </div>
      {isOpen ? null : <End action={action} candidate={candidate} />}
      {isOpen ? (
        <>
          <div className="flex flex-wrap gap-3 empty:hidden">
            {action.isCandidates ? null : <DoneForm action={action} form={form} />}
            {action.side === "candidate" && action.isCandidates && !action.acceptedBy ? (
              <AcceptForm action={action} form={form} />
            ) : null}
          </div>
          {action.isCandidates ? null : <NotDoingForm action={action} form={form} />}
          <EditForm action={action} form={form} />
          <ReplaceForm action={action} read={read} plan={plan} form={form} />
        </>
      ) : null}
      {!isOpen && !action.isCandidates ? (
        <ReopenForm action={action} form={form}>
          {nextStepsWords.undo}
        </ReopenForm>
      ) : null}
    </li>
  );
}

/** As the candidate reads it, but said of them. */
function dueFor({ due, dueLabel, isCandidates }: ShownAction): string {
  return due === null && isCandidates ? planReviewWords.undated : dueLabel;
}

function End({ action, candidate }: { action: ShownAction; candidate: string }) {
  if (action.endedAs === "carried") return <Tag icon="next">{planReviewWords.carried}</Tag>;
  const who = action.isCandidates ? candidate : action.owner;
  return (
    <>
      <Tag
        icon={action.endedAs === "done" ? "done" : "close"}
        tone={action.endedAs === "done" ? "done" : "plain"}
      >
        {action.endedAs === "done" ? planReviewWords.done(who) : planReviewWords.setAside(who)}
      </Tag>
      {action.why ? <Prose>{action.why}</Prose> : null}
    </>
  );
}
