import { ActionForm } from "#components/ui/form.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { IconLine } from "#components/ui/words.tsx";
import { reopenPostMortemAction } from "#lib/plan/actions.ts";
import type { PlanShown } from "#lib/plan/queries/plan.ts";
import { nextStepsWords } from "#lib/plan/words.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { NextStepItem } from "./next-step-item.tsx";

type Props = {
  plan: PlanShown;
  form: FormFor;
  /** Good news asks nobody for causes, and so plans nothing. */ asksForCauses: boolean;
};

/** The candidate's plan on the page of the debrief. */
export function NextSteps({ plan, form, asksForCauses }: Props) {
  if (plan.actions.length === 0 && !asksForCauses) return null;
  return (
    <Section title={nextStepsWords.title} id="next-steps">
      {plan.actions.length === 0 ? (
        <p className="text-quiet">
          {plan.hasChosen ? nextStepsWords.emptyAfterChoice : nextStepsWords.emptyBeforeChoice}
        </p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line bg-raised">
          {plan.actions.map((action) => (
            <NextStepItem key={action.id} action={action} form={form} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** That a post-mortem is closed, why, and the way to open it again. */
export function Closed({
  closed,
  postMortem,
  form,
}: {
  closed: PlanShown["closed"];
  postMortem: string;
  form: FormFor;
}) {
  if (!closed) return null;
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
      <IconLine icon="done">
        {closed.why === "done" ? nextStepsWords.closedDone : nextStepsWords.closedQuiet}
      </IconLine>
      <ActionForm
        action={reopenPostMortemAction}
        initial={form("reopenPostMortemAction", { postMortem })}
        hidden={{ postMortem }}
        label={nextStepsWords.reopen}
      >
        <SubmitButton variant="quiet">{nextStepsWords.reopen}</SubmitButton>
      </ActionForm>
    </div>
  );
}
