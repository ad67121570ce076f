import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { counselorChooses, done, hear, turnedDown } from "./heard.ts";
import { later, people, sendScreen } from "./staged.ts";

test("once both have chosen one later choice stands beside the first", async () => {
  const cast = await people();
  const { maya, ana } = cast;
  const { id, interviewId } = await turnedDown(cast, { cause_primary: "NERVES" });
  await counselorChooses(id, ana);
  const change = { screen: "causes", cause_primary: "PITCH" } as const;
  expect(await sendScreen(maya, id, change, later(20))).toBe("?step=contributing");
  expect(await done(maya, id)).toBe("ok");
  const own = await db().opinion.findMany({
    where: { postMortemId: id, side: "candidate" },
    orderBy: { afterTalking: "asc" },
  });
  expect(own).toMatchObject([
    { primary: "NERVES", afterTalking: false },
    { primary: "PITCH", afterTalking: true },
  ]);
  await hear(interviewId, "no_reply", 40);
  expect(await sendScreen(maya, id, change, later(41))).toBe("not_asked");
});

test("a promise that waits gets new words; one made elsewhere gives way to a new one", async () => {
  const cast = await people();
  const { maya } = cast;
  const promise = { promise_if: "they ask", promise_then: "pause" };
  const { id } = await turnedDown(cast, promise);
  const other = { screen: "promise", move: "next", promise_if: "they ask", promise_then: "breathe" } as const;
  await sendScreen(maya, id, other, later(20));
  expect(await done(maya, id)).toBe("ok");
  const second = await turnedDown(cast);
  await sendScreen(maya, second.id, { ...other, promise_then: "smile" }, later(40));
  expect(await done(maya, second.id, 45)).toBe("ok");
  const all = await db().promise.findMany({
    where: { candidateId: maya.personId },
    orderBy: { madeAt: "asc" },
  });
  expect(all).toMatchObject([
    { postMortemId: id, thenText: "breathe", closedAt: dateOf(later(45)) },
    { postMortemId: second.id, thenText: "smile", closedAt: null },
  ]);
});

test("a wish that a device stored against the rules is not one, and the one that stood stays", async () => {
  const cast = await people();
  const { id } = await turnedDown(cast, { feedback_wish: "remind_me" });
  const answers = [{ id: newId(), field: "feedback_wish", value: "ask_now", ageMs: 0 } as const];
  expect(await saveAnswers(cast.maya, { postMortem: id, answers }, later(20))).toMatchObject({ ok: true });
  expect(await done(cast.maya, id)).toBe("ok");
  expect(await db().postMortem.findUnique({ where: { id } })).toMatchObject({ feedbackWish: "remind_me" });
});
