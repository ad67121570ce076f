import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { limits } from "#lib/post-mortems/words/form.ts";
import { enoughWords, workedWords } from "#lib/post-mortems/words/rest.ts";
import { hiddenOf, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

/** What worked, in one line. Left empty it is passed over. */
export function WorkedWellScreen(props: ScreenProps) {
  const { draft, forms } = props;
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      <TextField
        name="worked_well"
        label={workedWords.line}
        optional
        maxLength={limits.workedWell}
        autoComplete="off"
        defaultValue={draft.facts.answers.worked_well ?? ""}
      />
      <TypedMoves />
    </ActionForm>
  );
}

/** Very low: a line to keep while it is fresh. */
export function KeepLineScreen(props: ScreenProps) {
  const { draft, forms } = props;
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      <TextArea
        name="keep_line"
        label={enoughWords.keepLabel}
        optional
        rows={2}
        maxLength={limits.keepLine}
        defaultValue={draft.facts.answers.keep_line ?? ""}
      />
      <TypedMoves />
    </ActionForm>
  );
}
