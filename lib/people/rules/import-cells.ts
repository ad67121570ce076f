import type { PlainDate, PlainTime } from "#lib/core/time.ts";
import type { InterviewFormat, Role, RoleFamily } from "#lib/infra/prisma/enums.ts";
import { familySpellings, formatSpellings } from "#lib/people/words/import.ts";

/** Cells with one meaning each, as people write them. All answer null for what cannot be told without a guess. */

/** Empty is a candidate. */
export function roleFrom(typed: string): Exclude<Role, "guest"> | null {
  const role = plain(typed);
  if (role === "") return "candidate";
  return role === "candidate" || role === "counselor" || role === "admin" ? role : null;
}

export function formatFrom(typed: string): InterviewFormat | null {
  return spelled(formatSpellings, typed);
}

/** Empty is office work, which asks the most general questions. */
export function familyFrom(typed: string): RoleFamily | null {
  return plain(typed) === "" ? "office_admin" : spelled(familySpellings, typed);
}

/** `2026-05-07`, or `7.5.2026` with dots, day first. With slashes nobody can tell day from month. */
export function plainDate(typed: string): PlainDate | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const [year, month, day] = iso?.slice(1) ?? dotted?.slice(1).toReversed() ?? [];
  if (year === undefined) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: "reject" },
    );
  } catch {
    return null;
  }
}

/** `14:30`, `9:05`, `2:30 pm`, also with seconds of zero, as spreadsheets write them. */
export function plainTime(typed: string): PlainTime | null {
  const parts = /^(\d{1,2})[:.](\d{2})(?::00)?\s*([ap])?\.?(?:m\.?)?$/i.exec(typed.trim());
  if (!parts) return null;
  const [, hours, minutes, half] = parts;
  const hour = half ? twelve(Number(hours), half.toLowerCase() === "p") : Number(hours);
  if (hour === null || hour > 23 || Number(minutes) > 59) return null;
  return Temporal.PlainTime.from({ hour, minute: Number(minutes) });
}

function twelve(hour: number, isAfternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function spelled<Name extends string>(
  spellings: Readonly<Record<Name, readonly string[]>>,
  typed: string,
): Name | null {
  const names = Object.keys(spellings) as Name[];
  return names.find((name) => spellings[name].some((spelling) => plain(spelling) === plain(typed))) ?? null;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");
}
