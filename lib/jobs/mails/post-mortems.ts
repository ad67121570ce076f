import { formatDateTime, formatDay, formatInFull } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import type { Due } from "#lib/jobs/compose.ts";
import {
  callAskedMail,
  enteredMail,
  finishedMail,
  heardBackMail,
  nudgeMail,
  promptMail,
  restMail,
  veryLowMail,
} from "#lib/post-mortems/mail.tsx";
import { findFinished, findFirstHalf, findWishForCall } from "#lib/post-mortems/queries/mailed.ts";
import { listAskedInterviews, listRests } from "#lib/post-mortems/queries/prompts.ts";
import { duePrompts, nudgedNow, promptKey, whyNotAsked } from "#lib/post-mortems/rules/prompts.ts";
import type { PromptKind } from "#lib/post-mortems/rules/prompts.ts";

const employerAndJob = { jobTitle: true, employer: { select: { name: true } } } as const;

export const postMortemMails = {
  "post_mortem.heard_back": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await findFinished(reader, event.subjectId);
      if (!found) return refuse("gone");
      const { id, candidate, employer, jobTitle } = found;
      return ok({ agency, candidate, employer, jobTitle, link: link(`/desk/post-mortems/${id}`) });
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
      const found = await findFinished(reader, event.subjectId);
      if (!found) return refuse("gone");
      if (found.reviewedAt) return refuse("reviewed");
      const { id, candidate, employer, jobTitle, interviewAt } = found;
      const interviewWhen = formatInFull(interviewAt, reader.timeZone);
      return ok({
        agency,
        candidate,
        employer,
        jobTitle,
        interviewWhen,
        link: link(`/desk/post-mortems/${id}`),
      });
    },
    body: finishedMail,
  }),
  "post_mortem.very_low": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await findFirstHalf(reader, event.subjectId);
      if (!found) return refuse("gone");
      const { id, candidate, employer } = found;
      return ok({ agency, candidate, employer, link: link(`/desk/post-mortems/${id}`) });
    },
    body: veryLowMail,
  }),
  "call.asked": mailOf({
    async facts({ event, reader, agency, link }) {
      const found = await findWishForCall(reader, event.subjectId);
      if (!found) return refuse("gone");
      if (found.calledAt) return refuse("called");
      return ok({ agency, candidate: found.candidate, link: link(`/desk/post-mortems/${found.id}`) });
    },
    body: callAskedMail,
  }),
  "post_mortem.prompt": mailOf({
    async facts(due) {
      const asked = await askedNow("post_mortem.prompt", due);
      if (!asked.ok) return asked;
      const [latest, ...others] = asked.value;
      return latest ? ok({ agency: due.agency, latest, others }) : refuse("late");
    },
    body: promptMail,
  }),
  "post_mortem.nudge": mailOf({
    async facts(due) {
      const asked = await askedNow("post_mortem.nudge", due);
      const rests = await restsNow(due);
      if (!asked.ok && rests.length === 0) return asked;
      return ok({ agency: due.agency, written: asked.ok ? asked.value : [], rests });
    },
    body: nudgeMail,
  }),
  "post_mortem.rest": mailOf({
    async facts(due) {
      const { event, reader, agency } = due;
      const found = await pagesDb().postMortem.findFirst({
        where: { id: event.subjectId, candidateId: reader.personId },
        select: { finishedAt: true },
      });
      if (!found) return refuse("gone");
      if (found.finishedAt) return refuse("written");
      const rests = await restsNow(due);
      if (!rests.some(({ id }) => id === event.subjectId)) return refuse("not_today");
      if (await isNudgedThisMorning(due)) return refuse("listed");
      return ok({ agency, rests });
    },
    body: restMail,
  }),
};

/** What a prompt or a nudge is about as things stand now: its own interview, and what is due with it. */
async function askedNow(kind: PromptKind, { event, reader, policies, now, link }: Due) {
  const interviews = await listAskedInterviews(reader.personId, event.subjectId, now);
  const own = interviews.find(({ id }) => id === event.subjectId);
  if (!own) return refuse("gone");
  const isMoved = stableId(...promptKey(kind, own)) !== event.id;
  const due = duePrompts(interviews, reader.timeZone, policies.quiet, now).find((one) => one.kind === kind);
  const asked = (due?.interviews ?? []).filter((one) => one !== own || !isMoved);
  if (asked.length === 0)
    return refuse(isMoved ? "interview_moved" : (whyNotAsked(own, now) ?? ("late" as const)));
  return ok(
    asked.map(({ id, employer, startsAt, postMortem }) => ({
      employer,
      when: formatDateTime(startsAt, reader.timeZone),
      isStarted: postMortem !== null,
      link: link(`/interviews/${id}/post-mortem`),
    })),
  );
}

async function restsNow({ reader, now, link }: Due) {
  const rests = await listRests({ candidateId: reader.personId }, now);
  return rests.map(({ id, interview }) => ({
    id,
    employer: interview.employer,
    when: formatDateTime(interview.startsAt, reader.timeZone),
    isStarted: true,
    link: link(`/interviews/${interview.id}/post-mortem`),
  }));
}

/** Whether the one nudge of this morning goes out, which names the rest too. */
async function isNudgedThisMorning({ event, reader, policies, now }: Due): Promise<boolean> {
  const interviews = await listAskedInterviews(reader.personId, event.subjectId, now);
  const nudged = nudgedNow(interviews, reader.timeZone, policies.quiet, now);
  const keys = nudged.map((one) => stableId(...promptKey("post_mortem.nudge", one)));
  const nudge = await pagesDb().mail.findFirst({
    where: { eventId: { in: keys }, kind: "post_mortem.nudge", state: { in: ["waiting", "sent"] } },
    select: { id: true },
  });
  return nudge !== null;
}
