import { formatDay } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import { findAnswer } from "#lib/reviews/queries/notes.ts";
import { answerMail, noteMail } from "#lib/reviews/mail.tsx";

export const reviewMails = {
  "note.shared": mailOf({
    async facts({ event, reader, agency, link }) {
      const note = await pagesDb().coachingNote.findFirst({
        where: { id: { in: [event.subjectId, event.id] }, candidateId: reader.personId },
        relationLoadStrategy: "join",
        select: {
          id: true,
          body: true,
          author: { select: { name: true } },
          postMortem: {
            select: {
              interview: {
                select: {
                  id: true,
                  startsAt: true,
                  timeZone: true,
                  application: { select: { employer: { select: { name: true } } } },
                },
              },
            },
          },
        },
      });
      if (!note) return refuse("gone");
      const { interview } = note.postMortem;
      return ok({
        agency,
        author: note.author.name,
        employer: interview.application.employer.name,
        // The date as it was where the interview was, which is how one remembers it.
        interviewDay: formatDay(instantOf(interview.startsAt), interview.timeZone),
        body: note.body,
        link: link(`/interviews/${interview.id}/post-mortem#note-${note.id}`),
      });
    },
    body: noteMail,
  }),
  "note.answered": mailOf({
    async facts({ event, reader, agency, link }) {
      const reply = await findAnswer(reader, [event.subjectId, event.id]);
      if (!reply) return refuse("gone");
      return ok({
        agency,
        candidate: reply.author.name,
        body: reply.body,
        link: link(`/desk/post-mortems/${reply.note.postMortemId}#note-${reply.note.id}`),
      });
    },
    body: answerMail,
  }),
};
