import { FormDetails } from "#components/ui/form-details.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { markActionDoneAction, reopenActionAction, setActionAsideAction } from "#lib/plan/actions.ts";
import type { ShownAction } from "#lib/plan/queries/shown.ts";
import { nextStepsWords, planLimits } from "#lib/plan/words.ts";
import type { FormFor } from "#lib/web/form-state.ts";

type Props = { action: Pick<ShownAction, "id" | "text" | "version">; form: FormFor };

/** One tap: it is done. */
export function DoneForm({ action, form, variant = "primary" }: Props & { variant?: "primary" | "quiet" }) {
  return (
    <ActionForm
      action={markActionDoneAction}
      initial={form("markActionDoneAction", { action: action.id })}
      hidden={hiddenOf(action)}
      label={`${nextStepsWords.done}: ${action.text}`}
    >
      <SubmitButton variant={variant}>
        <Icon name="check" />
        {nextStepsWords.done}
      </SubmitButton>
    </ActionForm>
  );
}

/** The way back from done, or from not doing. */
export function ReopenForm({ action, form, children }: Props & { children: string }) {
  return (
    <ActionForm
      action={reopenActionAction}
      initial={form("reopenActionAction", { action: action.id })}
      hidden={hiddenOf(action)}
      label={`${children}: ${action.text}`}
    >
      <SubmitButton variant="quiet">
        <Icon name="undo" />
        {children}
      </SubmitButton>
    </ActionForm>
  );
}

/** "Not doing this", folded, with the one line that says why. */
export function NotDoingForm({ action, form }: Props) {
  return (
    <ActionForm
      action={setActionAsideAction}
      initial={form("setActionAsideAction", { action: action.id })}
      hidden={hiddenOf(action)}
      label={`${nextStepsWords.notDoing}: ${action.text}`}
      className="space-y-4"
    >
      <FormDetails summary={nextStepsWords.notDoing} field="why">
        <TextField
          name="why"
          label={nextStepsWords.whyLabel}
          hint={nextStepsWords.whyHint}
          maxLength={planLimits.why}
        />
        <SubmitButton variant="quiet">{nextStepsWords.saveNotDoing}</SubmitButton>
      </FormDetails>
    </ActionForm>
  );
}

export function hiddenOf({ id, version }: Props["action"]): Record<string, string> {
  return { action: id, version: String(version) };
}
