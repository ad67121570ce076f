import { FileField } from "#components/ui/file-field.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { previewImportAction } from "#lib/people/actions.ts";
import { columnNames } from "#lib/people/rules/import-columns.ts";
import { importColumns, importLimits, importPageWords as words } from "#lib/people/words/import.ts";
import type { FormState } from "#lib/web/form-state.ts";

/** A list of people, as a file or pasted. Its answer is the preview. */
export function PreviewForm({ initial }: { initial: FormState }) {
  return (
    <ActionForm action={previewImportAction} initial={initial} className="max-w-column space-y-6">
      <FileField
        optional
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        name="file"
        label={words.file}
        hint={words.fileHint}
        tooLarge={words.fileTooLarge}
        bytes={importLimits.bytes}
      />
      <TextArea name="text" label={words.text} hint={words.textHint} optional rows={6} spellCheck={false} />
      <Actions>
        <SubmitButton pendingLabel={words.sending}>{words.send}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

/** Which columns a list may have, and how each is written. */
export function ColumnHelp() {
  return (
    <div className="mt-8 max-w-column">
      <Details summary={words.columns}>
        <p className="max-w-measure">{words.columnsIntro}</p>
        <DefinitionList
          facts={columnNames.map((name) => ({
            label: importColumns[name].label,
            value: words.columnHints[name],
          }))}
        />
      </Details>
    </div>
  );
}
