import { ActionForm } from "#components/ui/form.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import { takeSeatAction } from "#lib/workshops/actions/seats.ts";
import type { ShownSession } from "#lib/workshops/queries/candidate.ts";
import { seatFlashes, seatPages } from "#lib/workshops/words/seats.ts";

type Props = {
  /** Of the address. */
  done: string | string[] | undefined;
  session: ShownSession;
  form: () => FormState;
};

/** What a tap came to: of asking for a seat the state of the page says it. What can be undone has "Undo". */
export function SeatFlash({ done, session, form }: Props) {
  const { state } = session;
  if (done === "asked" && (state === "seat" || state === "waiting"))
    return <Flash>{seatFlashes[state]}</Flash>;
  if (done === "left" || done === "declined") return <Flash>{seatFlashes[done]}</Flash>;
  if (done !== "given_back" || state === "seat") return null;
  const undo = (
    <ActionForm action={takeSeatAction} initial={form()} hidden={{ session: session.id }} className="">
      <SubmitButton variant="quiet">{seatPages.takeAgain}</SubmitButton>
    </ActionForm>
  );
  return <Flash action={state === "free" ? undo : undefined}>{seatFlashes.given_back}</Flash>;
}
