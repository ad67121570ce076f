import type { Actor } from "../../tests/support/cast.ts";
import type { Company } from "./database.ts";

/** An answer of the portal, its body read. */
export type Visit = { status: number; location: string | null; headers: Headers; body: string };

/** Asks the portal for an address as this person's browser does; no redirect is followed. */
export async function visit(
  company: Company,
  actor: Actor,
  path: string,
  headers: Record<string, string> = {},
): Promise<Visit> {
  const token = company.tokens[actor];
  return ask(path, {
    headers: { ...(token === undefined ? {} : { cookie: `debrief=${token}` }), ...headers },
  });
}

/** The payload that a browser with script asks for. Next first sends every reader to an address of its own for it. */
export async function visitPayload(company: Company, actor: Actor, path: string): Promise<Visit> {
  const first = await visit(company, actor, path, { rsc: "1" });
  if (first.status !== 307 || !first.location?.includes("_rsc")) return first;
  const { pathname, search } = new URL(first.location, process.env["PORTAL_URL"]);
  return visit(company, actor, pathname + search, { rsc: "1" });
}

export async function ask(path: string, init: RequestInit = {}): Promise<Visit> {
  const answer = await fetch(`${process.env["PORTAL_URL"]}${path}`, { redirect: "manual", ...init });
  return {
    status: answer.status,
    location: answer.headers.get("location"),
    headers: answer.headers,
    body: await answer.text(),
  };
}

/**
 * A page without what differs between two looks at the same page: nonces, ids, keys of forms, and the order in which its
 * forms and the rows of its payload were ready.
 */
export function faceOf(body: string): string[] {
  const pieces = [...body.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(
    ([, text = ""]) => JSON.parse(text) as string,
  );
  const seen = body.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, "");
  return [seen, ...pieces.join("").split("\n")].map(plain).toSorted();
}

/** The same for a payload, whose rows come in the order in which they were ready; its head is keyed by the request's own id. */
export function faceOfPayload(body: string): string[] {
  const rows = body.replaceAll(/"[\w-]{21}([vm])"/g, '"#$1"').split("\n");
  return rows.map(plain).toSorted();
}

function plain(text: string): string {
  return text
    .replaceAll(/nonce[=:" ]+[A-Za-z0-9+/]{22}==/g, "nonce")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "#")
    .replaceAll(/\$ACTION_(REF_)?\d+/g, "$ACTION_$1")
    .replace(/^[0-9a-f]+:/, "")
    .replaceAll(/"\$[A-Z@h]?[0-9a-f]+"/g, '"$"');
}
