import { settingChangesOf } from "#lib/causes/rules/editing.ts";
import type { Change } from "#lib/causes/rules/editing.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { stableId } from "#lib/infra/hash.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Instant } from "#lib/core/time.ts";
import type { SettingChange } from "#lib/settings/rules.ts";
import { agency } from "../texts/agency.ts";

import { staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import { happened } from "./rows.ts";

const day = 24;

/** What the admin has set since the installation began: the row in texts/agency.ts says how it ended. */
export function addSettingChanges(story: Story): void {
  const { now } = story;
  saved(story, "agency.changed", now.subtract({ hours: 61 * day }), [
    { code: "agency.name", before: "Debrief", after: agency.name },
    { code: "agency.helpLine", before: "", after: agency.helpLine },
    { code: "agency.timeZone", before: "UTC", after: agency.timeZone },
  ]);
  saved(story, "policies.changed", now.subtract({ hours: 40 * day }), [
    { code: "policies.retentionMonths", before: "24", after: String(agency.retentionMonths) },
  ]);
  saved(story, "agency.changed", now.subtract({ hours: 12 * day }), [
    { code: "agency.senderName", before: "", after: agency.senderName },
    { code: "agency.replyTo", before: "", after: agency.replyTo },
  ]);
}

/** The same of a cause, beside the version of the taxonomy that it made. */
export function addCauseChanges(
  story: Story,
  {
    cause,
    changes,
    subjectId,
    at,
  }: { cause: CauseCode; changes: readonly Change[]; subjectId: string; at: Instant },
): void {
  saved(story, "taxonomy.changed", at, settingChangesOf(cause, changes), subjectId);
}

function saved(
  { rows }: Story,
  kind: `${string}.changed`,
  at: Instant,
  changes: readonly SettingChange[],
  subjectId = stableId(kind, String(rows.settingChanges.length)),
): void {
  happened(rows, { kind, actorId: staffNamed("ruth").id, subjectId, at });
  const event = rows.events.at(-1);
  if (!event) throw new Error("nothing happened");
  rows.settingChanges.push(
    ...changes.map((change, index) => ({
      eventId: event.id,
      at: dateOf(at),
      position: index + 1,
      ...change,
    })),
  );
}
