import { addGuest } from "#lib/accounts/commands/guests.ts";
import { normalEmail } from "#lib/accounts/rules.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { canonical, derivedSecret } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { findGuest } from "#lib/people/queries/help.ts";
import { findOpenSession } from "#lib/people/queries/open-workshops.ts";
import { decideAsking, decideConfirming } from "#lib/people/rules/help.ts";
import type { AskForHelpInput, ConfirmHelpInput } from "#lib/people/schema/help.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { openSession, seatOrQueue } from "#lib/workshops/commands/seats.ts";
import type { TakeRefusal } from "#lib/workshops/rules/seats.ts";

/**
 * Asks for help, or for a seat in an open workshop, with an address that is still to be confirmed; who has it becomes a
 * guest, unless they are a person of the portal already. The answer is the same for both. Refuses `address_unclear`, and
 * `not_open` for a session that cannot be joined by this door.
 */
export async function askForHelp(input: AskForHelpInput, now: Temporal.Instant) {
  const { key, ...asked } = input;
  const { timeZone } = await getAgency();
  // Keyed, so that the event holds no address to be guessed.
  const request = { asked: derivedSecret("help asked", canonical(asked)) };
  const spec = { once: key, request, did: "help.asked", subject: key } as const;
  return transact<"address_unclear" | "not_open">(nobody, spec, async (tx, event) => {
    const email = normalEmail(input.email);
    if (email === null) return refuse("address_unclear");
    const { session } = input.about;
    if (session !== null && !(await findOpenSession(tx, session, now))) return refuse("not_open");
    await lockInOrder(tx, [email]);
    const known = await tx.person.findUnique({ where: { email }, select: { id: true, role: true } });
    const id = known?.id ?? key;
    if (!known) await addGuest(tx, { id, name: input.name, email, timeZone, now });
    const facts = await askingFacts(tx, id, now);
    const decision = decideAsking({ ...facts, isGuest: !known || known.role === "guest" }, now);
    if (decision.does === "keep") await tx.helpRequest.create({ data: rowFor(input, id, now) });
    if (decision.does === "replace") await replace(tx, decision.request, rowFor(input, id, now));
    if (decision.does === "keep" || decision.does === "tell") await mailOnce(tx, event, id);
    return ok({ id: key });
  });
}

function mailOnce(tx: Db, event: EventRef, personId: string) {
  return enqueueMails(tx, event, [personId], "help.asked");
}

async function askingFacts(tx: Db, personId: string, now: Temporal.Instant) {
  const [mail, requests] = [
    await tx.mail.findFirst({
      where: { recipientId: personId, kind: "help.asked" },
      orderBy: { queuedAt: "desc" },
      select: { queuedAt: true },
    }),
    await tx.helpRequest.findMany({
      where: { personId, askedAt: { gt: dateOf(now.subtract({ hours: 24 })) } },
      orderBy: [{ askedAt: "desc" }, { id: "desc" }],
      select: { id: true, confirmedAt: true, acceptedAt: true, answeredAt: true },
    }),
  ];
  return {
    mailedAt: mail && instantOf(mail.queuedAt),
    unconfirmed: requests.find(({ confirmedAt }) => confirmedAt === null)?.id ?? null,
    openToday: requests.filter(({ acceptedAt, answeredAt }) => !acceptedAt && !answeredAt).length,
  };
}

function rowFor({ key, about, happened }: AskForHelpInput, personId: string, now: Temporal.Instant) {
  const at = dateOf(now);
  const { topic, session: sessionId } = about;
  return { id: key, personId, topic, happened, sessionId, consentedAt: at, askedAt: at };
}

/** The newer words under the link that the mail has told. */
async function replace(tx: Db, request: string, { id: _, ...words }: ReturnType<typeof rowFor>) {
  await tx.helpRequest.updateMany({ where: { id: request, confirmedAt: null }, data: words });
}

/**
 * Confirms a request by the link of its mail, once. One for a seat takes it, or joins the waitlist, in the same
 * transaction. Refuses what `decideConfirming` refuses, `not_open` for a workshop that closed its door to guests, and why
 * there is no seat.
 */
export async function confirmHelp(input: ConfirmHelpInput, now: Temporal.Instant) {
  const guest = await findGuest(input.request, input.token);
  if (!guest) return refuse("not_valid");
  const { viewer, sessionId } = guest;
  const { key: once, request: id } = input;
  const spec = { once, request: { id }, did: "help.confirmed", subject: sessionId ?? id } as const;
  type Refusal = "confirmed_already" | "not_valid" | "not_open" | TakeRefusal;
  return transact<Refusal>(viewer, spec, async (tx, event) => {
    // Sessions are locked before everything else.
    const session = sessionId === null ? null : await openSession(tx, viewer, event, now);
    const decision = decideConfirming(guest, now);
    if (!decision.ok) return decision;
    const confirmed = await tx.helpRequest.updateMany({
      where: { id, sessionId, confirmedAt: null },
      data: { confirmedAt: dateOf(now) },
    });
    if (confirmed.count === 0) return refuse("confirmed_already");
    if (sessionId === null) return ok({ id });
    if (!session || !(await findOpenSession(tx, sessionId, now))) return refuse("not_open");
    return seatOrQueue(tx, event, session, viewer.personId, now);
  });
}
