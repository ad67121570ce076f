import { refuse } from "#lib/core/result.ts";
import type { Refused, Result } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { readDbTrouble } from "#lib/infra/db-errors.ts";
import { canonical, sha256 } from "#lib/infra/hash.ts";
import { log } from "#lib/infra/log.ts";

/** What happened, as a mail or a later row refers to it. */
export type EventRef = {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly at: Temporal.Instant;
};

/** For what nobody signed in does: asking for a sign-in mail, redeeming it, sweeps. */
export const nobody = null;

export type Spec<Refusal extends string> = {
  /** The form's key, a UUID: the id of the event. The same key with the same request has one effect (I14). */
  once: string;
  /** Everything that makes this request this request; hashed, not stored. */
  request: unknown;
  /** Kind of the event: `mock.booked`. */
  did: `${string}.${string}`;
  /** Id of what it happened to. */
  subject: string;
  /** Names of constraints in the database, and the refusal that a broken one means. */
  onConstraint?: Readonly<Record<string, Refusal>>;
};

/** Refusals that any command can give. */
export type CommonRefusal = "already_saved" | "busy" | "signed_out" | "bad_input";

const attempts = 5;

/**
 * One write: re-reads the actor, writes the event first, runs `work`, retries what may be retried, maps broken
 * constraints to refusals, and rolls everything back on a refusal, the event too. A replay (same key, actor and
 * request) answers with its subject without running `work`; the same key with another request is `already_saved`.
 * Nothing in `work` but SQL: it may run several times.
 */
export async function transact<Refusal extends string>(
  actor: Viewer | typeof nobody,
  spec: Spec<Refusal>,
  work: (tx: Db, event: EventRef) => Promise<Result<{ id: string }, Refusal>>,
): Promise<Result<{ id: string }, Refusal | CommonRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(actor, spec, work);
    } catch (error) {
      if (error instanceof RolledBack) return error.answer as Refused<Refusal | CommonRefusal>;
      const trouble = readDbTrouble(error);
      if (trouble.kind === "retry" && attempt < attempts) {
        await pause(Math.random() * 10 * 2 ** attempt);
        continue;
      }
      if (trouble.kind === "constraint") {
        const refusal = spec.onConstraint?.[trouble.name];
        if (refusal) return refuse(refusal);
      }
      if (trouble.kind === "bad_input") return refuse("bad_input");
      if (trouble.kind === "busy" || trouble.kind === "retry" || trouble.kind === "unavailable") {
        log().warn({ did: spec.did, trouble: trouble.kind }, "command gave way");
        return refuse("busy");
      }
      throw error;
    }
  }
}

async function once<Refusal extends string>(
  actor: Viewer | typeof nobody,
  spec: Spec<Refusal>,
  work: (tx: Db, event: EventRef) => Promise<Result<{ id: string }, Refusal>>,
): Promise<Result<{ id: string }, Refusal | CommonRefusal>> {
  const at = now();
  const requestHash = sha256(canonical([actor?.personId ?? null, spec.did, spec.request]));
  return commandsDb().$transaction(async (tx) => {
    if (actor && !(await stillActs(tx, actor))) throw new RolledBack(refuse("signed_out"));
    const row = {
      id: spec.once,
      actorId: actor?.personId ?? null,
      kind: spec.did,
      subjectId: spec.subject,
      requestHash,
      at: dateOf(at),
    };
    const written = await tx.event.createMany({ data: [row], skipDuplicates: true });
    if (written.count === 0) {
      const earlier = await tx.event.findUniqueOrThrow({
        where: { id: spec.once },
        select: { requestHash: true, subjectId: true },
      });
      return earlier.requestHash === requestHash
        ? { ok: true, value: { id: earlier.subjectId } }
        : refuse("already_saved");
    }
    const answer = await work(tx, { id: spec.once, kind: spec.did, subjectId: spec.subject, at });
    if (!answer.ok) throw new RolledBack(answer);
    return answer;
  });
}

async function stillActs(tx: Db, actor: Viewer): Promise<boolean> {
  const person = await tx.person.findUnique({
    where: { id: actor.personId },
    select: { role: true, deactivatedAt: true },
  });
  return person !== null && person.deactivatedAt === null && person.role === actor.role;
}

/** Carries a refusal out of the transaction, so that everything is rolled back. */
class RolledBack extends Error {
  constructor(readonly answer: Refused<string>) {
    super("rolled back");
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
