import { lookup as resolveName } from "node:dns/promises";
import { request } from "node:https";
import type { RequestOptions } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";

export type Fetched = { readonly text: string; readonly etag: string | null } | "same";
export type FetchRefusal =
  | "inside"
  | "unreachable"
  | "too_slow"
  | "moved"
  | "answer"
  | "too_big"
  | "encoding";
type FetchSpec = {
  /** What the text was when it was read last. */
  readonly etag: string | null;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly isAllowed: (address: string) => boolean;
  /** How a name becomes an address; the system's, but in tests. */
  readonly resolve?: (host: string) => Promise<string>;
  /** Whom a test's own server is signed by. */
  readonly ca?: string;
};

/**
 * Reads a text by https from an address that somebody typed: the name is resolved once and that very address is asked, if it
 * is allowed; no redirect is followed; all of it within the time and the bytes. Tells `same` where the etag still holds.
 */
export async function fetchText(url: URL, spec: FetchSpec): Promise<Result<Fetched, FetchRefusal>> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const until = AbortSignal.timeout(spec.milliseconds);
  let address: string;
  try {
    address = isIP(host) ? host : await within(until, (spec.resolve ?? systemResolve)(host));
  } catch {
    return refuse(until.aborted ? "too_slow" : "unreachable");
  }
  if (!spec.isAllowed(address)) return refuse("inside");
  return ask(url, address, until, spec);
}

async function systemResolve(host: string): Promise<string> {
  return (await resolveName(host)).address;
}

function within<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(new Error("out of time"));
    });
    work.then(resolve, reject);
  });
}

function ask(
  url: URL,
  address: string,
  signal: AbortSignal,
  { etag, bytes, ca }: FetchSpec,
): Promise<Result<Fetched, FetchRefusal>> {
  const lookup: LookupFunction = (_host, { all }, done) => {
    const family = isIP(address);
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const options: RequestOptions = {
    lookup,
    signal,
    agent: false,
    headers: {
      accept: "text/calendar",
      "accept-encoding": "identity",
      ...(etag === null ? {} : { "if-none-match": etag }),
    },
    ...(ca === undefined ? {} : { ca }),
  };
  return new Promise((settle) => {
    const asking = request(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      const end = (result: Result<Fetched, FetchRefusal>) => {
        answer.destroy();
        settle(result);
      };
      if (status === 304 && etag !== null) return end(ok("same"));
      if (status >= 300 && status < 400) return end(refuse("moved"));
      if (status !== 200) return end(refuse("answer"));
      if (!/^(?:|identity)$/i.test(answer.headers["content-encoding"] ?? "")) return end(refuse("encoding"));
      const parts: Buffer[] = [];
      let size = 0;
      answer.on("data", (part: Buffer) => {
        size += part.length;
        if (size > bytes) end(refuse("too_big"));
        else parts.push(part);
      });
      answer.on("error", () => {
        end(refuse(signal.aborted ? "too_slow" : "unreachable"));
      });
      answer.on("end", () => {
        end(textOf(Buffer.concat(parts), answer.headers.etag));
      });
    });
    asking.on("error", () => {
      settle(refuse(signal.aborted ? "too_slow" : "unreachable"));
    });
    asking.end();
  });
}

/** Longest etag that is worth keeping, in characters. */
const longestEtag = 200;

function textOf(bytes: Buffer, etag: string | undefined): Result<Fetched, FetchRefusal> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return ok({ text, etag: etag !== undefined && etag.length <= longestEtag ? etag : null });
  } catch {
    return refuse("encoding");
  }
}
