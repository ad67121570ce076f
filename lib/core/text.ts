/** The longest run of combining marks that any living script needs, with room to spare. */
const MARKS_IN_A_ROW = 20;

const controlCharacter = /(?![\t\n\r])\p{Cc}/u;
const directionOverride = /[\u202D\u202E]/u;
const pileOfMarks = new RegExp(`\\p{M}{${MARKS_IN_A_ROW + 1}}`, "u");

/**
 * Whether a text can be stored and is shown to everybody as it was typed. Not
 * clean: control characters other than tab and line ends (NUL above all),
 * lone surrogates, direction overrides, more than 20 combining marks in a row.
 * Emoji and every script are clean.
 */
export function isCleanText(value: string): boolean {
  return (
    value.isWellFormed() &&
    !controlCharacter.test(value) &&
    !directionOverride.test(value) &&
    !pileOfMarks.test(value)
  );
}

/**
 * What stands against storing `value`: nothing (`null`), or the first problem.
 * `max` counts UTF-16 units, which is never less than what Postgres counts.
 */
export function checkText(value: string, max: number): "too_long" | "not_clean" | null {
  if (value.length > max) return "too_long";
  return isCleanText(value) ? null : "not_clean";
}

/** Line ends as LF, as browsers count them: a form without script sends CRLF. */
export function withPlainLineEnds(value: string): string {
  return value.replace(/\r\n?/gu, "\n");
}

/** The name before the first space: how people are spoken of where the whole name would be stiff. */
export function firstName(name: string): string {
  return name.split(" ", 1)[0] ?? name;
}
