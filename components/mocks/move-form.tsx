import { moveForCandidateAction, moveMockAction } from "#lib/mocks/actions.ts";
import type { getSlotsToMove } from "#lib/mocks/queries/slots.ts";
import { mockWordsFor } from "#lib/mocks/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { CannotMove } from "./cannot-move.tsx";
import { SlotForm } from "./slot-form.tsx";

type MoveFormProps = {
  session: NonNullable<Awaited<ReturnType<typeof getSlotsToMove>>>;
  initial: FormState;
  /** The session's own address. */
  page: string;
  /** Does the candidate move it, or a counselor? */
  forCandidate: boolean;
};

/** The times to which a session may move, or why it stays. */
export function MoveForm({ session, initial, page, forCandidate }: MoveFormProps) {
  const { id, version, blocked, counselor, candidate, openLimit, freeHours } = session;
  if (blocked)
    return <CannotMove why={blocked} words={mockWordsFor({ openLimit, freeHours })} counselor={counselor} />;
  return (
    <SlotForm
      action={forCandidate ? moveMockAction : moveForCandidateAction}
      initial={initial}
      month={session}
      hidden={{ mock: id, version: String(version) }}
      path={`${page}/move`}
      verb="Move to"
      partner={forCandidate ? counselor.name : candidate.name}
      forCandidate={forCandidate}
    />
  );
}
