import { firstName } from "#lib/core/text.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { pagesDb } from "#lib/infra/db.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import { answeredMail, askedMail } from "#lib/people/mail/help.tsx";
import { helpPath } from "#lib/people/queries/help.ts";

export const helpMails = {
  "help.asked": mailOf({
    async facts({ event, reader, agency, link }) {
      if (reader.role !== "guest") return ok({ agency, isKnown: true, link: link("/sign-in") });
      const request = await pagesDb().helpRequest.findFirst({
        where: { id: event.subjectId, personId: reader.personId, confirmedAt: null },
        select: { id: true },
      });
      return request ? ok({ agency, isKnown: false, link: link(helpPath(request.id)) }) : refuse("gone");
    },
    body: askedMail,
  }),
  "help.answered": mailOf({
    async facts({ event, reader, agency, link }) {
      const request = await pagesDb().helpRequest.findFirst({
        where: { id: event.subjectId, personId: reader.personId },
        relationLoadStrategy: "join",
        select: { id: true, answer: true, answeredBy: { select: { name: true } } },
      });
      if (!request?.answeredBy || request.answer === null) return refuse("gone");
      return ok({
        agency,
        counselor: firstName(request.answeredBy.name),
        answer: request.answer,
        link: link(helpPath(request.id)),
      });
    },
    body: answeredMail,
  }),
};
