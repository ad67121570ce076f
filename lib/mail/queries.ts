import { stamp, whenLabel } from "#lib/core/format.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { MailState } from "#lib/infra/prisma/enums.ts";
import { mailsVisibleTo, whoSeesMails } from "#lib/mail/policy.ts";
import { placeText } from "#lib/mail/rules.ts";
import type { MailPlace } from "#lib/mail/rules.ts";
import { isMailKind, mailKinds, mailLogWords, mailStates, reasonWords } from "#lib/mail/words.ts";

const pageSize = 50;

/** The log of mails for staff, newest first, 50 a page; `next` leads on from the last one, null at the end. One statement. */
export async function listMails(
  viewer: Viewer,
  { state, after, now }: { state: MailState | null; after: MailPlace | null; now: Temporal.Instant },
) {
  if (!isStaff(viewer)) return { mails: [], next: null, whoSees: "" };
  const rows = await pagesDb().mail.findMany({
    where: {
      AND: [
        mailsVisibleTo(viewer),
        state === null ? {} : { state },
        after === null
          ? {}
          : {
              OR: [
                { queuedAt: { lt: dateOf(after.at) } },
                { queuedAt: dateOf(after.at), id: { lt: after.id } },
              ],
            },
      ],
    },
    orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
    select: {
      id: true,
      kind: true,
      state: true,
      reason: true,
      attempts: true,
      queuedAt: true,
      waitsUntil: true,
      settledAt: true,
      recipient: { select: { name: true } },
    },
  });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  const mails = rows.slice(0, pageSize).map((row) => {
    const settledAt = instantOrNull(row.settledAt);
    return {
      id: row.id,
      kind: isMailKind(row.kind) ? mailKinds[row.kind] : row.kind,
      to: row.recipient.name,
      state: row.state,
      stateLabel: mailStates[row.state],
      reason: reasonOf(row, viewer, now),
      // The look that found it untrue sent nothing.
      tries: row.state === "suppressed" ? Math.max(0, row.attempts - 1) : row.attempts,
      queued: stamp(instantOf(row.queuedAt), viewer.timeZone, now),
      settled: settledAt && stamp(settledAt, viewer.timeZone, now),
    };
  });
  return {
    mails,
    next: last ? placeText({ at: instantOf(last.queuedAt), id: last.id }) : null,
    whoSees: whoSeesMails(viewer),
  };
}

function reasonOf(
  { reason, waitsUntil }: { reason: string | null; waitsUntil: Date | null },
  viewer: Viewer,
  now: Temporal.Instant,
): string | null {
  if (reason === "quiet_hours" && waitsUntil)
    return mailLogWords.waitsUntil(whenLabel(instantOf(waitsUntil), viewer.timeZone, now));
  return reason === null ? null : reasonWords(reason);
}

/** Whether mails go out: how many have waited for longer than a quarter of an hour, the night of their readers apart. Fails where the database is not reachable. */
export async function countLateMails(now: Temporal.Instant): Promise<number> {
  const late = dateOf(now.subtract({ minutes: 15 }));
  return pagesDb().mail.count({
    where: {
      state: "waiting",
      queuedAt: { lte: late },
      OR: [{ waitsUntil: null }, { waitsUntil: { lte: late } }],
    },
  });
}
