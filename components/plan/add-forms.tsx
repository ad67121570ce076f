import { FormDetails } from "#components/ui/form-details.tsx";
import { ChoiceButtons } from "#components/ui/choices.tsx";
import { DateField, Select, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { causeName } from "#lib/causes/rules/taxonomy.ts";
import { actionKindLabels } from "#lib/causes/words/settings.ts";
import { addActionAction } from "#lib/plan/actions.ts";
import type { PlanShown } from "#lib/plan/queries/plan.ts";
import { actionsFor, suggestActions } from "#lib/plan/rules/changes.ts";
import { planLimits, planReviewWords } from "#lib/plan/words.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import type { FormFor } from "#lib/web/form-state.ts";

type Props = { read: PostMortemRead; plan: PlanShown; form: FormFor };

const kinds = Object.entries(actionKindLabels).map(([value, label]) => ({ value, label }));

/** What the counselor may add: one click for what helps with the own causes, and a form for anything else. */
export function AddForms({ read, plan, form }: Props) {
  const hidden = { postMortem: read.id };
  const { own } = read.opinions;
  const suggested = own
    ? suggestActions(read.taxonomy, [own.primary, ...own.contributing], plan.actions)
    : [];
  return (
    <>
      {suggested.length > 0 ? (
        <ActionForm
          action={addActionAction}
          initial={form("", hidden)}
          hidden={hidden}
          label={planReviewWords.suggested}
        >
          <ChoiceButtons
            name="choice"
            label={planReviewWords.suggested}
            options={suggested.map(({ name, text, cause }) => ({
              value: name,
              label: text,
              hint: causeName(read.taxonomy, cause),
            }))}
          />
        </ActionForm>
      ) : null}
      <ActionForm
        action={addActionAction}
        initial={form("addActionAction", hidden)}
        hidden={hidden}
        label={planReviewWords.add}
        className="space-y-4"
      >
        <FormDetails summary={planReviewWords.add} field="text">
          <Select
            name="choice"
            label={planReviewWords.addFrom}
            placeholder={planReviewWords.choose}
            options={groupsFor(read, plan)}
            optional
          />
          <TextField name="text" label={planReviewWords.addOwn} maxLength={planLimits.text} optional />
          <Select name="kind" label={planReviewWords.kind} options={kinds} defaultValue="skill" optional />
          <DateField name="dueOn" label={planReviewWords.dueOn} hint={planReviewWords.dueHint} optional />
          <SubmitButton variant="quiet">{planReviewWords.saveAddition}</SubmitButton>
        </FormDetails>
      </ActionForm>
    </>
  );
}

/** Every action of the taxonomy that is not open in the plan yet, by its cause. */
export function groupsFor(read: PostMortemRead, plan: PlanShown) {
  return read.taxonomy.causes
    .map(({ code, name }) => ({
      label: name,
      options: actionsFor(read.taxonomy, [code], plan.actions).map((one) => ({
        value: one.name,
        label: one.text,
      })),
    }))
    .filter(({ options }) => options.length > 0);
}
