import { addMinutes } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { sha256, stableId } from "#lib/infra/hash.ts";
import { agency } from "../texts/agency.ts";
import { requests } from "../texts/requests.ts";
import type { Story } from "./people.ts";

/** Minutes from asking to the tap on the mail's link. */
const toConfirm = 4;

/** Two guests with a confirmed request each: nobody has accepted them yet. */
export function addHelpRequests({ rows, now }: Story): void {
  for (const { key, name, email, topic, happened, minutesAgo } of requests) {
    const [id, personId] = [stableId("help request", key), stableId("person", key)];
    const askedAt = addMinutes(now, -minutesAgo);
    const confirmedAt = addMinutes(askedAt, toConfirm);
    const at = dateOf(askedAt);
    rows.people.push({ id: personId, name, email, role: "guest", timeZone: agency.timeZone, invitedAt: at });
    rows.helpRequests.push({
      id,
      personId,
      topic,
      happened,
      consentedAt: at,
      askedAt: at,
      confirmedAt: dateOf(confirmedAt),
    });
    const event = (kind: string, actorId: string | null, happenedAt: Temporal.Instant, eventId: string) =>
      rows.events.push({
        id: eventId,
        actorId,
        kind,
        subjectId: id,
        at: dateOf(happenedAt),
        requestHash: sha256(`${kind}/${id}`),
      });
    event("help.asked", null, askedAt, id);
    event("help.confirmed", personId, confirmedAt, stableId("help.confirmed", id));
    const sentAt = dateOf(addMinutes(askedAt, 1));
    rows.mails.push({
      id: stableId("mail", id, personId),
      eventId: id,
      recipientId: personId,
      kind: "help.asked",
      state: "sent",
      attempts: 1,
      queuedAt: at,
      triedAt: sentAt,
      settledAt: sentAt,
    });
  }
}
