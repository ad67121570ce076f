import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";
import { environment, isHttps } from "#lib/infra/env.ts";
import { busyLimits, busyWords } from "#lib/mocks/words/busy.ts";
import { importLimits, importPageWords } from "#lib/people/words/import.ts";
import { comesFromUs, isReading } from "#lib/web/guard.ts";

/** Largest body that any form or endpoint takes, in bytes. */
const bodyLimit = 256 * 1024;
/** And of the forms that take a file: as much as it may hold, with what surrounds it in the form; and what else is told. */
const fileForms: Readonly<Record<string, { bytes: number; tooLarge: string }>> = {
  "/people/import": { bytes: importLimits.bytes, tooLarge: importPageWords.fileTooLarge },
  "/calendar/busy": { bytes: busyLimits.bytes, tooLarge: busyWords.too_big },
};
const formTypes = ["multipart/form-data", "application/x-www-form-urlencoded"];

/** Answers what Next itself answers with a 500, sets the headers of every answer, and writes down the request's own path. */
export function proxy(request: NextRequest): NextResponse {
  const refused = refusal(request);
  if (refused)
    return withHeaders(new NextResponse(refused.text, { status: refused.status }), "default-src 'none'");
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = request.nextUrl.pathname.startsWith("/api/mail-previews/")
    ? previewPolicy
    : contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-debrief-path", request.nextUrl.pathname + request.nextUrl.search);
  // Whatever a client claims, next-auth and Next hear of the configured origin only; a host that is none would be a 500.
  const { host, protocol } = new URL(environment().ORIGIN);
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", protocol.slice(0, -1));
  const isFeed = request.nextUrl.pathname.startsWith("/api/calendar/");
  return withHeaders(NextResponse.next({ request: { headers } }), policy, isFeed);
}

function refusal(request: NextRequest): { status: number; text: string } | null {
  if (!canBeDecoded(request.nextUrl.pathname)) return { status: 400, text: "Bad request" };
  if (isReading(request.method)) return null;
  const { headers } = request;
  const origin = headers.get("origin");
  if (origin !== null && origin !== "null" && !URL.canParse(origin))
    return { status: 400, text: "Bad request" };
  const asked = {
    method: request.method,
    secFetchSite: headers.get("sec-fetch-site"),
    origin,
    ours: environment().ORIGIN,
  };
  if (!comesFromUs(asked) || (origin !== null && origin !== asked.ours))
    return { status: 403, text: "Not from here" };
  const file = Object.hasOwn(fileForms, request.nextUrl.pathname)
    ? fileForms[request.nextUrl.pathname]
    : undefined;
  if (Number(headers.get("content-length") ?? "0") > (file?.bytes ?? 0) + bodyLimit)
    return { status: 413, text: file?.tooLarge ?? "Too large" };
  const type = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const isForm =
    formTypes.includes(type) &&
    (type !== "multipart/form-data" || /boundary=\S/.test(headers.get("content-type") ?? ""));
  const isEndpoint = request.nextUrl.pathname.startsWith("/api/") && type === "application/json";
  if (!headers.has("next-action") && !isForm && !isEndpoint) return { status: 415, text: "Unsupported" };
  return null;
}

/** Next decodes the parts of an address, and throws where `%` is followed by no UTF-8. */
function canBeDecoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A mail has its styles in its elements; in its preview it may have nothing else, and only our own page may frame it. */
const previewPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

function contentPolicy(nonce: string): string {
  const inDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${inDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${inDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

function withHeaders(response: NextResponse, policy: string, isFeed = false): NextResponse {
  const { headers } = response;
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Content-Type-Options", "nosniff");
  // Never no-referrer: Chromium then sends `Origin: null` on forms without script.
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  // A calendar feed says for itself how it may be kept.
  if (!isFeed) headers.set("Cache-Control", "private, no-store");
  if (isHttps()) headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return response;
}

export const config = {
  matcher: [{ source: "/((?!_next/static/|_next/image|(?:favicon\\.ico|icon\\.svg)$).*)" }],
};
