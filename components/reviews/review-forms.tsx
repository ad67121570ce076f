import { ActionForm } from "#components/ui/form.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { InternalSurface } from "#components/ui/notices.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Prose, Time, WhoCanSee } from "#components/ui/words.tsx";
import { reviewPostMortemAction, shareNoteAction, writeInternalNoteAction } from "#lib/reviews/actions.ts";
import type { InternalNotes } from "#lib/reviews/queries/notes.ts";
import { reviewLimits, reviewPageWords } from "#lib/reviews/words.ts";
import type { FormState } from "#lib/web/form-state.ts";

/** The note to the candidate; the button says whether it ends the review too. */
export function ShareNoteForm({
  form,
  postMortem,
  candidate,
  isReviewed,
}: {
  form: FormState;
  postMortem: string;
  candidate: string;
  isReviewed: boolean;
}) {
  return (
    <ActionForm
      action={shareNoteAction}
      initial={form}
      hidden={{ postMortem }}
      label={reviewPageWords.noteTitle(candidate)}
      className="space-y-4"
    >
      <TextArea
        name="body"
        label={reviewPageWords.noteTitle(candidate)}
        hint={reviewPageWords.noteHint}
        maxLength={reviewLimits.note}
        rows={6}
      />
      <div className="flex flex-wrap gap-3">
        {isReviewed ? null : (
          <SubmitButton name="review" value="yes" pendingLabel="Sharing…">
            {reviewPageWords.shareAndReview}
          </SubmitButton>
        )}
        <SubmitButton
          name="review"
          value="no"
          variant={isReviewed ? "primary" : "quiet"}
          pendingLabel="Sharing…"
        >
          {reviewPageWords.share}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ReviewedForm({ form, postMortem }: { form: FormState; postMortem: string }) {
  return (
    <ActionForm
      action={reviewPostMortemAction}
      initial={form}
      hidden={{ postMortem }}
      label={reviewPageWords.review}
      className="space-y-4"
    >
      <SubmitButton variant="quiet">{reviewPageWords.review}</SubmitButton>
    </ActionForm>
  );
}

/** After good news: two words with one click, as a note like any other. */
export function WellDoneForm({ form, postMortem }: { form: FormState; postMortem: string }) {
  return (
    <ActionForm
      action={shareNoteAction}
      initial={form}
      hidden={{ postMortem, body: reviewPageWords.wellDoneNote, review: "yes" }}
      label={reviewPageWords.wellDone}
    >
      <SubmitButton pendingLabel="Sharing…">{reviewPageWords.wellDone}</SubmitButton>
    </ActionForm>
  );
}

type InternalProps = {
  form: FormState;
  candidateId: string;
  postMortem: string | null;
  internal: InternalNotes;
};

/** Notes among staff, on their own surface. */
export function InternalNotesBox({ form, candidateId, postMortem, internal }: InternalProps) {
  return (
    <InternalSurface title={reviewPageWords.internalTitle}>
      {internal.notes.map((note) => (
        <article key={note.id} className="space-y-1">
          <p className="text-sm text-quiet">
            {note.author}, <Time {...note.writtenAt} />
          </p>
          <Prose>{note.body}</Prose>
        </article>
      ))}
      <ActionForm
        action={writeInternalNoteAction}
        initial={form}
        hidden={{ candidate: candidateId, postMortem: postMortem ?? "" }}
        label="Internal note"
        className="space-y-4"
      >
        <TextArea
          name="body"
          label="Internal note"
          hint={reviewPageWords.internalWarning}
          maxLength={reviewLimits.internalNote}
          rows={2}
        />
        <SubmitButton variant="quiet">{reviewPageWords.internalSave}</SubmitButton>
      </ActionForm>
      <WhoCanSee closed>{internal.whoCanSee}</WhoCanSee>
    </InternalSurface>
  );
}
