import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { answerAsGuest } from "#lib/people/commands/guest-seats.ts";
import { askForHelp, confirmHelp } from "#lib/people/commands/help.ts";
import { helpPath } from "#lib/people/queries/help.ts";
import type { AnswerAsGuestInput, AskForHelpInput } from "#lib/people/schema/help.ts";
import { refusal } from "../mocks/booked.ts";

export const db = commandsDb;

/** A valid form of the public page, with an address that nobody has. */
export function request(facts: Partial<AskForHelpInput> = {}): AskForHelpInput {
  return {
    key: newId(),
    name: "Nia Okafor",
    email: `${newId()}@example.org`,
    about: { topic: "interview", session: null },
    happened: "They asked about the gap, and I had no answer.",
    consent: "yes",
    ...facts,
  };
}

/** The same for a seat in an open session. */
export function seatRequest(session: { id: string }, facts: Partial<AskForHelpInput> = {}) {
  return request({ about: { topic: "workshop", session: session.id }, happened: "", ...facts });
}

/** The secret of the link in the mail about a request. */
export function tokenOf(id: string): string {
  return helpPath(id).split("/").at(-1) ?? "";
}

export const ask = async (input: AskForHelpInput, now: Temporal.Instant) =>
  refusal(await askForHelp(input, now));
export const confirm = async (id: string, now: Temporal.Instant, token = tokenOf(id)) =>
  refusal(await confirmHelp({ key: newId(), request: id, token }, now));
export const tapAs = async (
  id: string,
  act: AnswerAsGuestInput["act"],
  now: Temporal.Instant,
  offer?: string,
) =>
  refusal(
    await answerAsGuest({ key: newId(), request: id, token: tokenOf(id), act, ...(offer && { offer }) }, now),
  );

export const personOf = (email: string) => db().person.findUnique({ where: { email } });

/** Kinds of the mails to an address, the oldest first. */
export async function mailsTo(email: string): Promise<string[]> {
  const rows = await db().mail.findMany({
    where: { recipient: { email } },
    orderBy: [{ queuedAt: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ kind }) => kind);
}
