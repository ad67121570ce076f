/**
 * The calendar entry of one person's coming to one session: the same whatever happens to it, also over giving the seat
 * back and taking one again (RFC 5545 finds an entry by its UID).
 */
export function calendarUid(sessionId: string, personId: string, host: string): string {
  return `${sessionId}.${personId}@${host}`;
}

/** Where that entry says it is: in full for whoever has a seat, in every mail and in the feed alike. */
export function calendarLocation({ area, place }: { area: string; place: string }, hasSeat: boolean): string {
  return hasSeat && place !== "" ? `${area}: ${place}` : area;
}

/**
 * SEQUENCE of that entry (I18). The session's version alone stands still when a seat is given back and taken again, so
 * the person's own changes count too: 0 for their first seat, one more with each giving back and each further seat. Both
 * parts only grow, so their sum never falls and rises with every change of either.
 */
export function calendarSequence(
  session: { readonly version: number },
  seatsOfPerson: readonly { readonly givenBackAt: unknown }[],
): number {
  const givenBack = seatsOfPerson.filter(({ givenBackAt }) => givenBackAt !== null).length;
  return session.version + Math.max(0, seatsOfPerson.length + givenBack - 1);
}
