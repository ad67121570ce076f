/** The browser's own IANA zone, or null where it tells none. The one fact that only the browser knows about time. */
export function browserZone(): string | null {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || null;
}
