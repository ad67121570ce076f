import { RadioList } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import {
  addSessionAction,
  changeSessionAction,
  changeWorkshopAction,
  createWorkshopAction,
} from "#lib/workshops/actions/workshops.ts";
import type {
  getNewWorkshop,
  getSessionToAdd,
  getSessionToChange,
  getWorkshopToChange,
} from "#lib/workshops/queries/forms.ts";
import { fieldWords as words, workshopPages as pages } from "#lib/workshops/words/pages.ts";
import { SessionFields } from "./session-fields.tsx";
import { SharedFields } from "./shared-fields.tsx";
import { TooManyField } from "./turn-field.tsx";

type FormOf<Query extends (...args: never[]) => Promise<unknown>> = {
  form: NonNullable<Awaited<ReturnType<Query>>>;
  initial: FormState;
};

/** A new workshop with its first session. Publishing is one press; a draft is seen by staff only. */
export function CreateWorkshopForm({ form, initial }: FormOf<typeof getNewWorkshop>) {
  return (
    <ActionForm action={createWorkshopAction} initial={initial} className="max-w-column space-y-8">
      <SessionFields saved={form.session} choices={form} isElsewhere={null} beside={false} />
      <RadioList
        name="held"
        label={words.held}
        options={[
          { value: "here", label: words.here, hint: words.hereHint },
          { value: "elsewhere", label: words.elsewhere, hint: words.elsewhereHint },
        ]}
        defaultValue={form.shared?.elsewhereLink ? "elsewhere" : "here"}
      />
      <SharedFields saved={form.shared} causes={form.causes} withLink beside={false} />
      <Actions>
        <SubmitButton name="next" value="publish" pendingLabel={pages.publishing}>
          {pages.publish}
        </SubmitButton>
        <SubmitButton name="next" value="draft" variant="quiet">
          {pages.saveDraft}
        </SubmitButton>
      </Actions>
    </ActionForm>
  );
}

export function ChangeWorkshopForm({ form, initial }: FormOf<typeof getWorkshopToChange>) {
  const hidden = { workshop: form.id, version: String(form.version) };
  return (
    <ActionForm
      action={changeWorkshopAction}
      initial={initial}
      hidden={hidden}
      className="max-w-column space-y-8"
    >
      <SharedFields
        saved={form.shared}
        causes={form.causes}
        withLink={form.shared.elsewhereLink !== ""}
        beside
      />
      <Actions>
        <SubmitButton>{pages.save}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

type AddSessionFormProps = FormOf<typeof getSessionToAdd> & { workshop: string };

export function AddSessionForm({ form, initial, workshop }: AddSessionFormProps) {
  return (
    <ActionForm
      action={addSessionAction}
      initial={initial}
      hidden={{ workshop }}
      className="max-w-column space-y-8"
    >
      <SessionFields saved={form.session} choices={form} isElsewhere={form.isElsewhere} beside={false} />
      <Actions>
        <SubmitButton>{pages.add}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

export function ChangeSessionForm({ form, initial }: FormOf<typeof getSessionToChange>) {
  const hidden = { session: form.id, version: String(form.version) };
  return (
    <ActionForm
      action={changeSessionAction}
      initial={initial}
      hidden={hidden}
      className="max-w-column space-y-8"
    >
      <SessionFields saved={form.session} choices={form} isElsewhere={form.isElsewhere} beside />
      <TooManyField />
      <Actions>
        <SubmitButton>{pages.save}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
