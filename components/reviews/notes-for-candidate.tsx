import { ActionForm } from "#components/ui/form.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { Card, Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { IconLine, Prose, Time, WhoCanSee } from "#components/ui/words.tsx";
import { answerNoteAction } from "#lib/reviews/actions.ts";
import type { CandidateNote } from "#lib/reviews/queries/notes.ts";
import { noteWords, reviewLimits } from "#lib/reviews/words.ts";
import type { FormFor, FormState } from "#lib/web/form-state.ts";

/** What colleagues of the agency wrote about one post-mortem, for its candidate, who can answer each. Nothing without a note. */
export function NotesForCandidate({ notes, form }: { notes: CandidateNote[]; form: FormFor }) {
  if (notes.length === 0) return null;
  const authors = [...new Set(notes.map((note) => note.author))];
  return (
    <Section title={noteWords.title(authors)} id="notes">
      {notes.map((note) => (
        <Card key={note.id}>
          <article id={`note-${note.id}`} className="space-y-3">
            <p className="text-sm text-quiet">
              {note.author}, <Time {...note.sharedAt} />
              {note.editedAt ? (
                <>
                  , edited <Time {...note.editedAt} />
                </>
              ) : null}
            </p>
            <Prose>{note.body}</Prose>
            <WhoCanSee>{note.whoCanSee}</WhoCanSee>
          </article>
          {note.answers.map((answer) => (
            <article
              key={answer.id}
              id={`answer-${answer.id}`}
              className="space-y-2 border-l-2 border-accent pl-4"
            >
              <p className="text-sm text-quiet">
                {noteWords.you}, <Time {...answer.writtenAt} />
              </p>
              <Prose>{answer.body}</Prose>
              {answer.readBy ? (
                <IconLine icon="check">
                  {noteWords.readOn(answer.readBy.name, answer.readBy.at.label)}
                </IconLine>
              ) : null}
            </article>
          ))}
          <AnswerForm note={note} form={form("answerNoteAction", { note: note.id })} />
        </Card>
      ))}
    </Section>
  );
}

function AnswerForm({ note, form }: { note: CandidateNote; form: FormState }) {
  return (
    <ActionForm
      action={answerNoteAction}
      initial={form}
      hidden={{ note: note.id }}
      label={noteWords.answerLabel(note.author)}
      className="space-y-3"
    >
      <TextArea
        name="body"
        label={noteWords.answerLabel(note.author)}
        hint={noteWords.answerHint}
        maxLength={reviewLimits.answer}
        rows={2}
      />
      <SubmitButton variant="quiet" pendingLabel="Sending…">
        {noteWords.send}
      </SubmitButton>
    </ActionForm>
  );
}
