import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { answerAsGuestAction } from "#lib/people/actions/help.ts";
import type { OwnRequest } from "#lib/people/queries/help.ts";
import { guestPages } from "#lib/people/words/help.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { seatPages } from "#lib/workshops/words/seats.ts";

type Session = NonNullable<OwnRequest["session"]>;
type Props = {
  shown: OwnRequest;
  session: Session;
  form: () => FormState;
  no: boolean;
};
type Act = "take" | "give_back" | "leave" | "accept" | "decline";

/** What a guest can do about their seat; each tap is a form, the one that is meant most first. */
export function GuestSeat({ shown: { request, token }, session, form, no }: Props) {
  const taps = tapsOf(session, no);
  if (taps.length === 0) return null;
  const offer = session.offer ? { offer: session.offer.id } : {};
  return (
    <div className="space-y-4">
      {session.offer ? <p className="font-semibold">{seatPages.held(session.offer.until)}</p> : null}
      {taps.map(({ act, label, hint }, at) => (
        <ActionForm
          key={act}
          action={answerAsGuestAction}
          initial={form()}
          hidden={{ request, token, act, ...offer }}
          className="space-y-1"
        >
          <SubmitButton wide variant={at === 0 && act !== "give_back" ? "primary" : "quiet"}>
            {label}
          </SubmitButton>
          {hint ? <p className="text-sm text-quiet">{hint}</p> : null}
        </ActionForm>
      ))}
    </div>
  );
}

type Tap = { act: Act; label: string; hint?: string };

function tapsOf(session: Session, no: boolean): Tap[] {
  const { state, waiting, isWaiting } = session;
  const leave: Tap = { act: "leave", label: seatPages.leave, hint: seatPages.leaveHint };
  if (state === "seat") {
    const hint = waiting > 0 ? seatPages.giveBackQueue(waiting) : seatPages.giveBackFree;
    return [{ act: "give_back", label: seatPages.giveBack, hint }];
  }
  if (state === "offer") {
    const yes: Tap = { act: "accept", label: seatPages.takeOffered };
    const decline: Tap = { act: "decline", label: seatPages.decline, hint: seatPages.declineHint };
    return no ? [decline, yes] : [yes, decline];
  }
  if (state === "free") return [{ act: "take", label: guestPages.takeAgain }, ...(isWaiting ? [leave] : [])];
  if (state === "full") return [{ act: "take", label: seatPages.join, hint: seatPages.joinHint }];
  return state === "waiting" ? [leave] : [];
}
