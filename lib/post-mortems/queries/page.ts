import { findTaxonomyNumber } from "#lib/causes/queries.ts";
import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { stamp } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { decideStart } from "#lib/post-mortems/rules/finish.ts";
import { broughtSelect, findDraft, formFacts, type Draft } from "./draft.ts";
import { getPostMortemRead } from "./read.ts";

const interviewSelect = {
  id: true,
  candidateId: true,
  ...broughtSelect.interview,
  format: true,
  application: { select: { jobTitle: true, roleFamily: true, employer: { select: { name: true } } } },
  candidate: {
    select: { name: true, counselor: { select: { name: true } }, promises: broughtSelect.promises },
  },
  postMortem: { select: { id: true, finishedAt: true } },
} satisfies Prisma.InterviewSelect;

/**
 * The post-mortem of an interview as it stands for this viewer: to be started, not yet, the form, only "started" (for
 * staff), or finished. Null where the viewer may see neither the interview nor its post-mortem.
 */
export async function getPostMortemPage(viewer: Viewer, interviewId: string, now: Temporal.Instant) {
  const row = await pagesDb().interview.findFirst({
    where: {
      id: interviewId,
      OR: [{ candidate: candidatesVisibleTo(viewer) }, { postMortem: { is: postMortemsVisibleTo(viewer) } }],
    },
    relationLoadStrategy: "join",
    select: interviewSelect,
  });
  if (!row) return null;
  const interview = shownInterview(row, viewer, now);
  const isOwner = row.candidateId === viewer.personId;
  if (row.postMortem?.finishedAt) {
    const read = await getPostMortemRead(viewer, row.postMortem.id, now);
    return read ? { kind: "finished" as const, interview, read } : { kind: "started" as const, interview };
  }
  if (!isOwner) return row.postMortem ? { kind: "started" as const, interview } : null;
  if (!row.postMortem) {
    const isOpen = decideStart(instantOf(row.startsAt), now).ok;
    if (!isOpen) return { kind: "not_yet" as const, interview };
    const number = await findTaxonomyNumber(pagesDb());
    return {
      kind: "new" as const,
      interview,
      draft: forForm(await formFacts(row, row.candidate.promises, [], number)),
    };
  }
  const draft = await findDraft(pagesDb(), viewer, row.postMortem.id);
  return draft && { kind: "draft" as const, interview, draft: { id: draft.id, ...forForm(draft) } };
}

/** What the form needs in the browser: there the plan's actions are never asked for. */
function forForm({ facts, open }: Pick<Draft, "facts" | "open">): Pick<Draft, "facts" | "open"> {
  const causes = facts.taxonomy.causes.map((cause) => ({ ...cause, actions: [] }));
  return { facts: { ...facts, taxonomy: { ...facts.taxonomy, causes } }, open };
}

export type PostMortemPage = NonNullable<Awaited<ReturnType<typeof getPostMortemPage>>>;
export type PostMortemDraft = Extract<PostMortemPage, { kind: "draft" }>["draft"];
export type PostMortemInterview = PostMortemPage["interview"];

function shownInterview(
  row: Prisma.InterviewGetPayload<{ select: typeof interviewSelect }>,
  viewer: Viewer,
  now: Temporal.Instant,
) {
  const { counselor } = row.candidate;
  return {
    id: row.id,
    employer: row.application.employer.name,
    jobTitle: row.application.jobTitle,
    roleFamily: row.application.roleFamily,
    format: row.format,
    at: stamp(instantOf(row.startsAt), viewer.timeZone, now),
    candidate: row.candidate.name,
    counselor: counselor && firstName(counselor.name),
  };
}
