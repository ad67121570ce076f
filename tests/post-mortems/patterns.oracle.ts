/**
 * Patterns by their words in product.md, written without a look at the code: presence as a text of "x" and "-", in order
 * of the counted interviews, judged with regular expressions on its prefixes.
 */
export function oracleState(presence: string): "active" | "resolved" | "seen" {
  const starts = [...presence].flatMap((_, at) =>
    /(?:xx|x-x|-xx)$/.test(presence.slice(0, at + 1)) ? [at] : [],
  );
  const lastStart = starts.at(-1);
  if (lastStart === undefined) return "seen";
  return presence.slice(lastStart + 1).includes("---") ? "resolved" : "active";
}

export function oracleWords(presence: string): string {
  if (presence.split("x").length === 2) return "once";
  const among = (last: number) =>
    [...presence]
      .slice(Math.max(0, presence.length - last))
      .join("")
      .replaceAll("-", "");
  if (among(5).length > 2) return "pattern";
  return among(3).length > 1 ? "maybe" : "now_and_then";
}
