/** The address that a place is, if it is one that may be a link (http or https); null for a room or "I call you". */
export function placeLink(place: string): string | null {
  if (!URL.canParse(place)) return null;
  const url = new URL(place);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
