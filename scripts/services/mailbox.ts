import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { SMTPServer } from "smtp-server";

import { mailPage, notFoundPage } from "./mailbox-page.ts";
import { readMail } from "./received-mail.ts";
import type { ReceivedMail } from "./received-mail.ts";
import { freePort, freePortFrom } from "./ports.ts";

/** A mailbox that takes real SMTP from anybody for anybody but `gone.…@`, and shows it on a page. */
export interface Mailbox {
  smtpUrl: string;
  /** Its page; `/api/mails` below it answers with JSON. */
  url: string;
  stop(): Promise<void>;
}

export interface MailboxOptions {
  /** The page's first choice; the next free one is taken. Absent: any. */
  port?: number;
  /** Keeps the mails here between starts. Absent: in memory only. */
  folder?: string;
}

const KEPT = 1000;
const LARGEST = 20 * 1024 * 1024;

/** An address of somebody who is not there: refused for good, so that a journey sees what becomes of such a mail. */
const GONE = /^gone\./;

/** Starts the mailbox on loopback. */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const mails = await readKept(options.folder);
  const keep = async (raw: Buffer, to: string[]) => {
    const receivedAt = Temporal.Now.instant().toString({ smallestUnit: "millisecond" });
    const id = `${receivedAt.replaceAll(/\D/g, "")}-${randomUUID().slice(0, 8)}`;
    mails.unshift(await readMail(raw, { id, receivedAt, to }));
    if (options.folder)
      writeFileSync(
        path.join(options.folder, `${id}.json`),
        JSON.stringify({ id, receivedAt, to, raw: raw.toString("base64") }),
      );
    for (const gone of mails.splice(KEPT))
      if (options.folder) rmSync(path.join(options.folder, `${gone.id}.json`), { force: true });
  };

  const smtpPort = await freePort();
  const smtp = receiver(keep);
  await new Promise<void>((resolve) => smtp.listen(smtpPort, "127.0.0.1", resolve));

  const port = options.port === undefined ? await freePort() : await freePortFrom(options.port);
  const pages = createServer((request, response) => answer(mails, request, response));
  await new Promise<void>((resolve) => pages.listen(port, "localhost", resolve));

  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://localhost:${port}`,
    stop: async () => {
      pages.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => pages.close(resolve)),
        new Promise<void>((resolve) => smtp.close(resolve)),
      ]);
    },
  };
}

function receiver(keep: (raw: Buffer, to: string[]) => Promise<void>): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, done) =>
      done(
        GONE.test(address) ? Object.assign(new Error("No such person here"), { responseCode: 550 }) : null,
      ),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error("This mail is larger than 20 MB."), { responseCode: 552 }));
        keep(
          Buffer.concat(chunks),
          session.envelope.rcptTo.map(({ address }) => address.toLowerCase()),
        ).then(() => done(), done);
      });
    },
  });
  server.on("error", () => undefined);
  return server;
}

async function readKept(folder: string | undefined): Promise<ReceivedMail[]> {
  if (!folder) return [];
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .toReversed()
    .slice(0, KEPT);
  return Promise.all(
    files.map((file) => {
      const { raw, ...arrival } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as {
        raw: string;
        id: string;
        receivedAt: string;
        to: string[];
      };
      return readMail(Buffer.from(raw, "base64"), arrival);
    }),
  );
}

function answer(mails: ReceivedMail[], request: IncomingMessage, response: ServerResponse): void {
  const send = (
    status: number,
    type: string,
    body: string,
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'",
  ) => {
    response.writeHead(status, {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": "no-store",
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
    });
    response.end(body);
  };
  const url = URL.parse(request.url ?? "/", "http://localhost") ?? new URL("http://localhost/");
  const [, place = "", id = "", part] = url.pathname.split("/");
  const mail = mails.find((candidate) => candidate.id === id);
  const to = url.searchParams.get("to")?.toLowerCase();

  if (url.pathname === "/api/mails")
    send(200, "application/json", JSON.stringify(to ? mails.filter((one) => one.to.includes(to)) : mails));
  else if (url.pathname === "/api/newest") send(200, "application/json", JSON.stringify(mails[0]?.id ?? ""));
  else if (url.pathname === "/refresh.js") send(200, "text/javascript", REFRESH);
  else if (place === "") send(200, "text/html", mailPage(mails, mails[0], ""));
  else if (place === "mails" && mail && part === "html")
    send(
      200,
      "text/html",
      `<base target="_blank">${mail.html}`,
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
  else if (place === "mails" && mail) send(200, "text/html", mailPage(mails, mail, mail.id));
  else send(404, "text/html", notFoundPage());
}

/** Looks every two seconds whether something has come; the list is drawn anew, a mail that is being read is left alone. */
const REFRESH = `
const shown = document.body.dataset.newest;
setInterval(async () => {
  const newest = await fetch("/api/newest").then((answer) => answer.json()).catch(() => shown);
  if (newest === shown) return;
  if (location.pathname === "/") location.reload();
  else document.querySelector("#more").hidden = false;
}, 2000);
`;
