/** What no candidate reads (product.md, "Tone"): the one list. "Weakness" is a word of employers' questions and stays. */
const banned: readonly { readonly pattern: RegExp; readonly askedByEmployers?: true }[] = [
  { pattern: /\bfail(?:ure|ures|ed|s|ing)?\b/i },
  { pattern: /\bshould(?: not|n['’]t)? have\b|\bshould['’]ve\b/i },
  { pattern: /\bwrong(?:ly)?\b/i },
  { pattern: /\bweak(?:er|est|ly)?\b/i },
  // Employers do ask it: the bank of questions says it in their words.
  { pattern: /\bwhy did(?: not|n['’]t)? you\b/i, askedByEmployers: true },
  { pattern: /\brank(?:s|ed|ing|ings)?\b|\bleaderboards?\b/i },
  {
    pattern:
      /\b(?:than|compared (?:to|with)) (?:\w+ )?(?:other|most|another) (?:candidate|applicant|people|person)s?\b/i,
  },
];

/** The phrases of a text that no candidate reads; `employers` is for questions that employers ask. */
export function bannedIn(text: string, { employers = false }: { employers?: boolean } = {}): string[] {
  return banned
    .filter(({ askedByEmployers }) => !(employers && askedByEmployers))
    .flatMap(({ pattern }) => pattern.exec(text)?.[0] ?? []);
}

/** What stands in for the arguments of a sentence: a name, names, some numbers, yes, no and nothing. */
const fillers: readonly unknown[] = ["Ana", ["Ana", "Ben"], ["Ana"], 0, 1, 2, true, false, null, undefined];

/**
 * Every text in a value: in lists and objects, and what its functions say, called with each filler for every argument. A function
 * that answers none of them is told as `unspoken`, so that no sentence goes unread.
 */
export function textsOf(value: unknown, path = "it"): { texts: string[]; unspoken: string[] } {
  if (typeof value === "string") return { texts: [value], unspoken: [] };
  if (typeof value === "function") return spokenBy(value as Sentence, path);
  if (typeof value !== "object" || value === null) return { texts: [], unspoken: [] };
  const parts = Object.entries(value).map(([key, inner]) => textsOf(inner, `${path}.${key}`));
  return { texts: parts.flatMap(({ texts }) => texts), unspoken: parts.flatMap(({ unspoken }) => unspoken) };
}

type Sentence = (...given: readonly unknown[]) => unknown;

function spokenBy(sentence: Sentence, path: string): { texts: string[]; unspoken: string[] } {
  const said = fillers.flatMap((filler) => {
    try {
      return [textsOf(sentence(filler, filler, filler, filler), path)];
    } catch {
      return [];
    }
  });
  const unspoken = said.flatMap((one) => one.unspoken);
  return { texts: said.flatMap(({ texts }) => texts), unspoken: said.length === 0 ? [path] : unspoken };
}
