import { connection } from "next/server";
import { now } from "#lib/infra/clock.ts";
import { log } from "#lib/infra/log.ts";
import { countLateMails } from "#lib/mail/queries/health.ts";

/** Milliseconds within which the database must have answered. */
const patience = 3_000;

/** Whether this process can serve people: 200 with how many mails are late, 503 where the database does not answer. */
export async function GET(): Promise<Response> {
  await connection();
  const lateMails = await Promise.race([askDatabase(), inVain()]);
  const isReady = lateMails !== null;
  return Response.json(
    { ready: isReady, database: isReady ? "answers" : "does not answer", lateMails },
    { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

async function askDatabase(): Promise<number | null> {
  try {
    return await countLateMails(now());
  } catch (error) {
    log().warn({ err: error }, "health: the database does not answer");
    return null;
  }
}

function inVain(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), patience).unref();
  });
}
