import { addMinutes, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import { currentAnswers, readTyped, recordedOutcome } from "#lib/post-mortems/rules/answers.ts";
import type { AnswerRow, Typed } from "#lib/post-mortems/rules/answers.ts";
import { encode, questionFields } from "#lib/post-mortems/rules/fields.ts";
import type { Answers, Field } from "#lib/post-mortems/rules/fields.ts";
import { decideFinish } from "#lib/post-mortems/rules/finish.ts";
import { asksKeepOrNew, decidePromise, isAskedAbout } from "#lib/post-mortems/rules/promise.ts";
import { isAside, stepsOf } from "#lib/post-mortems/rules/steps.ts";
import type { SeedCandidate, SeedPostMortem } from "../texts/candidate.ts";
import type { ToldInterview } from "./interviews.ts";
import { candidateId, staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import { happened } from "./rows.ts";

/** A candidate's one open promise, from one post-mortem to the next. */
export type OpenPromise = { id: string; madeAt: Instant } | null;

/** A finished post-mortem as what follows refers to it. */
export type ToldPostMortem = {
  readonly id: string;
  readonly interview: ToldInterview;
  readonly told: SeedPostMortem;
  readonly finishedAt: Instant;
  readonly typed: Typed;
};

/** What one candidate's life with the agency holds, as far as it was written down. */
export type Told = { candidate: SeedCandidate; interviews: ToldInterview[]; postMortems: ToldPostMortem[] };

/** A post-mortem from its first answer to its finish, with the rows that the commands would have written. */
export function addPostMortem(
  story: Story,
  interview: ToldInterview,
  open: OpenPromise,
): { finished: ToldPostMortem | null; open: OpenPromise } {
  const told = interview.told.postMortem;
  if (!told) return { finished: null, open };
  const { rows } = story;
  const id = stableId("post-mortem", interview.id);
  const writer = candidateId(interview.candidate.key);
  const startedAt = addMinutes(interview.endsAt, told.startedMinutesAfter);
  const postMortem = {
    id,
    interviewId: interview.id,
    candidateId: writer,
    startedAt: dateOf(startedAt),
    taxonomyNumber: 1,
  };
  happened(rows, { kind: "post_mortem.started", actorId: writer, subjectId: id, at: startedAt });

  const openPromise =
    open !== null && isAskedAbout({ madeAt: open.madeAt, closedAt: null }, interview.startsAt);
  const written = answerRows(
    id,
    { answers: asked(told.answers, openPromise), openPromise },
    startedAt,
    told.tookMinutes ?? 2,
  );
  for (const { writtenAt, ...answer } of written)
    rows.answers.push({ ...answer, postMortemId: id, writtenAt: dateOf(writtenAt), writtenById: writer });
  if (told.tookMinutes === null) {
    rows.postMortems.push({ ...postMortem, ...firstHalf(story, interview, { id, startedAt }) });
    return { finished: null, open };
  }

  const finishedAt = addMinutes(startedAt, told.tookMinutes);
  const answers = currentAnswers([...recordedOutcome(outcomeAt(interview, finishedAt)), ...written]);
  const decision = decideFinish({ writerIsCandidate: true, finishedAt: null, openPromise, answers });
  if (!decision.ok) throw new Error(`${interview.candidate.key}: ${decision.refusal}`);
  const typed = decision.value;
  const { sharing } = typed;
  rows.postMortems.push({ ...postMortem, ...columnsOf(typed), finishedAt: dateOf(finishedAt), version: 1 });
  const finished = { id, interview, told, finishedAt, typed };
  addCopies(story, finished);
  const mailTo = sharing === "only_me" ? [] : [staffNamed(interview.candidate.counselor).id];
  happened(rows, { kind: "post_mortem.finished", actorId: writer, subjectId: id, at: finishedAt, mailTo });
  return { finished, open: settlePromise(story, finished, open, openPromise) };
}

/** What finishing copies to columns. */
function columnsOf(typed: Typed) {
  const { mood, surprise, cannotRecall, sharing, signals } = typed;
  const { feedbackWords, feedbackFrom, feedbackWish, workedWell, keepLine } = typed;
  const said = { feedbackWords, feedbackFrom, feedbackWish, workedWell, keepLine };
  return { mood, surprise, cannotRecall, sharing, signals: [...signals], ...said };
}

/** What a draft holds in columns: of a very low one the first half that was sent, told to its counselor; else nothing. */
function firstHalf(
  { rows }: Story,
  { candidate, told: { postMortem: told } }: ToldInterview,
  { id, startedAt }: { id: string; startedAt: Instant },
) {
  if (!told || told.enoughMinutes === undefined) return {};
  const typed = readTyped({ openPromise: false, answers: told.answers });
  const at = addMinutes(startedAt, told.enoughMinutes);
  const mailTo = typed.sharing === "only_me" ? [] : [staffNamed(candidate.counselor).id];
  const actorId = candidateId(candidate.key);
  happened(rows, { kind: "post_mortem.very_low", actorId, subjectId: id, at, mailTo });
  const { mood, keepLine, sharing } = typed;
  return { mood, keepLine, sharing, enoughAt: dateOf(at), version: 1 };
}

/** What stood at the interview at that moment: what is heard later changes nothing that was written before. */
function outcomeAt({ told, heardAt }: ToldInterview, at: Instant) {
  const isKnown = heardAt !== null && isBefore(heardAt, at);
  return isKnown
    ? { outcome: told.outcome, outcomeReason: told.outcomeReason ?? null, outcomeAt: heardAt }
    : { outcome: "waiting" as const, outcomeReason: null, outcomeAt: null };
}

/** Only what the form asks: about a promise only if one is open, and for a new one only if the old is not kept. */
function asked(answers: Answers, openPromise: boolean): Answers {
  const { promise_answer, promise_next, promise_if, promise_then, ...others } = answers;
  const mayKeep = asksKeepOrNew(openPromise, promise_answer);
  const makes =
    promise_if !== undefined && promise_then !== undefined && !(mayKeep && promise_next === "keep");
  return {
    ...others,
    ...(openPromise && promise_answer ? { promise_answer } : {}),
    ...(mayKeep && promise_next ? { promise_next } : {}),
    ...(makes ? { promise_if, promise_then } : {}),
  };
}

/** The rows of the form's screens, one after the other over the time that it took; what may be passed over is noted as that. */
function answerRows(
  postMortemId: string,
  facts: { answers: Answers; openPromise: boolean },
  startedAt: Instant,
  tookMinutes: number,
): AnswerRow[] {
  const { answers } = facts;
  const values = stepsOf(facts).flatMap((step) =>
    step.fields.flatMap((field): { field: Field; value: string }[] => {
      const value = answers[field];
      const isPassed = step.canBeSkipped && !isAside(step, facts) && field !== "promise_next";
      if (value === undefined) return isPassed ? [{ field, value: "" }] : [];
      const name = questionFields.find((one) => one === field);
      const question = name && answers[name];
      if (!question) return [{ field, value: encode(value) }];
      // First which question it was, then how it went.
      const { text, bankId } = question;
      return [
        { field, value: encode({ text, ...(bankId ? { bankId } : {}) }) },
        { field, value: encode(question) },
      ];
    }),
  );
  const pace = (tookMinutes * 60_000) / (values.length + 1);
  return values.map(({ field, value }, index) => ({
    id: stableId("answer", postMortemId, field, String(index)),
    field,
    value,
    writtenAt: startedAt.add({ milliseconds: Math.round(pace * index) }),
  }));
}

/** What finishing copies: the questions, the self-ratings, and the candidate's opinion. */
function addCopies({ rows }: Story, { id, interview, typed, finishedAt }: ToldPostMortem): void {
  for (const [index, { text, bankId, rating, knewIt }] of typed.questions.entries()) {
    const position = index + 1;
    const copied = { text, bankId: bankId ?? null, rating: rating ?? null, knewIt: knewIt ?? false };
    rows.questions.push({
      id: stableId("question", id, String(position)),
      postMortemId: id,
      position,
      ...copied,
    });
  }
  rows.ratings.push(...typed.ratings.map((rated) => ({ postMortemId: id, ...rated })));
  if (!typed.opinion) return;
  rows.opinions.push({
    id: stableId("opinion", id, "candidate"),
    postMortemId: id,
    authorId: candidateId(interview.candidate.key),
    side: "candidate",
    primary: typed.opinion.primary,
    contributing: [...typed.opinion.contributing],
    chosenAt: dateOf(finishedAt),
  });
}

function settlePromise(
  { rows }: Story,
  { id, interview, typed, finishedAt }: ToldPostMortem,
  open: OpenPromise,
  isAsked: boolean,
): OpenPromise {
  const decision = decidePromise(open !== null, typed);
  const before = rows.promises.find((promise) => promise.id === open?.id);
  if (before && isAsked && typed.promiseAnswer)
    Object.assign(before, { answer: typed.promiseAnswer, askedInId: id });
  if (before && decision.open !== "stays") before.closedAt = dateOf(finishedAt);
  const left = decision.open === "stays" ? open : null;
  if (!decision.make) return left;
  const made = { id: stableId("promise", id), madeAt: finishedAt };
  const { if: ifText, then: thenText } = decision.make;
  const who = { candidateId: candidateId(interview.candidate.key), postMortemId: id };
  rows.promises.push({ id: made.id, ...who, ifText, thenText, madeAt: dateOf(finishedAt) });
  return made;
}
