import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { environment } from "#lib/infra/env.ts";
import { log } from "#lib/infra/log.ts";

/** Points a window in seconds. `closed`: an error of the limiter refuses (sign-in paths); `open`: it lets through. */
const limits = {
  /** Sign-in mails to one address. */
  sign_in_address: { points: 5, duration: 15 * 60, fails: "closed" },
  /** Sign-in mails and codes from one network. */
  sign_in_network: { points: 60, duration: 15 * 60, fails: "closed" },
  /** Codes typed for one person; after these the link alone signs in for the day. */
  sign_in_codes: { points: 30, duration: 24 * 3600, fails: "closed" },
  /** Requests for help with one address, and from one network. */
  help_address: { points: 10, duration: 24 * 3600, fails: "closed" },
  help_network: { points: 30, duration: 3600, fails: "closed" },
  /** Taps on the links of guests' mails from one network. */
  help_links: { points: 120, duration: 3600, fails: "closed" },
  /** Codes of the second factor typed in one session. */
  second_factor: { points: 5, duration: 15 * 60, fails: "closed" },
  /** Codes typed for one person: many sessions must not add up to many guesses. After these a recovery code alone passes. */
  second_factor_codes: { points: 50, duration: 24 * 3600, fails: "closed" },
  /** Calendar feeds asked for from one network, and one feed. */
  feed_network: { points: 600, duration: 15 * 60, fails: "open" },
  feed: { points: 60, duration: 15 * 60, fails: "open" },
  /** Forms of one person. */
  writes: { points: 240, duration: 5 * 60, fails: "open" },
} as const;

const keep = globalThis as typeof globalThis & {
  debriefLimits?: { pool: Pool; limiters: Map<string, RateLimiterPostgres> };
};

/** Takes one point of `key`; false where none is left. */
export async function allows(limit: keyof typeof limits, key: string): Promise<boolean> {
  try {
    await limiter(limit).consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    log().error(
      { limit, kind: error instanceof Error ? error.name : "unknown" },
      "the rate limiter gave no answer",
    );
    return limits[limit].fails === "open";
  }
}

export async function closeLimits(): Promise<void> {
  await keep.debriefLimits?.pool.end();
  delete keep.debriefLimits;
}

function limiter(limit: keyof typeof limits): RateLimiterPostgres {
  keep.debriefLimits ??= { pool: limitsPool(), limiters: new Map() };
  const { pool, limiters } = keep.debriefLimits;
  const known = limiters.get(limit);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit,
    points: limits[limit].points,
    duration: limits[limit].duration,
  });
  limiters.set(limit, made);
  return made;
}

function limitsPool(): Pool {
  const { DATABASE_URL: connectionString } = environment();
  const pool = new Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 3_000,
  });
  // Without a listener an idle connection that the server ends, at a restart, would end this process too.
  pool.on("error", (error) => log().warn({ kind: error.name }, "the rate limiter lost a connection"));
  return pool;
}
