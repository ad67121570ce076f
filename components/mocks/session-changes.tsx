import { ButtonLink } from "#components/ui/button.tsx";
import { cancelForCandidateAction, cancelMockAction } from "#lib/mocks/actions.ts";
import { candidateReasons, staffReasons, windowWords } from "#lib/mocks/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { CancelForm } from "./cancel-form.tsx";
import { MailLink } from "./mail-link.tsx";
import type { Session } from "./session-facts.tsx";

/** What a candidate can do with a session to come, and until when freely: shown before it matters. */
export function OwnChanges({ session, cancelling }: { session: Session; cancelling: FormState }) {
  const { id, counselor, isLate, freeHours, freeUntil } = session;
  const lateHint = windowWords.lateHint(freeHours, counselor.name);
  return (
    <div className="mt-6 space-y-4">
      {isLate ? (
        <p>
          {windowWords.late(freeHours)} To move it,{" "}
          <MailLink email={counselor.email}>ask {counselor.name}</MailLink>. You can still cancel.
        </p>
      ) : (
        <>
          <ButtonLink href={`/practice/mocks/${id}/move`} variant="quiet">
            Move it to another time
          </ButtonLink>
          <p className="text-sm text-quiet">
            Until <time title={freeUntil.full}>{freeUntil.label}</time> you can move or cancel it as you like.
            After that, ask {counselor.name} to move it; cancelling still works and is noted as late.
          </p>
        </>
      )}
      <CancelForm
        action={cancelMockAction}
        initial={cancelling}
        session={session}
        reasons={candidateReasons}
        hint={isLate ? lateHint : `${counselor.name} gets a mail, and the time is free again.`}
      />
    </div>
  );
}

/** The same for staff, who may do it until the start. */
export function StaffChanges({ session, cancelling }: { session: Session; cancelling: FormState }) {
  return (
    <div className="mt-6 max-w-column space-y-4">
      <ButtonLink href={`/calendar/mocks/${session.id}/move`} variant="quiet">
        Move it to another time
      </ButtonLink>
      <CancelForm
        action={cancelForCandidateAction}
        initial={cancelling}
        session={session}
        reasons={staffReasons}
        hint={`${session.candidate.name} gets a mail, and the time is free again.`}
      />
    </div>
  );
}
