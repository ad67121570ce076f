import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { stamp } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { decideStart } from "#lib/post-mortems/rules/finish.ts";
import type { LiveFacts } from "#lib/post-mortems/rules/sent.ts";
import { findBeginning, findDraft, type Draft } from "./draft.ts";
import { getEnough } from "./moments.ts";
import { getPostMortemRead } from "./read.ts";

export const interviewSelect = {
  id: true,
  candidateId: true,
  startsAt: true,
  format: true,
  application: { select: { jobTitle: true, roleFamily: true, employer: { select: { name: true } } } },
  candidate: { select: { name: true, counselor: { select: { name: true } } } },
  postMortem: { select: { id: true, finishedAt: true } },
} satisfies Prisma.InterviewSelect;

/**
 * The post-mortem of an interview as it stands for this viewer: to be started, not yet, the form (also for who
 * enters it on a call), only "started" (for other staff), or finished. Null where the viewer may see neither the interview nor its post-mortem.
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
  if (!isOwner && !row.postMortem) return null;
  if (!row.postMortem) {
    const isOpen = decideStart(instantOf(row.startsAt), now).ok;
    if (!isOpen) return { kind: "not_yet" as const, interview };
    const beginning = await findBeginning(viewer, row.id, now);
    return beginning && { kind: "new" as const, interview, draft: shownForm(beginning, viewer, now) };
  }
  const draft = await findDraft(pagesDb(), viewer, row.postMortem.id, now);
  if (!draft) return isOwner ? null : { kind: "started" as const, interview };
  if (!isOwner) viewer.looked(draft.id);
  return {
    kind: "draft" as const,
    interview,
    draft: shownDraft(draft, viewer, now),
    enough: isOwner && draft.enoughAt ? await getEnough(viewer, draft.id, now) : null,
  };
}

/** What the form is given of a draft. */
export function shownDraft(draft: Draft, viewer: Viewer, now: Temporal.Instant) {
  return { id: draft.id, ...shownForm(draft, viewer, now) };
}

type Beginning = NonNullable<Awaited<ReturnType<typeof findBeginning>>>;

/** The same of one that nobody has begun. In the browser the plan's actions are never asked for. */
function shownForm(
  { facts, open, entered, laterRound }: Beginning | Draft,
  viewer: Viewer,
  now: Temporal.Instant,
) {
  const causes = facts.taxonomy.causes.map((cause) => ({ ...cause, actions: [] }));
  const inBrowser: LiveFacts = { ...facts, taxonomy: { ...facts.taxonomy, causes } };
  return {
    facts: inBrowser,
    open,
    /** First name of who entered it on a call. */
    enteredBy: entered && entered.by,
    laterRound: laterRound && { id: laterRound.id, at: stamp(laterRound.startsAt, viewer.timeZone, now) },
  };
}

export type PostMortemPage = NonNullable<Awaited<ReturnType<typeof getPostMortemPage>>>;
export type PostMortemDraft = Extract<PostMortemPage, { kind: "draft" }>["draft"];
export type PostMortemInterview = PostMortemPage["interview"];

export function shownInterview(
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
