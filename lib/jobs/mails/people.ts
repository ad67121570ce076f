import { ok, refuse } from "#lib/core/result.ts";
import { pagesDb } from "#lib/infra/db.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import { invitationMail } from "#lib/people/mail.tsx";

export const peopleMails = {
  "person.invited": mailOf({
    async facts({ event, reader, agency, link }) {
      const person = await pagesDb().person.findUnique({
        where: { id: reader.personId },
        select: { welcomedAt: true },
      });
      if (!person) return refuse("gone");
      if (person.welcomedAt) return refuse("already_here");
      return ok({
        agency,
        inviter: event.actorName ?? agency,
        isCandidate: reader.role === "candidate",
        link: link(`/invitations/${reader.personId}`),
      });
    },
    body: invitationMail,
  }),
};
