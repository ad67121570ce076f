import { formatInFull } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import { callAskedMail, finishedMail, veryLowMail } from "#lib/post-mortems/mail.tsx";

export const postMortemMails = {
  "post_mortem.finished": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await pagesDb().postMortem.findFirst({
        where: {
          id: event.subjectId,
          finishedAt: { not: null },
          OR: [
            { sharing: "agency" },
            { sharing: "my_counselor", candidate: { counselorId: reader.personId } },
          ],
        },
        relationLoadStrategy: "join",
        select: {
          id: true,
          reviewedAt: true,
          candidate: { select: { name: true } },
          interview: {
            select: {
              startsAt: true,
              application: { select: { jobTitle: true, employer: { select: { name: true } } } },
            },
          },
        },
      });
      if (!found || reader.role === "candidate") return refuse("gone");
      if (found.reviewedAt) return refuse("reviewed");
      const { startsAt, application } = found.interview;
      return ok({
        agency,
        candidate: found.candidate.name,
        employer: application.employer.name,
        jobTitle: application.jobTitle,
        interviewWhen: formatInFull(instantOf(startsAt), reader.timeZone),
        link: link(`/desk/post-mortems/${found.id}`),
      });
    },
    body: finishedMail,
  }),
  "post_mortem.very_low": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await pagesDb().postMortem.findFirst({
        where: {
          id: event.subjectId,
          finishedAt: null,
          enoughAt: { not: null },
          OR: [
            { sharing: "agency" },
            { sharing: "my_counselor", candidate: { counselorId: reader.personId } },
          ],
        },
        relationLoadStrategy: "join",
        select: {
          id: true,
          candidate: { select: { name: true } },
          interview: { select: { application: { select: { employer: { select: { name: true } } } } } },
        },
      });
      if (!found || reader.role === "candidate") return refuse("gone");
      const { id, candidate, interview } = found;
      return ok({
        agency,
        candidate: candidate.name,
        employer: interview.application.employer.name,
        link: link(`/desk/post-mortems/${id}`),
      });
    },
    body: veryLowMail,
  }),
  "call.asked": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await pagesDb().postMortem.findFirst({
        where: {
          id: event.subjectId,
          callAskedAt: { not: null },
          candidate: { counselorId: reader.personId },
        },
        relationLoadStrategy: "join",
        select: { id: true, calledAt: true, candidate: { select: { name: true } } },
      });
      if (!found || reader.role === "candidate") return refuse("gone");
      if (found.calledAt) return refuse("called");
      return ok({ agency, candidate: found.candidate.name, link: link(`/desk/post-mortems/${found.id}`) });
    },
    body: callAskedMail,
  }),
};
