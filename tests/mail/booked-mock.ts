import { afterAll, beforeAll, beforeEach } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { closeSmtp } from "#lib/infra/smtp.ts";
import { makeCandidate, makeCounselor, makeMock } from "../../prisma/seed/factories.ts";
import { smtpOfThisFile } from "../support/mails.ts";
import type { TestSmtp } from "../support/smtp.ts";

export const later = (minutes: number) => now().add({ minutes });

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

export async function people() {
  const counselor = await makeCounselor(commandsDb(), { name: "Ana Torres", timeZone: "Europe/London" });
  const candidate = await makeCandidate(commandsDb(), counselor.id, {
    name: "Maya Chen",
    timeZone: "Asia/Kathmandu",
  });
  return { counselor, candidate };
}

/** A mock of theirs in two days. */
export async function bookedMock() {
  const { counselor, candidate } = await people();
  const startsAt = now().add({ hours: 48 }).round("hour");
  const mock = await makeMock(commandsDb(), {
    candidateId: candidate.id,
    counselorId: counselor.id,
    startsAt,
  });
  return { counselor, candidate, mock, startsAt };
}
