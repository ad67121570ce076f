import type { FormValues } from "#lib/web/form-state.ts";

/**
 * The one decoder of forms: text only, line ends as LF, files and the framework's own fields left out. `lists` names the
 * fields that may come several times; any other name that comes twice with different values is told in `doubled`.
 */
export function decodeForm(
  data: FormData,
  lists: ReadonlySet<string>,
): { values: FormValues; doubled: string[] } {
  const values = new Map<string, string | string[]>();
  const doubled: string[] = [];
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = data
      .getAll(name)
      .filter((entry) => typeof entry === "string")
      .map((entry) => entry.replaceAll(/\r\n?/g, "\n"));
    if (lists.has(name)) {
      values.set(name, all);
    } else {
      values.set(name, all[0] ?? "");
      if (new Set(all).size > 1) doubled.push(name);
    }
  }
  return { values: Object.fromEntries(values), doubled };
}

/** The same form with the bytes of the file in `field` as text in base64, "" where none was chosen; anything else as it came. */
export async function withFileAsText(data: unknown, field: string): Promise<unknown> {
  if (!(data instanceof FormData)) return data;
  const form = new FormData();
  for (const [name, value] of data) if (name !== field) form.append(name, value);
  const chosen = data.get(field);
  const bytes = chosen instanceof File ? await chosen.arrayBuffer() : new ArrayBuffer();
  form.append(field, Buffer.from(bytes).toString("base64"));
  return form;
}
