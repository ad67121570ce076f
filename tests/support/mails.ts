import { afterAll, beforeAll, beforeEach } from "vitest";
import { ok } from "#lib/core/result.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { closeSmtp } from "#lib/infra/smtp.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import type { MailKind } from "#lib/mail/words.ts";
import { startSmtp } from "./smtp.ts";
import type { TestSmtp } from "./smtp.ts";

/** Settings of a process of ours, before anything reads the environment. */
export function setEnvironment(settings: Record<string, string>): void {
  Object.assign(process.env, settings);
}

/** An SMTP server that this test file's mails go to. Before anything reads the environment. */
export async function smtpOfThisFile(): Promise<TestSmtp> {
  const smtp = await startSmtp();
  setEnvironment({ SMTP_URL: smtp.url });
  return smtp;
}

/** The server that the mails of this file go to, friendly and empty before each test. A test may put another in its place. */
export function mailServer(): { smtp: TestSmtp } {
  const server = {} as { smtp: TestSmtp };
  beforeAll(async () => {
    server.smtp = await smtpOfThisFile();
  });
  beforeEach(() => {
    server.smtp.manner = "takes";
    server.smtp.taken.length = 0;
  });
  afterAll(async () => {
    closeSmtp();
    await server.smtp.stop();
  });
  return server;
}

/** Mails of one event, as a command enqueues them; their ids, in the order of the recipients. */
export async function enqueue(
  kind: MailKind,
  subject: string,
  recipientIds: readonly string[],
  once = newId(),
): Promise<string[]> {
  const answer = await transact(nobody, { once, request: {}, did: kind, subject }, async (tx, event) => {
    await enqueueMails(tx, event, recipientIds, kind);
    return ok({ id: subject });
  });
  if (!answer.ok) throw new Error(answer.refusal);
  const rows = await commandsDb().mail.findMany({
    where: { eventId: once, kind },
    select: { id: true, recipientId: true },
  });
  return recipientIds.map((recipient) => rows.find((row) => row.recipientId === recipient)?.id ?? "none");
}

/** A mail's row. */
export function mailRow(id: string) {
  return commandsDb().mail.findUniqueOrThrow({ where: { id } });
}
