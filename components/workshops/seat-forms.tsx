import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import {
  acceptOfferAction,
  declineOfferAction,
  giveBackSeatAction,
  leaveWaitlistAction,
  takeSeatAction,
} from "#lib/workshops/actions/seats.ts";
import type { ShownSession } from "#lib/workshops/queries/candidate.ts";
import { seatPages } from "#lib/workshops/words/seats.ts";

type Props = { session: ShownSession; form: () => FormState };

/** What a candidate can do about their seat: each one tap, and the tap is the form. */
export function SeatForms({ session, form }: Props) {
  const { state, offer } = session;
  if (state === "seat") return <GiveBack session={session} form={form} />;
  if (state === "offer" && offer) return <AnswerOffer session={session} offer={offer} form={form} />;
  if (state === "free") return <Take session={session} form={form} />;
  if (state === "full") return <Join session={session} form={form} />;
  if (state === "waiting") return <Waiting session={session} form={form} />;
  return null;
}

function GiveBack({ session, form }: Props) {
  const { waiting } = session;
  return (
    <ActionForm action={giveBackSeatAction} initial={form()} hidden={{ session: session.id }}>
      <p className="text-sm text-quiet">
        {waiting > 0 ? seatPages.giveBackQueue(waiting) : seatPages.giveBackFree}
      </p>
      <SubmitButton variant="quiet">{seatPages.giveBack}</SubmitButton>
    </ActionForm>
  );
}

function Take({ session, form }: Props) {
  return (
    <>
      <ActionForm action={takeSeatAction} initial={form()} hidden={{ session: session.id }}>
        {session.isWaiting ? <p>{seatPages.rushHint}</p> : null}
        <Actions>
          <SubmitButton>{seatPages.take}</SubmitButton>
        </Actions>
      </ActionForm>
      {session.isWaiting ? <Leave session={session} form={form} /> : null}
    </>
  );
}

function Join({ session, form }: Props) {
  return (
    <ActionForm action={takeSeatAction} initial={form()} hidden={{ session: session.id }}>
      <p className="text-sm text-quiet">{seatPages.joinHint}</p>
      <Actions>
        <SubmitButton>{seatPages.join}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

function Waiting({ session, form }: Props) {
  return (
    <>
      <p className="text-sm text-quiet">{seatPages.queueHint}</p>
      <Leave session={session} form={form} />
    </>
  );
}

function Leave({ session, form }: Props) {
  return (
    <ActionForm
      action={leaveWaitlistAction}
      initial={form()}
      hidden={{ session: session.id }}
      className="mt-4 space-y-2"
    >
      <p className="text-sm text-quiet">{seatPages.leaveHint}</p>
      <SubmitButton variant="quiet">{seatPages.leave}</SubmitButton>
    </ActionForm>
  );
}

type OfferProps = Props & {
  offer: NonNullable<ShownSession["offer"]>;
  /** The answer that the reader came to give stands first. */
  no?: boolean;
};

/** Yes or no to a seat that is held: one big button, and the other beside it. */
export function AnswerOffer({ session, offer, form, no = false }: OfferProps) {
  const hidden = { session: session.id, offer: offer.id };
  const yes = (
    <ActionForm key="yes" action={acceptOfferAction} initial={form()} hidden={hidden} className="">
      <SubmitButton wide variant={no ? "quiet" : "primary"}>
        {seatPages.takeOffered}
      </SubmitButton>
    </ActionForm>
  );
  const decline = (
    <ActionForm key="no" action={declineOfferAction} initial={form()} hidden={hidden} className="space-y-1">
      <SubmitButton wide variant={no ? "primary" : "quiet"}>
        {seatPages.decline}
      </SubmitButton>
      <p className="text-sm text-quiet">{seatPages.declineHint}</p>
    </ActionForm>
  );
  return (
    <div className="space-y-4">
      <p className="font-semibold">{seatPages.held(offer.until)}</p>
      <p className="text-sm text-quiet">{offer.isLast ? seatPages.heldHintLast : seatPages.heldHint}</p>
      {no ? [decline, yes] : [yes, decline]}
    </div>
  );
}
