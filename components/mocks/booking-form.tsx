import { bookForCandidateAction, bookMockAction } from "#lib/mocks/actions.ts";
import type { getSlotsToBook } from "#lib/mocks/queries/slots.ts";
import { bookAddress } from "#lib/mocks/rules/addresses.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { FocusField } from "./focus-field.tsx";
import { PrepLinks } from "./prep-links.tsx";
import { SlotForm } from "./slot-form.tsx";

type BookingFormProps = {
  month: NonNullable<Awaited<ReturnType<typeof getSlotsToBook>>>;
  initial: FormState;
  postMortem: string | null;
  /** Does the candidate book, or a counselor for them? */
  forCandidate: boolean;
};

/** A kind, perhaps a focus, and a time: choosing the time books it. */
export function BookingForm({ month, initial, postMortem, forCandidate }: BookingFormProps) {
  const { kind, candidate, counselor, interviewId, interviews } = month;
  const page = forCandidate ? "/practice/mocks/new" : "/calendar/book";
  const said = { postMortem, candidate: forCandidate ? null : candidate.id };
  const path = (to: "mock" | "prep", interview = "") => bookAddress(page, { ...said, kind: to, interview });
  return (
    <>
      <PrepLinks kind={kind} interviewId={interviewId} interviews={interviews} path={path} />
      <SlotForm
        action={forCandidate ? bookMockAction : bookForCandidateAction}
        initial={initial}
        month={month}
        hidden={{
          kind,
          candidate: candidate.id,
          counselor: counselor.id,
          interview: interviewId ?? "",
          postMortem: postMortem ?? "",
        }}
        path={path(kind, interviewId ?? "")}
        verb="Book"
        partner={forCandidate ? counselor.name : candidate.name}
        forCandidate={forCandidate}
      >
        <FocusField />
      </SlotForm>
    </>
  );
}
