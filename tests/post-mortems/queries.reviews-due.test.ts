import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { Outcome, Sharing } from "#lib/infra/prisma/enums.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { reviewsDueFrom } from "#lib/post-mortems/policy.ts";
import { makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { now, people } from "./staged.ts";

type Case = { sharing: Sharing; outcome: Outcome; isFinished: boolean; isReviewed: boolean };

const cases: readonly Case[] = Object.values(Sharing).flatMap((sharing) =>
  Object.values(Outcome).flatMap((outcome) => [
    { sharing, outcome, isFinished: false, isReviewed: false },
    { sharing, outcome, isFinished: true, isReviewed: false },
    { sharing, outcome, isFinished: true, isReviewed: true },
  ]),
);

/** What product.md says of a review that is due, in its own words. */
const isDue = ({ sharing, outcome, isFinished, isReviewed }: Case) =>
  isFinished && !isReviewed && sharing !== "only_me" && !goodNews.includes(outcome);

const named = (one: Case) => Object.values(one).join(" ");

test("due from the assigned counselor: finished, shared, no good news, and not reviewed; from nobody else", async () => {
  const { ana, ben, amir, maya, luis } = await people();
  const names = new Map<string, string>();
  for (const one of cases) {
    const startsAt = now.subtract({ hours: 72 });
    const facts = { candidateId: maya.personId, startsAt, interview: { outcome: one.outcome } };
    const interview = await makeInterview(db(), facts);
    const reviewed = one.isReviewed ? { reviewedAt: dateOf(now), reviewedById: ana.personId } : {};
    const { id } = await makePostMortem(db(), interview, startsAt.add({ hours: 2 }), {
      sharing: one.sharing,
      finishedAt: one.isFinished ? dateOf(now.subtract({ hours: 5 })) : null,
      ...reviewed,
    });
    names.set(id, named(one));
  }
  const dueFrom = async (viewer: typeof ana) => {
    const due = await db().postMortem.findMany({ where: reviewsDueFrom(viewer), select: { id: true } });
    return due.map(({ id }) => names.get(id)).toSorted();
  };
  expect(await dueFrom(ana)).toEqual(cases.filter(isDue).map(named).toSorted());
  for (const viewer of [ben, amir, maya, luis]) expect(await dueFrom(viewer), viewer.name).toEqual([]);
  // Handed over: from then on it is due from the other.
  await db().person.update({ where: { id: maya.personId }, data: { counselorId: ben.personId } });
  expect(await dueFrom(ana)).toEqual([]);
  expect(await dueFrom(ben)).toEqual(cases.filter(isDue).map(named).toSorted());
});
