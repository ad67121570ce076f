import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { followUp } from "#lib/history/commands.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { stableId } from "#lib/infra/hash.ts";
import { transact } from "#lib/infra/transact.ts";
import { announceChanges } from "#lib/workshops/commands/announce.ts";
import { lockSessions } from "#lib/workshops/commands/lock.ts";
import { canEditWorkshops } from "#lib/workshops/policy.ts";
import { changesOf } from "#lib/workshops/rules/changed.ts";
import { decideHeld, decideTimes } from "#lib/workshops/rules/drafts.ts";
import type { SessionTimes } from "#lib/workshops/rules/drafts.ts";
import type {
  ChangeWorkshopInput,
  CreateWorkshopInput,
  PublishWorkshopInput,
  SessionTyped,
} from "#lib/workshops/schema/workshops.ts";

/**
 * Makes a workshop with its first session, published at once or as a draft; `input.key` becomes its id. Admins only
 * (`not_found`). Refuses as `decideHeld` and `decideTimes`.
 */
export function createWorkshop(actor: Viewer, input: CreateWorkshopInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "workshop.created", subject: input.key } as const;
  return transact(actor, spec, async (tx) => {
    if (!canEditWorkshops(actor)) return refuse("not_found");
    const held = decideHeld(input, input);
    if (!held.ok) return held;
    const times = decideTimes(input, now);
    if (!times.ok) return times;
    const { kind, title, about, causes, isOpen, materials } = input;
    const { elsewhereLink, ...seats } = held.value;
    const by = { at: dateOf(now), id: actor.personId };
    await tx.workshop.create({
      data: {
        id: input.key,
        kind,
        title,
        about,
        causes,
        isOpen,
        materials,
        elsewhereLink,
        createdAt: by.at,
        createdById: by.id,
        ...(input.next === "publish" ? { publishedAt: by.at, publishedById: by.id } : {}),
      },
    });
    await tx.workshopSession.create({
      data: {
        id: stableId(input.key, "first"),
        workshopId: input.key,
        ...columnsOf(times.value),
        ...seats,
        ...venueOf(input),
      },
    });
    return ok({ id: input.key });
  });
}

/** What a session has of its own beside times, place and seats. */
export function venueOf({
  timeZone,
  area,
  facilitator,
}: Pick<SessionTyped, "timeZone" | "area" | "facilitator">) {
  return { timeZone, area, facilitator };
}

/** The times of a session as columns. */
export function columnsOf({ startsAt, endsAt, opensAt, closesAt }: SessionTimes) {
  return {
    startsAt: dateOf(startsAt),
    endsAt: dateOf(endsAt),
    opensAt: opensAt && dateOf(opensAt),
    closesAt: closesAt && dateOf(closesAt),
  };
}

/**
 * Shows a draft to candidates. Refuses `not_found`, `already_published`, `cancelled`, and `nothing_to_come` where no session
 * lies ahead.
 */
export function publishWorkshop(actor: Viewer, input: PublishWorkshopInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "workshop.published",
    subject: input.workshop,
  } as const;
  return transact(actor, spec, async (tx) => {
    const workshop = await lockWorkshop(tx, actor, input.workshop);
    if (!workshop) return refuse("not_found");
    if (workshop.cancelledAt) return refuse("cancelled");
    if (workshop.publishedAt) return refuse("already_published");
    const ahead = workshop.sessions.some(
      ({ startsAt, cancelledAt }) => cancelledAt === null && isAfter(instantOf(startsAt), now),
    );
    if (!ahead) return refuse("nothing_to_come");
    await tx.workshop.update({
      where: { id: workshop.id },
      data: { publishedAt: dateOf(now), publishedById: actor.personId, version: { increment: 1 } },
    });
    return ok({ id: workshop.id });
  });
}

/**
 * Changes what all sessions of a workshop share. Those with a seat in a session to come are told of a new title or kind, each
 * session for itself, since each is an entry of its own in their calendars (I18). Refuses `not_found`, `stale`, `cancelled`,
 * and `link_needed` where it is held elsewhere and has no link.
 */
export function changeWorkshop(actor: Viewer, input: ChangeWorkshopInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "workshop.changed", subject: input.workshop } as const;
  return transact(actor, spec, async (tx, event) => {
    const workshop = await lockWorkshop(tx, actor, input.workshop);
    if (!workshop) return refuse("not_found");
    if (workshop.version !== input.version) return refuse("stale");
    if (workshop.cancelledAt) return refuse("cancelled");
    const isElsewhere = workshop.elsewhereLink !== null;
    if (isElsewhere && input.elsewhereLink === null) return refuse("link_needed");
    const { kind, title, about, causes, isOpen, materials } = input;
    await tx.workshop.update({
      where: { id: workshop.id },
      data: {
        kind,
        title,
        about,
        causes,
        isOpen,
        materials,
        elsewhereLink: isElsewhere ? input.elsewhereLink : null,
        version: { increment: 1 },
      },
    });
    const isSame = kind === workshop.kind && title === workshop.title;
    if (isSame || !workshop.publishedAt) return ok({ id: workshop.id });
    const coming = workshop.sessions.filter(
      ({ endsAt, cancelledAt }) => cancelledAt === null && isAfter(instantOf(endsAt), now),
    );
    const locked = await lockSessions(
      tx,
      coming.map(({ id }) => id),
    );
    // One that was cancelled while this waited for its lock has had its last word.
    const live = locked.filter(({ cancelledAt }) => cancelledAt === null).map(({ id }) => id);
    for (const row of coming.filter(({ id }) => live.includes(id))) {
      const session = { ...row, startsAt: instantOf(row.startsAt), endsAt: instantOf(row.endsAt) };
      await tx.workshopSession.update({ where: { id: row.id }, data: { version: { increment: 1 } } });
      const changes = changesOf({ ...session, ...workshop }, { ...session, kind, title });
      const also = await followUp(tx, event, "session.changed", row.id);
      await announceChanges(tx, also, session, changes);
    }
    return ok({ id: workshop.id });
  });
}

/** A workshop that the actor may change, locked, with its sessions by time; null for whoever may not. */
export async function lockWorkshop(tx: Db, actor: Viewer, id: string) {
  if (!canEditWorkshops(actor)) return null;
  await lockInOrder(tx, [id]);
  return tx.workshop.findUnique({
    where: { id },
    relationLoadStrategy: "join",
    select: {
      id: true,
      kind: true,
      title: true,
      elsewhereLink: true,
      publishedAt: true,
      cancelledAt: true,
      version: true,
      sessions: {
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          area: true,
          place: true,
          facilitator: true,
          cancelledAt: true,
        },
      },
    },
  });
}
