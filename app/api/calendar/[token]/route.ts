import { connection } from "next/server";
import { feedTokenFrom } from "#lib/accounts/rules.ts";
import { findFeedReader, getFeedEvents } from "#lib/calendar/queries.ts";
import { isFresh } from "#lib/calendar/rules.ts";
import { feedText } from "#lib/infra/calendar.ts";
import { now } from "#lib/infra/clock.ts";
import { sha256 } from "#lib/infra/hash.ts";
import { mailHost } from "#lib/infra/smtp.ts";
import { allows } from "#lib/web/rate-limit.ts";
import { network } from "#lib/web/sign-in.ts";

/** Asked again each time, answered with 304 where nothing changed; kept by no proxy. */
const caching = { "Cache-Control": "private, no-cache" };

/**
 * A person's private calendar feed, by the token that is its address: no session, nothing but reading. An address that nobody
 * has, one that was revoked and one of a deactivated person are answered alike, after the same one statement.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/calendar/[token]">,
): Promise<Response> {
  await connection();
  const token = feedTokenFrom((await params).token);
  if (!(await allows("feed_network", await network()))) return tooMany();
  const reader = await findFeedReader(token ?? "");
  if (!reader) return new Response("Not found", { status: 404, headers: caching });
  if (!(await allows("feed", reader.id))) return tooMany();
  const { name, events } = await getFeedEvents(reader, { host: mailHost(), now: now() });
  const text = feedText(name, events);
  const etag = `"${sha256(text)}"`;
  const headers = { ...caching, ETag: etag };
  if (isFresh(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="debrief.ics"',
    },
  });
}

function tooMany(): Response {
  return new Response("Too many", { status: 429, headers: { ...caching, "Retry-After": "900" } });
}
