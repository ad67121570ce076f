import { expect, test } from "vitest";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { setOutcome } from "#lib/interviews/commands/interviews.ts";
import { listMails } from "#lib/mail/queries/log.ts";
import { addAction, replaceAction } from "#lib/plan/commands/changes.ts";
import { chooseCauses, finishHeardBack } from "#lib/plan/commands/finish.ts";
import { getPlan } from "#lib/plan/queries/plan.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { sendFirstHalf } from "#lib/post-mortems/commands/enough.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { getPostMortemPage } from "#lib/post-mortems/queries/page.ts";
import { getPromises } from "#lib/post-mortems/queries/promises.ts";
import { getPostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { offerRests } from "#lib/post-mortems/sweeps.ts";
import { hear } from "../post-mortems/heard.ts";
import { begin, entering, finish, give, opinionsOf } from "../post-mortems/on-a-call.ts";
import { draftOf, finishedOf, later, pastInterview, people, sendScreen } from "../post-mortems/staged.ts";
import { actionsOf, chosenBy, plannedOf, refusal } from "./staged.ts";

/** Ways in which something could tell staff of what is not theirs to know; each was open once. */

test("replacing an action does not tell which ones the candidate has", async () => {
  const { ana, maya } = await people();
  const interview = await pastInterview(maya);
  const id = await finishedOf(maya, interview.id, { mood: "good", outcome: "next_round" });
  const own = { choice: null, text: "Mine", kind: "skill", dueOn: null } as const;
  expect(refusal(await addAction(ana, { key: newId(), postMortem: id, ...own }, later(2)))).toBe("ok");
  await hear(interview.id, "rejected", 10);
  await chooseCauses(maya, { key: newId(), postMortem: id, primary: "NERVES" }, later(12));
  const rows = await actionsOf(id);
  expect(rows.some(({ code }) => code === "mock")).toBe(true);
  const mine = rows.find(({ side }) => side === "counselor");
  for (const choice of ["NERVES.mock", "HISTORY.three_sentences"]) {
    const action = await db().planAction.findUniqueOrThrow({ where: { id: mine?.id ?? "" } });
    const input = { key: newId(), action: action.id, version: action.version, choice, text: null };
    expect(refusal(await replaceAction(ana, input, later(14)))).toBe("ok");
  }
});

test("what goes on in a plan that is the candidate's alone reads as before, its version too", async () => {
  const { maya, ana } = await people();
  const one = await plannedOf(maya, {}, 60);
  await chosenBy(ana, one);
  const told = async () =>
    (await getPlan(ana, one, later(5)))?.actions.map(({ code, endedAs, version }) => [
      code,
      endedAs,
      version,
    ]);
  const before = await told();
  await plannedOf(maya, { sharing: "only_me" }, 30);
  expect((await actionsOf(one)).some(({ endedAs }) => endedAs === "carried")).toBe(true);
  expect(await told()).toEqual(before);
});

test.each([
  ["entered on a call and changed by the candidate", "next_round"],
  ["mistapped by the candidate and corrected", "offer"],
] as const)("good news that was %s opens no promise, whatever outcome staff set", async (how, good) => {
  const { ana, maya, id, interview } = await entering();
  await sendScreen(
    how.startsWith("entered") ? ana : maya,
    id,
    { screen: "outcome", outcome: good },
    later(1),
  );
  await sendScreen(maya, id, { screen: "outcome", outcome: "rejected" }, later(2));
  await sendScreen(
    maya,
    id,
    { screen: "promise", promise_if: "they ask", promise_then: "I breathe" },
    later(3),
  );
  expect(await finish(maya, id)).toBe("ok");
  const { version } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } });
  const set = { key: newId(), interview: interview.id, outcome: good, version };
  expect(refusal(await setOutcome(ana, set, later(41)))).toBe("ok");
  expect((await getPostMortemRead(ana, id, later(42)))?.promise).toBeNull();
  expect((await getPromises(ana, maya.personId)).open).toBeNull();
});

test("a promise that staff see stays open to them when one that is hidden closes it", async () => {
  const { ana, maya } = await people();
  const one = await plannedOf(maya, { promise_if: "first", promise_then: "one" }, 60);
  await chosenBy(ana, one);
  const before = (await getPromises(ana, maya.personId)).open;
  expect(before).toEqual({ if: "first", then: "one" });
  await plannedOf(maya, { promise_if: "second", promise_then: "two", sharing: "only_me" }, 30);
  expect((await getPromises(ana, maya.personId)).open).toEqual(before);
  expect((await getPromises(maya, maya.personId)).open).toEqual({ if: "second", then: "two" });
});

test("what was chosen together stays so after hearing back", async () => {
  const { ana, maya, id, interview } = await entering();
  await sendScreen(ana, id, { screen: "together", together: true }, later(1));
  await sendScreen(ana, id, { screen: "causes", cause_primary: "NERVES" }, later(2));
  await give(ana, id);
  await sendScreen(maya, id, { screen: "outcome", outcome: "next_round" }, later(11));
  expect(await finish(maya, id, 12)).toBe("ok");
  await hear(interview.id, "rejected", 20);
  await sendScreen(maya, id, { screen: "news_mood", news_mood: "low" }, later(21));
  expect(refusal(await finishHeardBack(maya, { key: newId(), postMortem: id }, later(22)))).toBe("ok");
  expect((await opinionsOf(id)).map(({ side, together }) => [side, together])).toEqual([
    ["candidate", true],
    ["counselor", true],
  ]);
});

test("causes first chosen after the answer make their plan at once", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const id = await finishedOf(maya, interview.id, { mood: "unsure", outcome: "waiting" });
  await hear(interview.id, "rejected", 10);
  await sendScreen(maya, id, { screen: "causes", cause_primary: "NERVES" }, later(11));
  await finishHeardBack(maya, { key: newId(), postMortem: id }, later(12));
  expect((await actionsOf(id)).map(({ code }) => code)).toContain("mock");
});

test("who entered a draft on a call neither reads nor writes it once the first half was sent", async () => {
  const { ana, maya, id, interview } = await entering();
  await sendScreen(ana, id, { screen: "mood", mood: "very_low" }, later(1));
  await sendFirstHalf(maya, { key: newId(), postMortem: id }, later(2));
  await changeSharing(maya, { key: newId(), postMortem: id, sharing: "only_me" });
  expect(await getPostMortemPage(ana, interview.id, later(3))).toMatchObject({ kind: "started" });
  const answer = { id: newId(), field: "outcome", value: "rejected", ageMs: 0 } as const;
  expect(refusal(await saveAnswers(ana, { postMortem: id, answers: [answer] }, later(4)))).toBe("not_found");
});

test("on a call nobody hears who could read the last one", async () => {
  const { ana, maya } = await people();
  await plannedOf(maya, { sharing: "only_me" }, 60);
  const interview = await pastInterview(maya);
  await begin(ana, interview.id);
  const page = await getPostMortemPage(ana, interview.id, later(1));
  expect(page?.kind === "draft" && page.draft.facts.lastSharing).toBeNull();
});

test("the log of mails names the offer of the rest like any other nudge", async () => {
  const { ana, maya } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id, { mood: "very_low", sharing: "only_me" });
  await sendFirstHalf(maya, { key: newId(), postMortem: id }, later(1));
  await offerRests(later(60 * 30));
  const { mails } = await listMails(ana, { state: null, after: null, now: later(60 * 31) });
  expect(mails.map(({ kind }) => kind)).toEqual(["Nudge the next morning"]);
});

test("an answer with the id of another's row is not called saved", async () => {
  const { maya, luis } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id);
  const row = await db().postMortemAnswer.findFirstOrThrow({ where: { postMortemId: id } });
  const own = await draftOf(luis, (await pastInterview(luis)).id, {});
  const answer = { id: row.id, field: "mood", value: "great", ageMs: 0 } as const;
  expect(refusal(await saveAnswers(luis, { postMortem: own, answers: [answer] }, later(1)))).toBe(
    "not_found",
  );
  expect(await db().postMortemAnswer.count({ where: { postMortemId: own } })).toBe(0);
});

test("shared, taken back and shared again is told once while the mail waits", async () => {
  const { maya } = await people();
  const id = await plannedOf(maya, { sharing: "only_me" }, 30);
  for (const sharing of ["my_counselor", "only_me", "my_counselor"] as const)
    await changeSharing(maya, { key: newId(), postMortem: id, sharing });
  expect(await db().mail.count({ where: { kind: "post_mortem.finished", event: { subjectId: id } } })).toBe(
    1,
  );
});
