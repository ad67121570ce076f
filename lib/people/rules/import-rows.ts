import { isAfter, isKnownZone } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { accountLimits } from "#lib/accounts/words.ts";
import { normalEmail } from "#lib/accounts/rules.ts";
import { checkText } from "#lib/core/text.ts";
import type { InterviewFormat, Role, RoleFamily } from "#lib/infra/prisma/enums.ts";
import { decideSpan, nameKey } from "#lib/interviews/rules.ts";
import { interviewLimits } from "#lib/interviews/words.ts";
import { columnNames, looksLikeFormula } from "#lib/people/rules/import-columns.ts";
import type { Cells } from "#lib/people/rules/import-columns.ts";
import { familyFrom, formatFrom, plainDate, plainTime, roleFrom } from "#lib/people/rules/import-cells.ts";
import type { ImportColumn, ImportProblem } from "#lib/people/words/import.ts";

/** What decides beside the list itself. */
export type RowFacts = {
  /** Addresses that somebody here has, as they are stored. */
  readonly known: ReadonlySet<string>;
  /** Active counselors by their address. */
  readonly counselors: ReadonlyMap<string, string>;
  /** Where times stand that name no zone. */
  readonly zone: string;
  readonly now: Instant;
  readonly isEmail: (text: string) => boolean;
};

/** Something against one cell; `line` is that of the other row, 0 where there is none. */
export type Problem = {
  readonly column: ImportColumn;
  readonly problem: ImportProblem;
  readonly line: number;
};

export type ReadInterview = {
  readonly employer: string;
  readonly jobTitle: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly zone: string;
  readonly format: InterviewFormat;
  readonly family: RoleFamily;
};

/** A row that can be brought in: a person, an interview of a person of an earlier row, or both. */
export type RowValue = {
  readonly email: string;
  readonly name: string;
  readonly role: Exclude<Role, "guest">;
  readonly counselorId: string | null;
  readonly addsPerson: boolean;
  readonly interview: ReadInterview | null;
};

export type ReadRow = {
  readonly line: number;
  readonly cells: Cells;
  readonly problems: readonly Problem[];
  /** Cells that a spreadsheet would take for formulas; they are kept as text. */
  readonly formulas: readonly ImportColumn[];
  /** Null where something stands against the row. */
  readonly value: RowValue | null;
};

/** The first good row of an address, with the interviews of it and of those after it. */
type First = Pick<RowValue, "name" | "role" | "counselorId"> & {
  readonly line: number;
  readonly interviews: Map<string, number>;
};

type Against = (column: ImportColumn, problem: ImportProblem, line?: number) => void;

/**
 * Reads the rows of a list one after the other, in its order: each as it can be brought in, or with all that stands against
 * it. The first good row of an address is the person; one after it adds an interview.
 */
export function rowReader(facts: RowFacts): (row: { line: number; cells: Cells }) => ReadRow {
  const firsts = new Map<string, First>();
  return ({ line, cells }) => {
    const problems: Problem[] = [];
    const against: Against = (column, problem, other = 0) => problems.push({ column, problem, line: other });
    checkTexts(cells, against);
    const value = problems.length === 0 ? readRow(cells, { facts, firsts, against }) : null;
    if (value && problems.length === 0) remember(firsts, value, line);
    const formulas = columnNames.filter((name) => looksLikeFormula(cells[name]));
    return { line, cells, problems, formulas, value: problems.length === 0 ? value : null };
  };
}

const limits: Readonly<Record<ImportColumn, number>> = {
  name: accountLimits.name,
  email: accountLimits.email,
  role: 40,
  counselor: accountLimits.email,
  employer: interviewLimits.employer,
  jobTitle: interviewLimits.jobTitle,
  date: 40,
  time: 40,
  zone: 64,
  format: 40,
  family: 40,
};

function checkTexts(cells: Cells, against: Against): void {
  for (const name of columnNames) {
    const cell = cells[name].trim();
    const wrong = checkText(cell, limits[name]);
    if (wrong !== null) against(name, wrong);
    else if (/[\r\n]/.test(cell)) against(name, "one_line");
  }
}

type Reading = { facts: RowFacts; firsts: ReadonlyMap<string, First>; against: Against };

function readRow(cells: Cells, reading: Reading): RowValue | null {
  const { facts, firsts, against } = reading;
  const email = facts.isEmail(cells.email.trim()) ? normalEmail(cells.email) : undefined;
  if (email === undefined) against("email", "email_needed");
  else if (email === null) against("email", "address_unclear");
  else if (facts.known.has(email)) against("email", "address_known");
  const first = email ? firsts.get(email) : undefined;
  const person = first ? samePerson(cells, first, reading) : newPerson(cells, reading);
  const interview = hasInterview(cells) ? readInterview(cells, reading) : null;
  if (interview && person.role !== "candidate") against("employer", "interview_of_staff");
  if (first && !hasInterview(cells)) against("email", "duplicate", first.line);
  const same = interview && first?.interviews.get(interviewKey(interview));
  if (same) against("date", "same_interview", same);
  return email ? { email, ...person, addsPerson: first === undefined, interview } : null;
}

function newPerson(
  cells: Cells,
  { facts, against }: Reading,
): Pick<RowValue, "name" | "role" | "counselorId"> {
  const name = cells.name.trim();
  if (name === "") against("name", "name_needed");
  const role = roleFrom(cells.role);
  if (role === null) against("role", "role_unknown");
  const counselorId = counselorOf(cells, facts);
  if (role === "candidate" && counselorId === null)
    against("counselor", cells.counselor.trim() === "" ? "counselor_needed" : "counselor_unknown");
  if (role !== null && role !== "candidate" && cells.counselor.trim() !== "")
    against("counselor", "counselor_of_staff");
  return { name, role: role ?? "candidate", counselorId };
}

/** What a later row of the same address says about the person is either nothing or the same. */
function samePerson(cells: Cells, first: First, { facts, against }: Reading): First {
  if (cells.name.trim() !== "" && nameKey(cells.name) !== nameKey(first.name))
    against("name", "another_name", first.line);
  if (cells.role.trim() !== "" && roleFrom(cells.role) !== first.role)
    against("role", "another_role", first.line);
  if (cells.counselor.trim() !== "" && counselorOf(cells, facts) !== first.counselorId)
    against("counselor", "another_counselor", first.line);
  return first;
}

function counselorOf(cells: Cells, { counselors }: RowFacts): string | null {
  const address = normalEmail(cells.counselor);
  return address === null ? null : (counselors.get(address) ?? null);
}

const ofInterview = ["employer", "jobTitle", "date", "time", "format"] as const;

function hasInterview(cells: Cells): boolean {
  return ofInterview.some((name) => cells[name].trim() !== "");
}

function readInterview(cells: Cells, { facts, against }: Reading): ReadInterview | null {
  const [employer, jobTitle] = [cells.employer.trim(), cells.jobTitle.trim()];
  // Some letters become several when names are compared, and the compared name is stored too.
  const key = nameKey(employer);
  if (key === "") against("employer", "employer_needed");
  else if (key.length > interviewLimits.employer) against("employer", "too_long");
  if (jobTitle === "") against("jobTitle", "job_needed");
  const [date, time, format] = [plainDate(cells.date), plainTime(cells.time), formatFrom(cells.format)];
  const family = familyFrom(cells.family);
  const zone = cells.zone.trim() === "" ? facts.zone : cells.zone.trim();
  if (date === null) against("date", "date_needed");
  if (time === null) against("time", "time_needed");
  if (format === null) against("format", "format_needed");
  if (family === null) against("family", "family_unknown");
  if (!isKnownZone(zone)) against("zone", "zone_unknown");
  if (!date || !time || !format || !family || !isKnownZone(zone)) return null;
  const span = decideSpan({ moment: "start", date, time, zone, minutes: null, format }, facts.now);
  if (!span.ok) {
    if (span.refusal === "no_such_time") against("time", "no_such_time");
    else against("date", "too_far");
    return null;
  }
  if (!isAfter(span.value.startsAt, facts.now)) against("date", "past");
  return { employer, jobTitle, ...span.value, zone, format, family };
}

function remember(firsts: Map<string, First>, { interview, ...value }: RowValue, line: number): void {
  const first = firsts.get(value.email) ?? { ...value, line, interviews: new Map<string, number>() };
  if (interview) first.interviews.set(interviewKey(interview), line);
  firsts.set(value.email, first);
}

function interviewKey({ employer, jobTitle, startsAt }: ReadInterview): string {
  return JSON.stringify([nameKey(employer), nameKey(jobTitle), startsAt.epochMilliseconds]);
}
