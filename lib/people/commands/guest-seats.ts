import { refuse } from "#lib/core/result.ts";
import { findGuest } from "#lib/people/queries/help.ts";
import type { AnswerAsGuestInput } from "#lib/people/schema/help.ts";
import { acceptOffer, declineOffer } from "#lib/workshops/commands/offers.ts";
import { giveBackSeat, leaveWaitlist, takeSeat } from "#lib/workshops/commands/seats.ts";

/**
 * What a guest does about their seat by the link of a mail: as candidates do, under the same rules. Refuses `not_valid`
 * for a link that does not work (any more) or is about no seat, and what the act itself refuses.
 */
export async function answerAsGuest(
  { key, request, token, act, offer }: AnswerAsGuestInput,
  now: Temporal.Instant,
) {
  const guest = await findGuest(request, token);
  if (!guest?.sessionId || !guest.confirmedAt) return refuse("not_valid");
  const { viewer, sessionId: session } = guest;
  const tap = { key, session };
  if (act === "take") return takeSeat(viewer, tap, now);
  if (act === "give_back") return giveBackSeat(viewer, tap, now);
  if (act === "leave") return leaveWaitlist(viewer, tap, now);
  if (offer === undefined) return refuse("not_valid");
  return act === "accept"
    ? acceptOffer(viewer, { ...tap, offer }, now)
    : declineOffer(viewer, { ...tap, offer }, now);
}
