import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import type { ImportEncoding, ImportSeparator } from "#lib/infra/prisma/enums.ts";

export type Decoded = { readonly text: string; readonly encoding: ImportEncoding };

/**
 * The text of a file: UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252, which holds Latin-1 and in
 * which every byte is a character. Refuses `spreadsheet` for a workbook that was not saved as CSV, and `unreadable` for
 * UTF-16 that is none.
 */
export function decodeFile(bytes: Uint8Array): Result<Decoded, "spreadsheet" | "unreadable"> {
  if (beginsWith(bytes, zip) || beginsWith(bytes, oldWorkbook)) return refuse("spreadsheet");
  for (const [mark, label] of utf16)
    if (beginsWith(bytes, mark)) {
      const text = decoded(label, bytes);
      return text === null ? refuse("unreadable") : ok({ text, encoding: "utf_16" });
    }
  const text = decoded("utf-8", bytes);
  if (text !== null) return ok({ text, encoding: "utf_8" });
  return ok({ text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows_1252" });
}

const zip = [0x50, 0x4b, 0x03, 0x04];
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0];
const utf16 = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
] as const;

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Null where the bytes are not of this encoding. A byte-order mark is taken off. */
function decoded(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const separatorOf: Readonly<Record<ImportSeparator, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
};

/**
 * What stands between the cells: the one that the first line has most of, outside quotes; a comma where it has none.
 */
export function separatorIn(text: string): ImportSeparator {
  const line = /^[^\n\r]*/.exec(text.trimStart())?.[0] ?? "";
  const bare = line.replaceAll(/"[^"]*"/g, "");
  const counts = (Object.keys(separatorOf) as ImportSeparator[]).map((name) => ({
    name,
    count: bare.split(separatorOf[name]).length,
  }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).name;
}
