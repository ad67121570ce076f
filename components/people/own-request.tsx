import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions, Card, PageTitle } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Prose, WhoCanSee } from "#components/ui/words.tsx";
import { SeatFacts } from "#components/workshops/seat-facts.tsx";
import { confirmHelpAction } from "#lib/people/actions/help.ts";
import type { OwnRequest } from "#lib/people/queries/help.ts";
import { guestPages } from "#lib/people/words/help.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { GuestSeat } from "./guest-seat.tsx";

type Props = {
  shown: OwnRequest;
  form: () => FormState;
  /** The mail's "no" to an offered seat led here. */
  no: boolean;
};

/** A guest's request as it stands, with the one thing that they can do about it. */
export function OwnRequestView({ shown, form, no }: Props) {
  const { state, by } = shown;
  if (state === "here" || state === "accepted") {
    const isHere = state === "here";
    return (
      <Told
        title={isHere ? guestPages.hereTitle : guestPages.acceptedTitle(by)}
        intro={isHere ? guestPages.here : guestPages.accepted}
      >
        <ButtonLink href="/sign-in">{guestPages.signIn}</ButtonLink>
      </Told>
    );
  }
  if (state === "answered")
    return (
      <Told title={guestPages.answeredTitle(by)} intro={guestPages.answered}>
        <Card>
          <Prose>{shown.answer ?? ""}</Prose>
        </Card>
        <Wrote shown={shown} />
      </Told>
    );
  if (state === "seat" && shown.session)
    return (
      <Told title={guestPages.seatTitle} intro={shown.session.title}>
        <GuestSeat shown={shown} session={shown.session} form={form} no={no} />
        <SeatFacts session={shown.session} />
      </Told>
    );
  if (state === "asked") return <Confirm shown={shown} form={form} />;
  return (
    <Told title={guestPages.waitingTitle} intro={guestPages.waiting}>
      <Wrote shown={shown} />
    </Told>
  );
}

function Told({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  return (
    <>
      <PageTitle intro={intro}>{title}</PageTitle>
      <div className="space-y-6">{children}</div>
    </>
  );
}

function Confirm({ shown, form }: Pick<Props, "shown" | "form">) {
  const { request, token, session } = shown;
  return (
    <Told title={guestPages.confirmTitle} intro={session ? guestPages.confirmSeat : guestPages.confirm}>
      {session ? <SeatFacts session={session} /> : null}
      <Wrote shown={shown} />
      <ActionForm action={confirmHelpAction} initial={form()} hidden={{ request, token }}>
        <Actions>
          <SubmitButton>{guestPages.confirmButton}</SubmitButton>
        </Actions>
      </ActionForm>
      <p className="text-sm text-quiet">{guestPages.notYours}</p>
    </Told>
  );
}

function Wrote({ shown: { topic, happened } }: Pick<Props, "shown">) {
  return (
    <Card>
      {topic ? (
        <div>
          <h2 className="text-sm text-quiet">{guestPages.about}</h2>
          <p>{topic}</p>
        </div>
      ) : null}
      {happened === "" ? null : (
        <div>
          <h2 className="text-sm text-quiet">{guestPages.wrote}</h2>
          <Prose>{happened}</Prose>
        </div>
      )}
      <WhoCanSee>{guestPages.whoSees}</WhoCanSee>
    </Card>
  );
}
