import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { stableId } from "#lib/infra/hash.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { lockSession } from "./lock.ts";
import { settleQueue } from "./queue.ts";

/** A session and what time has brought it: ids of offers, and "closing". */
export type DueSession = { readonly id: string; readonly version: number; readonly due: readonly string[] };

/**
 * Moves the queue of one session on as far as time has brought it. The event's id is made of what is due, so that running
 * twice, or two workers at once, has one effect. Refuses `nothing_due` where another was first.
 */
export function settleSession({ id, version, due }: DueSession, now: Instant) {
  const once = stableId("queue.settled", id, String(version), ...due);
  return transact<"nothing_due">(
    nobody,
    { once, request: {}, did: "queue.settled", subject: id },
    async (tx, event) => {
      const session = await lockSession(tx, id);
      if (!session || (await settleQueue(tx, event, session, now)) === 0) return refuse("nothing_due");
      return ok({ id });
    },
  );
}
