import { addMinutes } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import { formerColleague, invitedTogether } from "../texts/people-work.ts";
import { staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import { happened } from "./rows.ts";
import type { Rows } from "./rows.ts";

/** The admin's own work: a colleague who has left, and a list of people that came in last week, with two rows to mend. */
export function addPeopleWork(story: Story): void {
  addFormerColleague(story);
  addList(story);
}

function addFormerColleague({ rows, at }: Story): void {
  const { id: ruth, timeZone } = staffNamed("ruth");
  const { key, name, email } = formerColleague;
  const id = stableId("person", key);
  const invitedAt = at({ workingDay: -139, at: "09:00" }, timeZone);
  const leftAt = at({ workingDay: -30, at: "16:30" }, timeZone);
  const welcomedAt = addMinutes(invitedAt, 70);
  rows.people.push({
    id,
    email,
    name,
    role: "counselor",
    timeZone,
    invitedAt: dateOf(invitedAt),
    invitedById: ruth,
    welcomedAt: dateOf(welcomedAt),
    deactivatedAt: dateOf(leftAt),
    deactivatedById: ruth,
    version: 2,
  });
  happened(rows, { kind: "person.invited", actorId: ruth, subjectId: id, at: invitedAt, mailTo: [id] });
  happened(rows, { kind: "profile.confirmed", actorId: id, subjectId: id, at: welcomedAt });
  happened(rows, { kind: "person.deactivated", actorId: ruth, subjectId: id, at: leftAt });
}

function addList({ rows, at }: Story): void {
  const { id: ruth, timeZone } = staffNamed("ruth");
  const { id: counselorId } = staffNamed("marcus");
  const madeAt = at({ workingDay: -6, at: "15:10" }, timeZone);
  const confirmedAt = addMinutes(madeAt, 3);
  const endedAt = addMinutes(madeAt, 4);
  const importId = stableId("import", "last week");
  rows.imports.push({
    id: importId,
    madeAt: dateOf(madeAt),
    madeById: ruth,
    encoding: "windows_1252",
    separator: "semicolon",
    confirmedAt: dateOf(confirmedAt),
    confirmedById: ruth,
    endedAt: dateOf(endedAt),
  });
  happened(rows, { kind: "import.previewed", actorId: ruth, subjectId: importId, at: madeAt });
  happened(rows, { kind: "import.confirmed", actorId: ruth, subjectId: importId, at: confirmedAt });
  const row = { importId, addsInterview: false, settledAt: dateOf(endedAt) };
  invitedTogether.forEach(({ key, name, email }, index) => {
    const id = stableId("person", key);
    rows.people.push({
      id,
      email,
      name,
      role: "candidate",
      timeZone,
      counselorId,
      invitedAt: dateOf(endedAt),
      invitedById: ruth,
      welcomedAt: null,
    });
    happened(rows, { kind: "person.invited", actorId: ruth, subjectId: id, at: endedAt, mailTo: [id] });
    const remarks = { problems: [], formulas: [] };
    rows.importRows.push({
      ...row,
      id: stableId("row", key),
      line: index + 2,
      isGood: true,
      addsPerson: true,
      remarks,
    });
  });
  addBadRows(rows, importId);
}

/** Their texts are not kept any more. */
function addBadRows(rows: Rows, importId: string): void {
  const bad = [
    { column: "email", problem: "email_needed", line: 0 },
    { column: "email", problem: "duplicate", line: 2 },
  ];
  bad.forEach((problem, index) => {
    const line = invitedTogether.length + 2 + index;
    const remarks = { problems: [problem], formulas: [] };
    rows.importRows.push({
      importId,
      addsInterview: false,
      id: stableId("row", String(line)),
      line,
      isGood: false,
      addsPerson: false,
      settledAt: null,
      remarks,
    });
  });
}
