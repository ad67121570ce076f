import { formatInFull, whenLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Instant } from "#lib/core/time.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { derivedSecret, sameSecret } from "#lib/infra/hash.ts";
import { isForgotten, requestState } from "#lib/people/rules/help.ts";
import { topicStaffWords, topicWords } from "#lib/people/words/help.ts";
import { helpRequestsVisibleTo } from "#lib/people/policy/help.ts";
import { getSession } from "#lib/workshops/queries/candidate.ts";

/** The address of the page of one request, with its secret: made again at sending, stored nowhere. */
export function helpPath(request: string): string {
  return `/help/${request}/${derivedSecret("help link", request)}`;
}

/** Where a guest reads about their seat in a session; null for somebody who did not come by the public page. */
export async function findSeatPath(personId: string, sessionId: string): Promise<string | null> {
  const request = await pagesDb().helpRequest.findFirst({
    where: { personId, sessionId, confirmedAt: { not: null } },
    orderBy: { confirmedAt: "desc" },
    select: { id: true },
  });
  return request && helpPath(request.id);
}

/** A request by the link of its mail; null where the two do not belong together. */
async function findByLink(request: string, token: string) {
  if (!sameSecret(token, derivedSecret("help link", request))) return null;
  const name = { select: { name: true } };
  return pagesDb().helpRequest.findUnique({
    where: { id: request },
    relationLoadStrategy: "join",
    select: {
      id: true,
      topic: true,
      happened: true,
      sessionId: true,
      askedAt: true,
      confirmedAt: true,
      acceptedAt: true,
      answeredAt: true,
      answer: true,
      acceptedBy: name,
      answeredBy: name,
      person: { select: { id: true, name: true, role: true, timeZone: true } },
    },
  });
}

type ByLink = NonNullable<Awaited<ReturnType<typeof findByLink>>>;

/** Whoever holds the link of a guest's mail reads and acts as that guest, in this one matter. */
function guestOf({ person }: ByLink): Viewer {
  const { id: personId, ...facts } = person;
  return viewerFrom({ ...facts, personId, looked: () => undefined });
}

/** The guest behind a link and their request, for acting on it; null where the link is none, or they are no guest any more. */
export async function findGuest(request: string, token: string) {
  const found = await findByLink(request, token);
  if (found?.person.role !== "guest") return null;
  const { sessionId, askedAt, confirmedAt } = found;
  return {
    viewer: guestOf(found),
    sessionId,
    askedAt: instantOf(askedAt),
    confirmedAt: instantOrNull(confirmedAt),
  };
}

/** A request as the page behind its link shows it; null for a link that does not work (any more). */
export async function getOwnRequest(request: string, token: string, now: Instant) {
  const found = await findByLink(request, token);
  if (!found) return null;
  const isConfirmed = found.confirmedAt !== null;
  if (!isConfirmed && isForgotten(instantOf(found.askedAt), now)) return null;
  const state = requestState({
    isGuest: found.person.role === "guest",
    isConfirmed,
    isAccepted: found.acceptedAt !== null,
    isAnswered: found.answeredAt !== null,
    isSeat: found.sessionId !== null,
  });
  const session =
    found.sessionId !== null && (state === "asked" || state === "seat")
      ? await getSession(guestOf(found), found.sessionId, now)
      : null;
  return {
    request,
    token,
    state,
    name: found.person.name,
    topic: found.topic === "workshop" ? null : topicWords[found.topic],
    happened: found.happened,
    by: firstName((found.acceptedBy ?? found.answeredBy)?.name ?? ""),
    answer: found.answer,
    session,
  };
}

export type OwnRequest = NonNullable<Awaited<ReturnType<typeof getOwnRequest>>>;

/** A request as every counselor reads it on the desk; null for one that is not theirs to see. */
export async function getHelpRequest(viewer: Viewer, id: string, now: Instant) {
  const name = { select: { id: true, name: true } };
  const row = await pagesDb().helpRequest.findFirst({
    where: { AND: [{ id }, helpRequestsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: {
      topic: true,
      happened: true,
      confirmedAt: true,
      acceptedAt: true,
      answeredAt: true,
      answer: true,
      acceptedBy: name,
      answeredBy: name,
      person: { select: { id: true, name: true, email: true, role: true } },
    },
  });
  if (!row?.confirmedAt) return null;
  const { person, acceptedBy, answeredBy } = row;
  const label = (at: Date | null) => at && formatInFull(instantOf(at), viewer.timeZone);
  return {
    id,
    name: person.name,
    email: person.email,
    topic: topicStaffWords[row.topic],
    happened: row.happened,
    confirmed: whenLabel(instantOf(row.confirmedAt), viewer.timeZone, now),
    accepted: acceptedBy && { by: acceptedBy.name, at: label(row.acceptedAt) },
    answered: answeredBy && { by: answeredBy.name, at: label(row.answeredAt), answer: row.answer ?? "" },
    isOpen: !acceptedBy && !answeredBy && person.role === "guest",
    /** The page of whom they have become, for whoever looks after them. */
    candidate: acceptedBy?.id === viewer.personId || viewer.role === "admin" ? candidateOf(person) : null,
  };
}

export type DeskRequest = NonNullable<Awaited<ReturnType<typeof getHelpRequest>>>;

function candidateOf({ id, role }: { id: string; role: string }): string | null {
  return role === "candidate" ? id : null;
}
