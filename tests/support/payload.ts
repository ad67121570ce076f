/** Everything that a page is given, as text to search in; but for the taxonomy, which names every cause to everybody. */
export function payloadOf(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === "taxonomy" ? undefined : inner));
}
