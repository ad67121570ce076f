import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { recordOutcome } from "#lib/interviews/commands/interviews.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { findDraft, type Draft } from "#lib/post-mortems/queries/draft.ts";
import { wishesOffered } from "#lib/post-mortems/rules/feedback.ts";
import { readNews, type News } from "#lib/post-mortems/rules/heard-back.ts";
import type { FinishHeardBackInput } from "#lib/post-mortems/schema.ts";
import { recordFirstChoice } from "./on-a-call.ts";
import { recordOpinion } from "./opinions.ts";

/**
 * Ends the short path after the employer's answer, within the caller's transaction: what was added goes to typed columns, the reason to the interview, a
 * choice of causes and a promise to where these are kept; the post-mortem stays finished. The assigned counselor is told
 * if they may read it and had reviewed it before. Refuses `not_found`, and `not_heard` where there is no answer to add to:
 * it was changed back, or this was done already.
 */
export async function recordHeardBack(
  tx: Db,
  event: EventRef,
  actor: Viewer,
  input: FinishHeardBackInput,
  now: Temporal.Instant,
): Promise<Result<{ id: string }, "not_found" | "not_heard">> {
  // The candidate too: a post-mortem that is finished at the same time shares the one open promise.
  await lockInOrder(tx, [input.postMortem, actor.personId]);
  const draft = await findDraft(tx, actor, input.postMortem, now);
  if (!draft || draft.candidateId !== actor.personId) return refuse("not_found");
  if (draft.facts.form !== "heard_back") return refuse("not_heard");
  const { facts, before, hasChosen, outcome } = draft;
  const news = readNews({
    answers: facts.answers,
    before,
    mayChange: facts.mayChange ?? [],
    wishes: wishesOffered(facts),
    hasChosen,
    outcome,
  });
  const reader = await writeNews(tx, draft, news, now);
  if (reader) await enqueueMails(tx, event, [reader], "post_mortem.heard_back");
  return ok({ id: draft.id });
}

/** Writes it all, and says whom to tell. */
async function writeNews(tx: Db, draft: Draft, news: News, now: Temporal.Instant): Promise<string | null> {
  const { mood, words, from, wish } = news;
  const row = await tx.postMortem.update({
    where: { id: draft.id },
    data: {
      newsAt: dateOf(now),
      version: { increment: 1 },
      ...(mood === undefined ? {} : { newsMood: mood }),
      ...(words === undefined ? {} : { feedbackWords: words }),
      ...(from === undefined ? {} : { feedbackFrom: from }),
      ...(wish === undefined ? {} : { feedbackWish: wish }),
    },
    select: { sharing: true, reviewedAt: true },
  });
  if (news.reason !== undefined) {
    const { outcome, interviewId } = draft;
    await recordOutcome(tx, { interviewId, outcome, reason: news.reason, at: now });
  }
  if (news.opinion && !draft.hasChosen) await recordFirstChoice(tx, draft, news.opinion, now);
  else if (news.opinion) {
    const by = { postMortemId: draft.id, authorId: draft.candidateId, side: "candidate", at: now } as const;
    await recordOpinion(tx, { ...by, ...news.opinion });
  }
  if (news.promise) await writePromise(tx, draft, news.promise, now);
  return row.sharing !== "only_me" && row.reviewedAt !== null ? draft.counselorId : null;
}

/** The one that this post-mortem made gets its new words; else a new one takes the place of whatever is open. */
async function writePromise(
  tx: Db,
  draft: Draft,
  promise: NonNullable<News["promise"]>,
  now: Temporal.Instant,
): Promise<void> {
  const made = { ifText: promise.if, thenText: promise.then, madeAt: dateOf(now) };
  if (draft.promiseMadeId) {
    await tx.promise.update({ where: { id: draft.promiseMadeId }, data: made });
    return;
  }
  if (draft.open) await tx.promise.update({ where: { id: draft.open.id }, data: { closedAt: dateOf(now) } });
  const { id: postMortemId, candidateId } = draft;
  await tx.promise.create({ data: { id: newId(), candidateId, postMortemId, ...made } });
}
