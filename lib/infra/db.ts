import { PrismaPg } from "@prisma/adapter-pg";
import { environment } from "#lib/infra/env.ts";
import { PrismaClient } from "#lib/infra/prisma/client.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** Prisma inside a transaction, or outside one: what queries and commands read through. */
export type Db = Prisma.TransactionClient;

type Pools = { pages: PrismaClient; commands: PrismaClient };

const keep = globalThis as typeof globalThis & { debriefPools?: Pools };

/**
 * Two pools: waiting bookings must not starve the pages that other people read
 * (measured: 200 locked transactions against the default maxWait, 85 died).
 */
function pools(): Pools {
  keep.debriefPools ??= {
    pages: client({ connections: 8, statementMs: 8_000, lockMs: 3_000, maxWaitMs: 3_000 }),
    commands: client({ connections: 8, statementMs: 10_000, lockMs: 9_000, maxWaitMs: 15_000 }),
  };
  return keep.debriefPools;
}

/** For queries of pages and for sweeps' reads. */
export function pagesDb(): PrismaClient {
  return pools().pages;
}

/** For writes: commands through `transact`, and what is no event (looks, last seen, mails that settle, sweeps). */
export function commandsDb(): PrismaClient {
  return pools().commands;
}

export async function closeDb(): Promise<void> {
  const open = keep.debriefPools;
  delete keep.debriefPools;
  if (open) await Promise.all([open.pages.$disconnect(), open.commands.$disconnect()]);
}

function client(size: {
  connections: number;
  statementMs: number;
  lockMs: number;
  maxWaitMs: number;
}): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: environment().DATABASE_URL,
    max: size.connections,
    // Without a bound a starved pool hangs for ever (quality.md, "Traps").
    connectionTimeoutMillis: size.maxWaitMs,
    statement_timeout: size.statementMs,
    lock_timeout: size.lockMs,
    idle_in_transaction_session_timeout: 15_000,
  });
  return new PrismaClient({
    adapter,
    log: [{ emit: "event", level: "query" }],
    transactionOptions: { maxWait: size.maxWaitMs, timeout: 10_000 },
  });
}

/** Prisma's Date of a `timestamptz` as an instant. The only way out of the database for times. */
export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

export function instantOrNull(date: Date | null): Temporal.Instant | null {
  return date && instantOf(date);
}

/** An instant as Prisma wants it. The only way into the database for times. */
export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** Prisma's Date of a `date`, which is its midnight in UTC. The only way out of the database for calendar dates. */
export function dayOf(date: Date): Temporal.PlainDate {
  return instantOf(date).toZonedDateTimeISO("UTC").toPlainDate();
}

/** A calendar date as Prisma wants it. The only way into the database for calendar dates. */
export function dateOfDay(day: Temporal.PlainDate): Date {
  return dateOf(day.toZonedDateTime("UTC").toInstant());
}
