import { formatDay, formatInFull } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import {
  callAskedMail,
  enteredMail,
  finishedMail,
  heardBackMail,
  veryLowMail,
} from "#lib/post-mortems/mail.tsx";

/** Finished, and this reader's to read on the desk. */
const readableBy = (id: string, readerId: string) =>
  ({
    id,
    finishedAt: { not: null },
    OR: [{ sharing: "agency" }, { sharing: "my_counselor", candidate: { counselorId: readerId } }],
  }) satisfies Prisma.PostMortemWhereInput;

const employerAndJob = { jobTitle: true, employer: { select: { name: true } } } as const;

export const postMortemMails = {
  "post_mortem.heard_back": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await pagesDb().postMortem.findFirst({
        where: readableBy(event.subjectId, reader.personId),
        relationLoadStrategy: "join",
        select: {
          id: true,
          candidate: { select: { name: true } },
          interview: { select: { application: { select: employerAndJob } } },
        },
      });
      if (!found || reader.role === "candidate") return refuse("gone");
      const { employer, jobTitle } = found.interview.application;
      return ok({
        agency,
        candidate: found.candidate.name,
        employer: employer.name,
        jobTitle,
        link: link(`/desk/post-mortems/${found.id}`),
      });
    },
    body: heardBackMail,
  }),
  "post_mortem.entered": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await pagesDb().postMortem.findFirst({
        where: { id: event.subjectId, candidateId: reader.personId },
        relationLoadStrategy: "join",
        select: {
          finishedAt: true,
          enteredBy: { select: { name: true } },
          interview: {
            select: { id: true, startsAt: true, timeZone: true, application: { select: employerAndJob } },
          },
        },
      });
      if (!found?.enteredBy) return refuse("gone");
      if (found.finishedAt) return refuse("confirmed");
      const { id, startsAt, timeZone, application } = found.interview;
      return ok({
        agency,
        counselor: found.enteredBy.name,
        employer: application.employer.name,
        // The date as it was where the interview was, which is how one remembers it.
        interviewDay: formatDay(instantOf(startsAt), timeZone),
        link: link(`/interviews/${id}/post-mortem`),
      });
    },
    body: enteredMail,
  }),
  "post_mortem.finished": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await pagesDb().postMortem.findFirst({
        where: readableBy(event.subjectId, reader.personId),
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
