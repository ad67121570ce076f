import { stamp, whenLabel } from "#lib/core/format.ts";
import { pagePlaceText } from "#lib/core/paging.ts";
import type { PagePlace } from "#lib/core/paging.ts";
import { firstName } from "#lib/core/text.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { mailsVisibleTo, whoSeesMails } from "#lib/mail/policy.ts";
import { thingOf } from "#lib/mail/rules.ts";
import type { MailFilter } from "#lib/mail/rules.ts";
import { isMailKind, mailKinds, mailLogWords, mailStates, reasonWords } from "#lib/mail/words.ts";
import { findFlagged } from "./flags.ts";

const pageSize = 50;

const rowSelect = {
  id: true,
  kind: true,
  copy: true,
  state: true,
  reason: true,
  attempts: true,
  queuedAt: true,
  waitsUntil: true,
  settledAt: true,
  recipient: { select: { id: true, name: true, role: true } },
  event: { select: { kind: true, subjectId: true, actor: { select: { name: true } } } },
} satisfies Prisma.MailSelect;
type Row = Prisma.MailGetPayload<{ select: typeof rowSelect }>;

/**
 * The log of mails for staff, newest first, 50 a page; `next` leads on from the last one, null at the end; `person` is the
 * name of the one reader whom the filter names. Three statements at most.
 */
export async function listMails(
  viewer: Viewer,
  { after, now, ...filter }: Partial<MailFilter> & { after: PagePlace | null; now: Temporal.Instant },
) {
  if (!isStaff(viewer)) return { mails: [], next: null, whoSees: "", person: null };
  const rows = await pagesDb().mail.findMany({
    where: { AND: [mailsVisibleTo(viewer), narrowed(viewer, filter), from(after)] },
    orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
    select: rowSelect,
  });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const [flagged, askers] = await Promise.all([
    findFlagged(shown.map(({ recipient }) => recipient.id)),
    askersOf(shown.filter(({ copy }) => copy > 0)),
  ]);
  return {
    mails: shown.map((row) => ({
      ...mailShown(row, viewer, now),
      isFlagged: flagged.has(row.recipient.id),
      copyBy: row.copy === 0 ? null : (askers.get(row.id) ?? ""),
    })),
    next: last ? pagePlaceText({ at: instantOf(last.queuedAt), id: last.id }) : null,
    whoSees: whoSeesMails(viewer),
    person: filter.person ? (shown[0]?.recipient.name ?? null) : null,
  };
}

function from(after: PagePlace | null): Prisma.MailWhereInput {
  if (after === null) return {};
  const at = dateOf(after.at);
  return { OR: [{ queuedAt: { lt: at } }, { queuedAt: at, id: { lt: after.id } }] };
}

function narrowed(
  viewer: Viewer,
  { state, kinds, search, person }: Partial<MailFilter>,
): Prisma.MailWhereInput {
  const part = { contains: escaped(search ?? ""), mode: "insensitive" as const };
  const found = viewer.role === "admin" ? { OR: [{ name: part }, { email: part }] } : { name: part };
  return {
    ...(state && { state }),
    ...(kinds && { kind: { in: [...kinds] } }),
    ...(person && { recipientId: person }),
    ...(search && { recipient: found }),
  };
}

/** What stands for any letter in a pattern of the database is a letter here. */
function escaped(search: string): string {
  return search.replaceAll(/[\\%_]/g, "\\$&");
}

/** Who asked for these copies: the event with the copy's own id. No copies, no statement. */
async function askersOf(copies: readonly { id: string }[]): Promise<Map<string, string>> {
  if (copies.length === 0) return new Map();
  const events = await pagesDb().event.findMany({
    where: { id: { in: copies.map(({ id }) => id) }, kind: "mail.resent" },
    relationLoadStrategy: "join",
    select: { id: true, actor: { select: { name: true } } },
  });
  return new Map(events.map(({ id, actor }) => [id, actor?.name ?? ""]));
}

function mailShown(row: Row, viewer: Viewer, now: Temporal.Instant) {
  const settledAt = instantOrNull(row.settledAt);
  const { recipient, event } = row;
  const isSignIn = row.kind === "sign_in.requested";
  return {
    id: row.id,
    kind: isMailKind(row.kind) ? mailKinds[row.kind] : row.kind,
    to: recipient.name,
    toFirst: firstName(recipient.name),
    toId: recipient.id,
    /** Who caused it; null where time did. */
    from: event.actor?.name ?? null,
    thing: thingOf({
      event,
      recipient: { id: recipient.id, isCandidate: recipient.role === "candidate" },
      isOwn: recipient.id === viewer.personId,
    }),
    state: row.state,
    stateLabel: mailStates[row.state],
    reason: reasonOf(row, viewer, now),
    // The look that found it untrue sent nothing.
    tries: row.state === "suppressed" ? Math.max(0, row.attempts - 1) : row.attempts,
    queued: stamp(instantOf(row.queuedAt), viewer.timeZone, now),
    settled: settledAt && stamp(settledAt, viewer.timeZone, now),
    isSignIn,
    canResend: !isSignIn && row.state !== "waiting",
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
