/** How far back and ahead a feed reaches, in days. */
export const feedDays = { back: 30, ahead: 400 };

/** Entries of one kind that a feed holds at most; nobody has more. */
export const feedCap = 500;

/** Whether what a calendar program has, by `If-None-Match` (RFC 9110), is what stands there now. */
export function isFresh(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const has = ifNoneMatch.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return has.includes("*") || has.includes(etag);
}

/** The calendar entry of one person's seat in one session: the same over giving it back and taking one again. */
export function seatUid(sessionId: string, personId: string, host: string): string {
  return `${sessionId}.${personId}@${host}`;
}

/** Its SEQUENCE (I18): the session's version, and one more with each giving back and each further seat of the person. */
export function seatSequence(
  session: { readonly version: number },
  seats: readonly { readonly givenBackAt: unknown }[],
): number {
  const givenBack = seats.filter(({ givenBackAt }) => givenBackAt !== null).length;
  return session.version + Math.max(0, seats.length + givenBack - 1);
}
