import type { FormValues } from "#lib/web/form-state.ts";

/**
 * The one decoder of forms. A name that ends in `[]` is a list (and loses the brackets); any other name sent twice keeps its
 * first value only if both are equal, else the form is refused as bad input. Files and framework fields are left out.
 */
export function decodeForm(data: FormData): { values: FormValues; doubled: string[] } {
  const values: Record<string, string | string[]> = {};
  const doubled: string[] = [];
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = data.getAll(name).filter((entry) => typeof entry === "string").map((entry) => entry.replace(/\r\n?/g, "\n"));
    if (name.endsWith("[]")) {
      values[name.slice(0, -2)] = all;
    } else {
      values[name] = all[0] ?? "";
      if (new Set(all).size > 1) doubled.push(name);
    }
  }
  return { values, doubled };
}
