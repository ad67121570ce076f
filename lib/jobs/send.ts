import { refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { calendarText } from "#lib/infra/calendar.ts";
import { environment } from "#lib/infra/env.ts";
import { log } from "#lib/infra/log.ts";
import { deliver, mailHost } from "#lib/infra/smtp.ts";
import type { Letter } from "#lib/infra/smtp.ts";
import type { Due } from "#lib/jobs/compose.ts";
import { writeText } from "#lib/jobs/letter.ts";
import { mails } from "#lib/jobs/mails.ts";
import { claimMail, isWaiting, layAside, postponeMail, settleMail } from "#lib/mail/commands.ts";
import type { ClaimedMail } from "#lib/mail/commands.ts";
import type { MailBody } from "#lib/mail/mail.tsx";
import { getFlag } from "#lib/mail/queries/flags.ts";
import {
  graceUntil,
  isLastTry,
  isNudge,
  mailTries,
  reachesDeactivated,
  waitsUntil,
} from "#lib/mail/rules.ts";
import { isMailKind } from "#lib/mail/words.ts";
import type { SuppressReason } from "#lib/mail/words.ts";
import { getAgency } from "#lib/settings/queries.ts";

type Agency = Awaited<ReturnType<typeof getAgency>>;

/**
 * One try of one mail: takes its row, asks whether it is still true, puts it together and sends it. `done` when the row
 * is settled, by this call or before it, or has a job of its own for the morning of its reader; `again` when it still waits. Safe to call twice and by two workers at once.
 */
export async function sendMail(mailId: string, now: Temporal.Instant): Promise<"done" | "again"> {
  // Before it is taken: a mail waits no longer than it must where this cannot be read.
  const agency = await getAgency();
  const mail = await claimMail(mailId, now);
  if (!mail) return (await isWaiting(mailId)) ? "again" : "done";
  if (mail.attempts > mailTries) {
    await settleMail(mailId, "dead", "killed", now);
    return "done";
  }
  if (await isHeldBack(mail)) {
    await settleMail(mailId, "suppressed", "address_flagged", now);
    return "done";
  }
  const until = waitsUntil(mail.kind, mail.recipient.timeZone, now, agency.policies.quiet);
  if (until) {
    await layAside(mail, { until, reason: "quiet_hours" }, now);
    return "done";
  }
  const grace = graceUntil(mail.kind, mail.event.at, now);
  if (grace) {
    await layAside(mail, { until: grace, reason: "grace" }, now);
    return "done";
  }
  const composed = await compose(mail, agency, now).catch((error: unknown) => {
    log().error({ mail: mailId, kind: mail.kind, err: error }, "mail could not be composed");
    return "broken" as const;
  });
  if (composed === "broken") return retryLater(mail, "broken", now);
  if (!composed.ok) {
    await settleMail(mailId, "suppressed", composed.refusal, now);
    return "done";
  }
  const delivery = await deliver(composed.value);
  log().info({ mail: mailId, kind: mail.kind, attempt: mail.attempts, ...delivery }, "mail");
  if (delivery.result === "again") return retryLater(mail, delivery.reason, now);
  await settleMail(mailId, delivery.result, delivery.result === "dead" ? delivery.reason : null, now);
  return "done";
}

/** A nudge to an address from which mails come back; what somebody sends again by hand is tried. */
async function isHeldBack({ kind, copy, recipient }: ClaimedMail): Promise<boolean> {
  return copy === 0 && isNudge(kind) && (await getFlag(recipient.id));
}

async function retryLater(
  mail: ClaimedMail,
  reason: string,
  now: Temporal.Instant,
): Promise<"done" | "again"> {
  if (isLastTry(mail.attempts)) {
    await settleMail(mail.id, "dead", reason, now);
    return "done";
  }
  await postponeMail(mail.id, reason);
  return "again";
}

async function compose(
  mail: ClaimedMail,
  agency: Agency,
  now: Temporal.Instant,
): Promise<Result<Letter, SuppressReason>> {
  if (mail.recipient.deactivatedAt !== null && !reachesDeactivated(mail.kind)) return refuse("deactivated");
  if (!isMailKind(mail.kind)) return refuse("gone");
  const { MAIL_FROM, ORIGIN } = environment();
  const { recipient, event } = mail;
  const due: Due = {
    event: { ...event, actorName: event.actor?.name ?? null },
    reader: viewerFrom({
      personId: recipient.id,
      name: recipient.name,
      role: recipient.role,
      timeZone: recipient.timeZone,
      looked: () => undefined,
    }),
    readerAddress: recipient.email,
    agency: agency.name,
    policies: agency.policies,
    senderName: agency.senderName || agency.name,
    replyTo: agency.replyTo || null,
    senderAddress: MAIL_FROM,
    now,
    link: (path) => `${ORIGIN}${path}`,
    host: mailHost(),
  };
  const body = await mails[mail.kind].compose(due);
  return body.ok ? { ok: true, value: await letterOf(mail.id, due, body.value) } : body;
}

async function letterOf(id: string, due: Due, body: MailBody): Promise<Letter> {
  return {
    id,
    from: { name: due.senderName, address: due.senderAddress },
    to: { name: due.reader.name, address: due.readerAddress },
    replyTo: due.replyTo,
    ...(await writeText(body)),
    calendar: body.calendar && { method: body.calendar.method, source: calendarText(body.calendar) },
  };
}
