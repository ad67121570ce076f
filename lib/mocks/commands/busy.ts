import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { FetchRefusal } from "#lib/infra/fetch-text.ts";
import { sha256 } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { seal } from "#lib/infra/seal.ts";
import { transact } from "#lib/infra/transact.ts";
import { addressPurpose, askOpenNetwork, readText, writeTimes } from "#lib/mocks/commands/busy-reading.ts";
import type { Ask } from "#lib/mocks/commands/busy-reading.ts";
import type { IcsRefusal } from "#lib/mocks/rules/ics-busy.ts";
import { readAddress } from "#lib/infra/open-network.ts";
import type { BusyEvent } from "#lib/mocks/rules/slots-input.ts";
import type {
  AddBusyAddressInput,
  AddBusyFileInput,
  RemoveBusyCalendarInput,
} from "#lib/mocks/schema/busy.ts";
import { busyLimits } from "#lib/mocks/words/busy.ts";

const later: ReadonlySet<string> = new Set<FetchRefusal>(["unreachable", "too_slow"]);

type AddRefusal = IcsRefusal | FetchRefusal | "not_https" | "too_many" | "not_found";

/** Takes the actor's busy times out of a file; `input.key` becomes the calendar's id. Refuses what `busyFrom` refuses, `too_many`, `not_found`. */
export function addBusyFile(actor: Viewer, input: AddBusyFileInput, now: Instant) {
  const request = [input.name, sha256(Buffer.from(input.file).toString("latin1"))];
  const read = isStaff(actor) ? readFile(actor, input.file, now) : refuse("not_found");
  const row = { id: input.key, name: input.name, sealedAddress: null, etag: null, problem: null };
  return add(actor, { request, read, row }, now);
}

/**
 * Takes the actor's busy times from an address, which is sealed and read every 15 minutes, at once for the first time. It is read before the
 * transaction, which only writes. Refuses what `readAddress`, `fetchText` and `busyFrom` refuse, `too_many`, `not_found`.
 */
export async function addBusyAddress(
  actor: Viewer,
  input: AddBusyAddressInput,
  now: Instant,
  ask: Ask = askOpenNetwork,
) {
  const request = [input.name, sha256(input.address)];
  const address = isStaff(actor) ? readAddress(input.address) : refuse("not_found");
  const fetched = address.ok ? await ask(address.value, null) : address;
  const text = fetched.ok && fetched.value !== "same" ? fetched.value : null;
  // Who does not answer at this moment is asked again in 15 minutes; everything else is for the person to mend.
  const problem = !fetched.ok && later.has(fetched.refusal) ? fetched.refusal : null;
  const none: Result<BusyEvent[], never> = ok([]);
  const read = problem ? none : fetched.ok ? readText(actor, text?.text ?? "", now) : fetched;
  const sealedAddress = address.ok ? seal(addressPurpose, input.key, address.value.href) : null;
  return add(
    actor,
    {
      request,
      read,
      row: { id: input.key, name: input.name, sealedAddress, etag: text?.etag ?? null, problem },
    },
    now,
  );
}

type Added = {
  request: readonly string[];
  read: Result<BusyEvent[], AddRefusal>;
  row: {
    id: string;
    name: string;
    sealedAddress: string | null;
    etag: string | null;
    problem: string | null;
  };
};

function add(actor: Viewer, { request, read, row }: Added, now: Instant) {
  const spec = { once: row.id, request, did: "busy_calendar.added", subject: row.id } as const;
  return transact<AddRefusal>(actor, spec, async (tx) => {
    if (!read.ok) return read;
    const counselorId = actor.personId;
    await lockInOrder(tx, [counselorId]);
    const has = await tx.busyCalendar.count({ where: { counselorId, removedAt: null } });
    if (has >= busyLimits.calendars) return refuse("too_many");
    const at = dateOf(now);
    await tx.busyCalendar.create({
      data: { ...row, counselorId, addedAt: at, triedAt: at, readAt: row.problem === null ? at : null },
    });
    await writeTimes(tx, row.id, read.value);
    return ok({ id: row.id });
  });
}

function readFile(actor: Viewer, bytes: Uint8Array, now: Instant): Result<BusyEvent[], IcsRefusal> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("encoding");
  }
  return readText(actor, text, now);
}

/** Takes one of the actor's calendars away; its row stays, its times and its address go. Refuses `already`, `not_found`. */
export function removeBusyCalendar(actor: Viewer, input: RemoveBusyCalendarInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "busy_calendar.removed",
    subject: input.calendar,
  } as const;
  return transact<"already" | "not_found">(actor, spec, async (tx) => {
    const where = { id: input.calendar, counselorId: actor.personId };
    const found = await tx.busyCalendar.findFirst({ where, select: { id: true } });
    if (!found || !isStaff(actor)) return refuse("not_found");
    await lockInOrder(tx, [actor.personId]);
    const removed = await tx.busyCalendar.updateMany({
      where: { id: found.id, removedAt: null },
      data: { removedAt: dateOf(now), sealedAddress: null, etag: null },
    });
    if (removed.count === 0) return refuse("already");
    await tx.busyTime.deleteMany({ where: { calendarId: found.id } });
    return ok({ id: found.id });
  });
}
