import { ActionForm } from "#components/ui/form.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { Card } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { IconLine, Prose, Time, WhoCanSee } from "#components/ui/words.tsx";
import { editNoteAction, settleAnswerAction } from "#lib/reviews/actions.ts";
import type { StaffNote } from "#lib/reviews/queries/notes.ts";
import { noteWords, reviewLimits, reviewPageWords } from "#lib/reviews/words.ts";
import type { FormFor, FormState } from "#lib/web/form-state.ts";
import { FormDetails } from "#components/ui/form-details.tsx";

type Props = { notes: StaffNote[]; candidate: string; form: FormFor };

/** The conversation about one post-mortem as staff read it, with when the candidate read each note. */
export function NoteThread({ notes, candidate, form }: Props) {
  return notes.map((note) => (
    <Card key={note.id}>
      <article id={`note-${note.id}`} className="space-y-3">
        <p className="text-sm text-quiet">
          {note.isOwn ? noteWords.you : note.author}, <Time {...note.sharedAt} />
          {note.editedAt ? (
            <>
              , edited <Time {...note.editedAt} />
            </>
          ) : null}
        </p>
        <Prose>{note.body}</Prose>
        <SeenLine note={note} candidate={candidate} />
        <WhoCanSee>{note.whoCanSee}</WhoCanSee>
        {note.isOwn ? <EditNote note={note} form={form("editNoteAction", { note: note.id })} /> : null}
      </article>
      {note.answers.map((answer) => (
        <article
          key={answer.id}
          id={`answer-${answer.id}`}
          className="space-y-2 border-l-2 border-accent pl-4"
        >
          <p className="text-sm text-quiet">
            {candidate}, <Time {...answer.writtenAt} />
          </p>
          <Prose>{answer.body}</Prose>
          {answer.isOpen ? (
            <ActionForm
              action={settleAnswerAction}
              initial={form("settleAnswerAction", { answer: answer.id })}
              hidden={{ answer: answer.id }}
              label="Settle this answer"
            >
              <SubmitButton variant="quiet" size="small">
                {reviewPageWords.settle}
              </SubmitButton>
            </ActionForm>
          ) : null}
        </article>
      ))}
    </Card>
  ));
}

function SeenLine({ note, candidate }: { note: StaffNote; candidate: string }) {
  if (!note.seen) return <IconLine icon="mail">{reviewPageWords.notReadYet(candidate)}</IconLine>;
  const { at, isBeforeEdit } = note.seen;
  return (
    <IconLine icon="check">
      {(isBeforeEdit ? reviewPageWords.readBefore : reviewPageWords.readOn)(candidate, at.label)}
    </IconLine>
  );
}

function EditNote({ note, form }: { note: StaffNote; form: FormState }) {
  return (
    <ActionForm
      action={editNoteAction}
      initial={form}
      hidden={{ note: note.id, version: String(note.version) }}
      label="Edit your note"
      className="space-y-4"
    >
      <FormDetails summary="Edit" field="body">
        <TextArea name="body" label="Your note" maxLength={reviewLimits.note} defaultValue={note.body} />
        <SubmitButton variant="quiet">Save the change</SubmitButton>
      </FormDetails>
    </ActionForm>
  );
}
