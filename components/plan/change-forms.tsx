import { FormDetails } from "#components/ui/form-details.tsx";
import { DateField, Select, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { acceptActionAction, editActionAction, replaceActionAction } from "#lib/plan/actions.ts";
import type { PlanShown } from "#lib/plan/queries/plan.ts";
import type { ShownAction } from "#lib/plan/queries/shown.ts";
import { planLimits, planReviewWords } from "#lib/plan/words.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { hiddenOf } from "./action-forms.tsx";
import { groupsFor } from "./add-forms.tsx";

type Props = { action: ShownAction; form: FormFor };

/** One click: the counselor finds it a good thing to do, and the candidate reads so. */
export function AcceptForm({ action, form }: Props) {
  return (
    <ActionForm
      action={acceptActionAction}
      initial={form("acceptActionAction", { action: action.id })}
      hidden={hiddenOf(action)}
      label={`${planReviewWords.accept}: ${action.text}`}
    >
      <SubmitButton variant="quiet">{planReviewWords.accept}</SubmitButton>
    </ActionForm>
  );
}

/** Another wording, and a date of its own. */
export function EditForm({ action, form }: Props) {
  return (
    <ActionForm
      action={editActionAction}
      initial={form("editActionAction", { action: action.id })}
      hidden={hiddenOf(action)}
      label={`${planReviewWords.change}: ${action.text}`}
      className="space-y-4"
    >
      <FormDetails summary={planReviewWords.change} field="text">
        <TextField
          name="text"
          label={planReviewWords.text}
          defaultValue={action.text}
          maxLength={planLimits.text}
        />
        <DateField
          name="dueOn"
          label={planReviewWords.dueOn}
          hint={planReviewWords.dueHint}
          defaultValue={action.dueOn}
          optional
        />
        <SubmitButton variant="quiet">{planReviewWords.save}</SubmitButton>
      </FormDetails>
    </ActionForm>
  );
}

/** Another action in its place, of the taxonomy or in own words. */
export function ReplaceForm({ action, read, plan, form }: Props & { read: PostMortemRead; plan: PlanShown }) {
  return (
    <ActionForm
      action={replaceActionAction}
      initial={form("replaceActionAction", { action: action.id })}
      hidden={hiddenOf(action)}
      label={`${planReviewWords.replace}: ${action.text}`}
      className="space-y-4"
    >
      <FormDetails summary={planReviewWords.replace} field="text">
        <Select
          name="choice"
          label={planReviewWords.replaceBy}
          placeholder={planReviewWords.choose}
          options={groupsFor(read, plan)}
          optional
        />
        <TextField name="text" label={planReviewWords.replaceOwn} maxLength={planLimits.text} optional />
        <SubmitButton variant="quiet">{planReviewWords.saveReplacement}</SubmitButton>
      </FormDetails>
    </ActionForm>
  );
}
