import { beforeEach, expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { offerRests, promptForPostMortems } from "#lib/post-mortems/sweeps.ts";
import { makePostMortem } from "../../prisma/seed/factories.ts";
import { mailServer } from "../support/mails.ts";
import { at, forgetEarlierTests, interviewOf, kindsTo, maya, nextMorning, none, send } from "./prompted.ts";

const server = mailServer();
beforeEach(forgetEarlierTests);

const enoughOf = async (candidate: { id: string }, enoughAt = at("2026-11-24T19:00Z")) => {
  const interview = await interviewOf(candidate, at("2026-11-24T17:00Z"));
  return makePostMortem(db(), interview, at("2026-11-24T18:50Z"), {
    enoughAt: dateOf(enoughAt),
    mood: "very_low",
    sharing: "my_counselor",
  });
};

test("the rest is offered once, at its 09:00, never again", async () => {
  const candidate = await maya();
  const { interviewId } = await enoughOf(candidate);
  expect(await offerRests(at("2026-11-25T08:59Z"))).toEqual(none);
  const tallies = await Promise.all([offerRests(nextMorning), offerRests(nextMorning)]);
  expect(tallies.map(({ done }) => done).toSorted()).toEqual([0, 1]);
  expect(await send(candidate, nextMorning)).toEqual(["post_mortem.rest sent"]);
  expect(server.smtp.taken[0]?.mail.text).toContain(
    `http://localhost:3000/interviews/${interviewId}/post-mortem`,
  );
  expect(server.smtp.taken[0]?.mail.subject).not.toContain("Harbour");
  for (const hours of [1, 11, 24, 48]) expect(await offerRests(nextMorning.add({ hours }))).toEqual(none);
});

test("the rest is not offered on the day of another interview, nor once it is finished", async () => {
  const [busy, done, surprised] = [await maya(), await maya(), await maya()];
  await enoughOf(busy);
  await interviewOf(busy, at("2026-11-25T16:00Z"));
  const finished = await enoughOf(done);
  await enoughOf(surprised);
  expect(await offerRests(nextMorning)).toEqual({ ...none, done: 2 });
  await db().postMortem.update({ where: { id: finished.id }, data: { finishedAt: dateOf(nextMorning) } });
  await interviewOf(surprised, at("2026-11-25T17:00Z"));
  expect(await send(done, nextMorning)).toEqual(["post_mortem.rest written"]);
  expect(await send(surprised, nextMorning)).toEqual(["post_mortem.rest not_today"]);
  expect(await offerRests(at("2026-11-26T09:00Z"))).toEqual({ ...none, done: 1 });
  expect(await kindsTo(busy)).toEqual(["post_mortem.rest"]);
});

test("one mail a morning: a nudge names the rest too", async () => {
  const candidate = await maya();
  const unwritten = await interviewOf(candidate);
  const { interviewId } = await enoughOf(candidate);
  await promptForPostMortems(nextMorning);
  await offerRests(nextMorning);
  const said = await send(candidate, nextMorning);
  expect(said.toSorted()).toEqual(["post_mortem.nudge sent", "post_mortem.rest listed"]);
  expect(server.smtp.taken).toHaveLength(1);
  for (const id of [unwritten.id, interviewId])
    expect(server.smtp.taken[0]?.mail.text).toContain(`/interviews/${id}/post-mortem`);
});
