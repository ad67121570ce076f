import { ok, refuse } from "#lib/core/result.ts";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import type { Due } from "#lib/jobs/compose.ts";
import { handedOverMail, invitationMail, receivedMail } from "#lib/people/mail.tsx";

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
  "person.handed_over": mailOf({
    async facts({ reader, agency, link }) {
      const candidate = await pagesDb().person.findFirst({
        where: { id: reader.personId, role: "candidate" },
        relationLoadStrategy: "join",
        select: {
          counselor: { select: { name: true, deactivatedAt: true } },
          _count: {
            select: { postMortems: { where: { finishedAt: { not: null }, sharing: "my_counselor" } } },
          },
        },
      });
      const counselor = candidate?.counselor;
      if (!candidate || !counselor || counselor.deactivatedAt !== null) return refuse("gone");
      return ok({
        agency,
        counselor: counselor.name,
        shared: candidate._count.postMortems,
        link: link("/you/sharing"),
      });
    },
    body: handedOverMail,
  }),
  "person.received": mailOf({
    async facts(due) {
      const names = await namesReceived(due);
      if (names.length === 0) return refuse("gone");
      return ok({
        agency: due.agency,
        names: names.join(", "),
        many: names.length === 1 ? "" : String(names.length),
        link: due.link("/candidates"),
      });
    },
    body: receivedMail,
  }),
};

/** Whom the reader was given by the write that this mail tells of, and still looks after. */
async function namesReceived({ event, reader }: Due): Promise<string[]> {
  const moved = await pagesDb().event.findMany({
    where: { kind: "person.handed_over", actorId: event.actorId, at: dateOf(event.at) },
    select: { subjectId: true },
  });
  const people = await pagesDb().person.findMany({
    where: {
      id: { in: moved.map(({ subjectId }) => subjectId) },
      counselorId: reader.personId,
      deactivatedAt: null,
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { name: true },
  });
  return people.map(({ name }) => name);
}
