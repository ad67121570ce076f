import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { fetchText } from "#lib/infra/fetch-text.ts";
import { isPublicAddress } from "#lib/infra/open-network.ts";
import { CA, HOST, serveCalendar } from "./calendar-server.ts";

const text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
type Stage = Awaited<ReturnType<typeof serveCalendar>>;
const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Stage> {
  const stage = await serveCalendar(answer);
  stages.push(stage);
  return stage;
}

/** Only this test's own server is let in; everything else as in the portal. */
async function ask(url: URL, spec: Partial<Parameters<typeof fetchText>[1]> = {}) {
  const read = await fetchText(url, {
    etag: null,
    bytes: 1_000_000,
    milliseconds: 5_000,
    isAllowed: (address) => address === "127.0.0.1",
    resolve: async () => Promise.resolve("127.0.0.1"),
    ca: CA,
    ...spec,
  });
  if (!read.ok) return read.refusal;
  return read.value;
}

test("a calendar is asked for by its own name, uncompressed, at the one address that was looked at", async () => {
  const stage = await serve((_request, response) => response.setHeader("etag", '"1"').end(text));
  const answers = ["127.0.0.1", "10.0.0.1"];
  const looked: string[] = [];
  const read = await ask(stage.url, {
    // A name that means another machine when it is asked a second time.
    resolve: async (host) => {
      looked.push(host);
      return Promise.resolve(answers.shift() ?? "10.0.0.1");
    },
  });
  expect(read).toEqual({ text, etag: '"1"' });
  expect(looked).toEqual([HOST]);
  expect(stage.asked).toHaveLength(1);
  expect(stage.asked[0]).toMatchObject({ host: `${HOST}:${String(stage.port)}`, servername: HOST });
  expect(stage.asked[0]?.headers).toMatchObject({ "accept-encoding": "identity" });
  expect(stage.asked[0]?.headers).not.toHaveProperty("if-none-match");
});

test("an address inside is never asked, whatever name leads there", async () => {
  const stage = await serve((_request, response) => response.end(text));
  for (const inside of [
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "::1",
    "::ffff:127.0.0.1",
    "fd00::1",
    "224.0.0.1",
  ])
    expect(
      await ask(stage.url, { isAllowed: isPublicAddress, resolve: async () => Promise.resolve(inside) }),
      inside,
    ).toBe("inside");
  for (const host of ["127.0.0.1", "2130706433", "0x7f000001", "0177.1", "[::1]", "[::ffff:127.0.0.1]"])
    expect(
      await ask(new URL(`https://${host}:${String(stage.port)}/`), { isAllowed: isPublicAddress }),
      host,
    ).toBe("inside");
  expect(stage.asked).toEqual([]);
});

test("what has not changed is not sent again, and nobody says so unasked", async () => {
  const stage = await serve((request, response) => {
    response.statusCode = request.headers["if-none-match"] === '"2"' || request.url === "/odd" ? 304 : 200;
    response.end(response.statusCode === 200 ? text : undefined);
  });
  expect(await ask(stage.url, { etag: '"2"' })).toBe("same");
  expect(await ask(stage.url, { etag: '"1"' })).toEqual({ text, etag: null });
  expect(await ask(new URL("/odd", stage.url))).toBe("moved");
});

test.each<[string, (response: ServerResponse) => void, string]>([
  ["a redirect", (response) => response.writeHead(302, { location: "https://10.0.0.1/" }).end(), "moved"],
  ["a redirect to itself", (response) => response.writeHead(307, { location: "/work.ics" }).end(), "moved"],
  ["no entry", (response) => response.writeHead(401).end(), "answer"],
  ["not there", (response) => response.writeHead(404).end(text), "answer"],
  ["part of it", (response) => response.writeHead(206).end(text), "answer"],
  [
    "compressed, which nobody asked for",
    (response) => response.setHeader("content-encoding", "gzip").end(gzipSync("x".repeat(9_000_000))),
    "encoding",
  ],
  ["compressed without a word", (response) => response.end(gzipSync(text)), "encoding"],
  ["another encoding", (response) => response.end(Buffer.from("SUMMARY:caf\u00e9", "latin1")), "encoding"],
  ["one byte more than 1 MB", (response) => response.end("x".repeat(1_000_001)), "too_big"],
  [
    "half of it, and then nobody",
    (response) => {
      response.setHeader("content-length", "1000");
      response.write(text, () => response.destroy());
    },
    "unreachable",
  ],
  ["nobody", (response) => response.destroy(), "unreachable"],
  [
    "headers without end",
    (response) => response.setHeader("x-long", "x".repeat(100_000)).end(text),
    "unreachable",
  ],
])("%s is refused", async (_, answer, expected) => {
  const stage = await serve((_request, response) => {
    answer(response);
  });
  expect(await ask(stage.url)).toBe(expected);
});

test("bytes without end are left at the limit", async () => {
  let left: Promise<unknown> | undefined;
  const stage = await serve((_request, response) => {
    left = once(response, "close");
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  });
  expect(await ask(stage.url)).toBe("too_big");
  await left;
});

test("whoever is slow is left: with the name, with the first byte, with the last", async () => {
  const stage = await serve((request, response) => {
    if (request.url === "/last") response.write("BEGIN:VCALENDAR\r\n");
  });
  const milliseconds = 300;
  const never = async () => new Promise<string>(() => undefined);
  expect(await ask(stage.url, { milliseconds, resolve: never })).toBe("too_slow");
  expect(stage.asked).toEqual([]);
  expect(await ask(stage.url, { milliseconds })).toBe("too_slow");
  expect(await ask(new URL("/last", stage.url), { milliseconds })).toBe("too_slow");
});

test("a server that is not who it says, and a name that means nobody", async () => {
  const stage = await serve((_request, response) => response.end(text));
  expect(await ask(new URL(`https://other.example:${String(stage.port)}/`))).toBe("unreachable");
  const read = await fetchText(stage.url, {
    etag: null,
    bytes: 1_000_000,
    milliseconds: 5_000,
    isAllowed: () => true,
    resolve: async () => Promise.resolve("127.0.0.1"),
  });
  expect(read).toEqual({ ok: false, refusal: "unreachable" });
  expect(await ask(stage.url, { resolve: async () => Promise.reject(new Error("ENOTFOUND")) })).toBe(
    "unreachable",
  );
  expect(stage.asked).toEqual([]);
});
