import { enrolledMail, recoveryUsedMail, resetMail, signInMail } from "#lib/accounts/mail.tsx";
import { signInSecrets } from "#lib/accounts/queries.ts";
import { formatDateTime, formatTime, zoneLabel } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { mailOf } from "#lib/jobs/compose.ts";

export const accountMails = {
  "sign_in.requested": mailOf({
    async facts({ event, reader, agency, now, link }) {
      const request = await pagesDb().signInRequest.findFirst({
        where: {
          id: event.subjectId,
          personId: reader.personId,
          expiresAt: { gt: dateOf(now) },
          triesLeft: { gt: 0 },
        },
        select: { id: true, expiresAt: true },
      });
      if (!request) return refuse("expired");
      const { token, code } = signInSecrets(request.id);
      const end = instantOf(request.expiresAt);
      const until = `${formatTime(end, reader.timeZone)} (${zoneLabel(end, reader.timeZone)})`;
      return ok({ agency, code, until, link: link(`/sign-in/${request.id}#${token}`) });
    },
    body: signInMail,
  }),
  // What was done is done: there is no moment at which these are no longer true.
  "second_factor.enrolled": mailOf({
    facts: ({ agency, link, event, reader }) =>
      Promise.resolve(ok({ agency, when: whenIn(event.at, reader.timeZone), link: link("/you") })),
    body: enrolledMail,
  }),
  "second_factor.recovery_used": mailOf({
    facts: ({ agency, link, event, reader }) =>
      Promise.resolve(ok({ agency, when: whenIn(event.at, reader.timeZone), link: link("/you") })),
    body: recoveryUsedMail,
  }),
  "second_factor.reset": mailOf({
    facts: ({ agency, link, event }) =>
      Promise.resolve(ok({ agency, admin: event.actorName ?? agency, link: link("/sign-in") })),
    body: resetMail,
  }),
};

function whenIn(at: Temporal.Instant, zone: string): string {
  return `${formatDateTime(at, zone)} (${zoneLabel(at, zone)})`;
}
