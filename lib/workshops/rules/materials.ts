import { workshopLimits } from "../words/staff.ts";

export type Material = { label: string; url: string };

/** An address of the web in full, `http` or `https`, that a link may lead to. */
export function isWebLink(text: string): boolean {
  if (!/^https?:\/\/\S+$/iu.test(text) || text.length > workshopLimits.link) return false;
  const url = URL.parse(text);
  // A name and a password in an address hide where it leads.
  return url !== null && url.hostname !== "" && url.username === "" && url.password === "";
}

/** Those of a workshop, which were read once before they were saved. */
export function materialsOf(saved: string): Material[] {
  const read = readMaterials(saved);
  return read.ok ? read.value : [];
}

/**
 * Materials as they are typed, "label https://…" a line; empty lines are left out. Refuses the number of the first line,
 * from 1, that has no label, or no address of the web at its end.
 */
export function readMaterials(text: string): { ok: true; value: Material[] } | { ok: false; line: number } {
  const value: Material[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const [, label = "", url = ""] = /^(.*\S)\s+(\S+)$/u.exec(trimmed) ?? [];
    if (label === "" || !isWebLink(url)) return { ok: false, line: index + 1 };
    value.push({ label, url });
  }
  return { ok: true, value };
}
