import { signInMail } from "#lib/accounts/mail.tsx";
import { signInSecrets } from "#lib/accounts/queries.ts";
import { formatTime, zoneLabel } from "#lib/core/format.ts";
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
};
