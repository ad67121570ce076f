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
