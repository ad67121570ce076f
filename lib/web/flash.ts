/** The sentence for `?done=…`, or null: an address from elsewhere can name only what the page knows. */
export function flashFor(
  sentences: Readonly<Record<string, string>>,
  done: string | string[] | undefined,
): string | null {
  return typeof done === "string" && Object.hasOwn(sentences, done) ? (sentences[done] ?? null) : null;
}
