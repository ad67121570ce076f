import type { Prisma } from "#lib/infra/prisma/client.ts";
import type { StaffKey } from "../texts/agency.ts";
import { candidates } from "../texts/candidates.ts";
import { candidateId, staffNamed } from "./people.ts";

/** What makes each of the agency's own people worth being. */
const staffLines: readonly (readonly [StaffKey, string])[] = [
  ["ana", "In New York: a desk with things to do, among them Maya's debrief"],
  ["marcus", "In New York: Priya's pattern, and Hannah before tomorrow's interview"],
  ["ines", "In Lisbon: a mock interview with Luís in an hour"],
  ["ruth", "People, roles, invitations, and the log of mails"],
];

/** Whom the demo's sign-in page offers: the eight candidates, then the agency's people. */
export function demoPeople(): Prisma.DemoPersonCreateManyInput[] {
  const ofCandidates = candidates.map(({ key, shows }) => ({
    personId: candidateId(key),
    line: sentence(shows),
  }));
  const ofStaff = staffLines.map(([key, line]) => ({ personId: staffNamed(key).id, line }));
  return [...ofCandidates, ...ofStaff].map((person, position) => ({ ...person, position }));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
