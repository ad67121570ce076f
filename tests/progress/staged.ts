import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { CauseCode, Mood, Outcome, PromiseAnswer, Rating, Sharing } from "#lib/infra/prisma/enums.ts";
import { makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { now } from "../reviews/people.ts";

type Causes = readonly [CauseCode, ...CauseCode[]];

type Facts = {
  daysAgo: number;
  own?: Causes;
  other?: Causes;
  afterTalking?: Causes;
  together?: boolean;
  outcome?: Outcome;
  sharing?: Sharing;
  mood?: Mood;
  isDraft?: boolean;
};

/** One interview of a candidate with its post-mortem, and what each side chose. */
export async function wroteAbout(
  candidate: { id: string },
  counselor: { id: string },
  { daysAgo, own, other, afterTalking, together = false, isDraft = false, ...facts }: Facts,
) {
  const startsAt = now.subtract({ hours: 24 * daysAgo });
  const interview = await makeInterview(db(), {
    candidateId: candidate.id,
    startsAt,
    interview: { outcome: facts.outcome ?? "rejected" },
  });
  const postMortem = await makePostMortem(db(), interview, startsAt.add({ hours: 2 }), {
    sharing: facts.sharing ?? "my_counselor",
    mood: facts.mood ?? "low",
    ...(isDraft ? {} : { finishedAt: dateOf(startsAt.add({ hours: 3 })) }),
  });
  const choose = async (authorId: string, causes: Causes | undefined, hours: number, later = false) => {
    if (!causes) return;
    const [primary, ...contributing] = causes;
    const side = authorId === candidate.id ? "candidate" : "counselor";
    const chosenAt = dateOf(startsAt.add({ hours }));
    const said = { authorId, side, primary, contributing, chosenAt, together, afterTalking: later } as const;
    await db().opinion.create({ data: { id: newId(), postMortemId: postMortem.id, ...said } });
  };
  await choose(candidate.id, own, 3);
  await choose(counselor.id, other, 4);
  await choose(counselor.id, afterTalking, 5, true);
  return postMortem;
}

type PostMortem = { id: string; candidateId: string };

let promisesMade = 0;
/** Each is made after the one before. */
function next(): number {
  promisesMade += 1;
  return promisesMade;
}

/** A promise made in one post-mortem, and what a later one said about it. */
export async function promised(
  made: PostMortem,
  ifText: string,
  answered?: { answer: PromiseAnswer; askedIn: PostMortem },
) {
  const ended = answered
    ? { answer: answered.answer, askedInId: answered.askedIn.id, closedAt: dateOf(now) }
    : {};
  await db().promise.create({
    data: {
      id: newId(),
      candidateId: made.candidateId,
      postMortemId: made.id,
      ifText,
      thenText: "breathe out once",
      madeAt: dateOf(now.subtract({ hours: 2 }).add({ seconds: next() })),
      ...ended,
    },
  });
}

export async function askedIn(postMortem: PostMortem, ...ratings: Rating[]) {
  const data = ratings.map((rating, index) => ({
    id: newId(),
    postMortemId: postMortem.id,
    position: index + 1,
    text: "What do you know about us?",
    rating,
  }));
  await db().askedQuestion.createMany({ data });
}
