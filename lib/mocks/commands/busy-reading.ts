import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { compareDates, dateIn } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf, dateOfDay, instantOrNull } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { fetchText } from "#lib/infra/fetch-text.ts";
import type { Fetched, FetchRefusal } from "#lib/infra/fetch-text.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { isPublicAddress } from "#lib/infra/open-network.ts";
import { unseal } from "#lib/infra/seal.ts";
import { transact } from "#lib/infra/transact.ts";
import { busyFrom } from "#lib/mocks/rules/ics-busy.ts";
import type { BusyEvent } from "#lib/mocks/rules/slots-input.ts";
import type { ReadBusyCalendarInput } from "#lib/mocks/schema/busy.ts";
import { busyLimits } from "#lib/mocks/words/busy.ts";

/** What the address is sealed for. */
export const addressPurpose = "busy calendar";

/** Days before and after now whose busy times are kept; no horizon of a counselor reaches further. */
const keptDays = { back: 1, ahead: 400 };
const milliseconds = 5_000;
/** Rows of one statement. */
const portion = 2_000;

/** Reads the text at an address; a test gives its own way. */
export type Ask = (url: URL, etag: string | null) => Promise<Result<Fetched, FetchRefusal>>;

/** By https, and only from the open network (quality.md). */
export const askOpenNetwork: Ask = (url, etag) =>
  fetchText(url, { etag, bytes: busyLimits.bytes, milliseconds, isAllowed: isPublicAddress });

/** The busy times of a text around now: whole days in this zone. Refuses what `busyFrom` refuses. */
export function readText({ timeZone }: Pick<Viewer, "timeZone">, text: string, now: Instant) {
  const read = busyFrom(text, {
    zone: timeZone,
    from: now.subtract({ hours: keptDays.back * 24 }),
    until: now.add({ hours: keptDays.ahead * 24 }),
  });
  return read.ok ? ok(read.value.busy) : read;
}

/** What is needed of a calendar to read it again, and that as it is used. */
export const dueSelect = {
  id: true,
  counselorId: true,
  sealedAddress: true,
  etag: true,
  readAt: true,
  counselor: { select: { timeZone: true } },
} as const;

/** A calendar by its address, as it is read again. */
export type DueCalendar = {
  readonly id: string;
  readonly counselorId: string;
  readonly sealedAddress: string | null;
  readonly etag: string | null;
  readonly readAt: Date | null;
  readonly counselor: { readonly timeZone: string };
};

/**
 * Asks a calendar's address. Once a day (UTC) all of it, whatever the etag says: an unchanged series goes on, and its person
 * may have moved to another zone.
 */
export async function askAgain(due: DueCalendar, ask: Ask, now: Instant) {
  const address = unseal(addressPurpose, due.id, due.sealedAddress ?? "");
  if (address === null) return refuse("unsealed");
  const read = instantOrNull(due.readAt);
  const isToday = read !== null && compareDates(dateIn(read, "UTC"), dateIn(now, "UTC")) === 0;
  return ask(new URL(address), isToday ? due.etag : null);
}

/**
 * Reads one of the actor's calendars again at once, before the transaction, which only writes: new times, or the problem that
 * stands in the list. Refuses `not_found`, also for a file, which is not kept.
 */
export async function readAgain(
  actor: Viewer,
  input: ReadBusyCalendarInput,
  now: Instant,
  ask: Ask = askOpenNetwork,
) {
  const due = await commandsDb().busyCalendar.findFirst({
    where: {
      id: input.calendar,
      counselorId: actor.personId,
      removedAt: null,
      sealedAddress: { not: null },
    },
    select: dueSelect,
  });
  const isMine = due !== null && isStaff(actor);
  const answer = isMine ? answerOf(due, await askAgain(due, ask, now), now) : null;
  const spec = {
    once: input.key,
    request: input,
    did: "busy_calendar.read",
    subject: input.calendar,
  } as const;
  return transact<"not_found">(actor, spec, async (tx) =>
    isMine && answer && (await writeAnswer(tx, due, answer, now)) ? ok({ id: due.id }) : refuse("not_found"),
  );
}

/**
 * Writes what an address answered under its counselor's lock: new times instead of the old ones, nothing new, or the problem,
 * by which the old times still count. False where the calendar was removed in the meantime.
 */
export async function settleBusyCalendar(
  due: DueCalendar,
  fetched: Result<Fetched, FetchRefusal | "unsealed">,
  now: Instant,
): Promise<boolean> {
  const answer = answerOf(due, fetched, now);
  return commandsDb().$transaction(async (tx) => writeAnswer(tx, due, answer, now));
}

/** What an address answered, read: before the transaction, which only writes. */
function answerOf(due: DueCalendar, fetched: Result<Fetched, FetchRefusal | "unsealed">, now: Instant) {
  const text = fetched.ok && fetched.value !== "same" ? fetched.value : null;
  const read = text ? readText(due.counselor, text.text, now) : null;
  const problem = !fetched.ok ? fetched.refusal : read && !read.ok ? read.refusal : null;
  return { text, read, problem };
}

async function writeAnswer(
  tx: Db,
  due: DueCalendar,
  { text, read, problem }: ReturnType<typeof answerOf>,
  now: Instant,
): Promise<boolean> {
  await lockInOrder(tx, [due.counselorId]);
  const at = dateOf(now);
  const written = await tx.busyCalendar.updateMany({
    where: { id: due.id, removedAt: null },
    data: {
      triedAt: at,
      problem,
      ...(problem === null ? { readAt: at, ...(text ? { etag: text.etag } : {}) } : {}),
    },
  });
  if (written.count === 0) return false;
  if (read?.ok) {
    await tx.busyTime.deleteMany({ where: { calendarId: due.id } });
    await writeTimes(tx, due.id, read.value);
  }
  return true;
}

/** Writes the times of a calendar that has none. */
export async function writeTimes(tx: Db, calendarId: string, busy: readonly BusyEvent[]): Promise<void> {
  for (let from = 0; from < busy.length; from += portion)
    await tx.busyTime.createMany({
      data: busy.slice(from, from + portion).map((event) => ({
        id: newId(),
        calendarId,
        ...("startsAt" in event
          ? { startsAt: dateOf(event.startsAt), endsAt: dateOf(event.endsAt) }
          : {
              startsOn: dateOfDay(event.startsOn),
              endsBeforeOn: dateOfDay(event.endsBeforeOn),
              timeZone: event.timeZone,
            }),
      })),
    });
}
