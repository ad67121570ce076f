import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** How the server treats the next mails; it can be changed while it runs. */
export type Manner =
  | "takes"
  /** 550 for the recipient: for good. */
  | "refuses the recipient"
  /** 451 after the text: for now. */
  | "is busy"
  /** Takes the text and cuts the line before it answers: the sender cannot know. */
  | "drops after the dot"
  /** Never answers the greeting. */
  | "hangs";

/** A real SMTP server on loopback that can behave badly. */
export interface TestSmtp {
  /** For SMTP_URL. */
  url: string;
  manner: Manner;
  /** What it has taken, oldest first; the envelope's recipients beside the parsed mail. */
  taken: { to: string[]; mail: ParsedMail }[];
  stop(): Promise<void>;
}

/** Starts an SMTP server for one test file, at a free port unless one is named. */
export async function startSmtp(port = 0): Promise<TestSmtp> {
  const held: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_session, done) => (smtp.manner === "hangs" ? held.push(() => done()) : done()),
    onRcptTo: (_address, _session, done) =>
      done(smtp.manner === "refuses the recipient" ? answer(550, "No such person here") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (smtp.manner === "is busy") return done(answer(451, "Come back later"));
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
        simpleParser(Buffer.concat(chunks)).then((mail) => {
          smtp.taken.push({ to, mail });
          if (smtp.manner === "drops after the dot")
            for (const connection of server.connections)
              (connection as { _socket: { destroy(): void } })._socket.destroy();
          else done();
        }, done);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${address.port}`,
    manner: "takes",
    taken: [],
    stop: async () => {
      for (const release of held) release();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
  return smtp;
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
