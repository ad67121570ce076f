import { beforeEach, expect, test } from "vitest";
import { commandsDb as db, dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { promptForPostMortems } from "#lib/post-mortems/sweeps.ts";
import { makePostMortem } from "../../prisma/seed/factories.ts";
import { mailServer } from "../support/mails.ts";
import {
  at,
  forgetEarlierTests,
  interviewOf,
  kindsTo,
  mailsTo,
  maya,
  nextMorning,
  none,
  noon,
  prompted,
  send,
} from "./prompted.ts";

const server = mailServer();
beforeEach(forgetEarlierTests);

test("half an hour after the end a prompt, the next morning a nudge, then silence; each once, however often it is run", async () => {
  const candidate = await maya();
  const interview = await interviewOf(candidate);
  expect(await promptForPostMortems(prompted.subtract({ seconds: 1 }))).toEqual(none);
  expect(await promptForPostMortems(prompted)).toEqual({ ...none, done: 1 });
  expect(await promptForPostMortems(prompted)).toEqual(none);
  expect(await promptForPostMortems(prompted.add({ hours: 2 }))).toEqual(none);
  expect(await send(candidate, prompted)).toEqual(["post_mortem.prompt sent"]);
  const [mail] = server.smtp.taken;
  expect(mail?.mail.subject).toBe("How was your interview?");
  expect(mail?.mail.text).toContain(`http://localhost:3000/interviews/${interview.id}/post-mortem`);
  expect(await promptForPostMortems(nextMorning)).toEqual({ ...none, done: 1 });
  expect(await promptForPostMortems(nextMorning.add({ hours: 1 }))).toEqual(none);
  expect(await send(candidate, nextMorning)).toEqual(["post_mortem.prompt sent", "post_mortem.nudge sent"]);
  for (const hours of [24, 48, 72])
    expect(await promptForPostMortems(nextMorning.add({ hours }))).toEqual(none);
});

test("two workers at once make one event and one mail", async () => {
  const candidate = await maya();
  const interview = await interviewOf(candidate);
  const tallies = await Promise.all(Array.from({ length: 4 }, () => promptForPostMortems(prompted)));
  expect(tallies.map(({ done }) => done).toSorted()).toEqual([0, 0, 0, 1]);
  expect(await kindsTo(candidate)).toEqual(["post_mortem.prompt"]);
  expect(await db().event.count({ where: { subjectId: interview.id } })).toBe(1);
});

test("one statement, whatever there is, beside the policies", async () => {
  const candidate = await maya();
  await interviewOf(candidate, at("2026-11-24T20:30Z"));
  await interviewOf(candidate, noon);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  await promptForPostMortems(at("2026-11-24T22:30Z"));
  expect(statements).toBe(2);
});

test("two in a day: one prompt, after the last, that names both; one nudge too", async () => {
  const candidate = await maya();
  const [first, second] = [
    await interviewOf(candidate),
    await interviewOf(candidate, at("2026-11-24T15:00Z")),
  ];
  expect(await promptForPostMortems(prompted)).toEqual(none);
  const afterLast = at("2026-11-24T16:30Z");
  expect(await promptForPostMortems(afterLast)).toEqual({ done: 1, skipped: 1, failed: 0 });
  expect(await promptForPostMortems(nextMorning)).toEqual({ done: 1, skipped: 1, failed: 0 });
  expect(await promptForPostMortems(nextMorning)).toEqual(none);
  const [prompt, nudge] = await mailsTo(candidate);
  await sendMail(prompt?.id ?? "", afterLast);
  await sendMail(nudge?.id ?? "", nextMorning);
  expect(server.smtp.taken).toHaveLength(2);
  for (const { mail } of server.smtp.taken)
    for (const { id } of [first, second]) expect(mail.text).toContain(`/interviews/${id}/post-mortem`);
});

test("in the quiet hours there is only the nudge", async () => {
  const candidate = await maya();
  await interviewOf(candidate, at("2026-11-24T20:00Z"));
  for (const time of ["2026-11-24T21:30Z", "2026-11-25T00:30Z", "2026-11-25T08:59Z"])
    expect(await promptForPostMortems(at(time))).toEqual(none);
  await promptForPostMortems(nextMorning);
  await promptForPostMortems(at("2026-11-26T09:00Z"));
  expect(await kindsTo(candidate)).toEqual(["post_mortem.nudge"]);
});

test("a worker that was down makes the prompt a nudge, and drops a nudge that is useless", async () => {
  const [late, never] = [await maya(), await maya()];
  await interviewOf(late);
  await interviewOf(never, at("2026-11-23T12:00Z"));
  await promptForPostMortems(at("2026-11-24T21:00Z"));
  await promptForPostMortems(at("2026-11-25T20:59Z"));
  await promptForPostMortems(at("2026-11-25T21:00Z"));
  expect([await kindsTo(late), await kindsTo(never)]).toEqual([["post_mortem.nudge"], []]);
});

test("no prompt for what is withdrawn, finished, enough, being written, or of somebody whose access ended", async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => maya()));
  const [withdrawn, finished, enough, writing, gone] = people;
  if (!withdrawn || !finished || !enough || !writing || !gone) throw new Error("nobody");
  await interviewOf(withdrawn, noon, { outcome: "withdrawn" });
  const ended = dateOf(at("2026-11-24T13:10Z"));
  await makePostMortem(db(), await interviewOf(finished), noon, { finishedAt: ended });
  await makePostMortem(db(), await interviewOf(enough), noon, { enoughAt: ended, mood: "very_low" });
  const draft = await makePostMortem(db(), await interviewOf(writing), noon);
  await db().postMortemAnswer.create({
    data: {
      id: newId(),
      postMortemId: draft.id,
      field: "mood",
      value: "low",
      writtenAt: ended,
      writtenById: writing.id,
    },
  });
  await interviewOf(gone);
  await db().person.update({ where: { id: gone.id }, data: { deactivatedAt: ended } });
  expect(await promptForPostMortems(prompted)).toEqual(none);
  // Half an hour without a sign of life, and the draft is asked about: "Go on".
  expect(await promptForPostMortems(at("2026-11-24T13:40Z"))).toEqual({ ...none, done: 1 });
  expect(await send(writing, at("2026-11-24T13:40Z"))).toEqual(["post_mortem.prompt sent"]);
  expect(server.smtp.taken[0]?.mail.text).toContain("Go on");
});

test.each<[string, string, (interview: { id: string; candidateId: string }) => Promise<unknown>]>([
  ["written", "written", (one) => makePostMortem(db(), one, noon, { finishedAt: dateOf(prompted) })],
  ["begun", "writing", (one) => makePostMortem(db(), one, prompted)],
  [
    "withdrawn",
    "withdrawn",
    ({ id }) => db().interview.update({ where: { id }, data: { outcome: "withdrawn" } }),
  ],
  [
    "moved",
    "interview_moved",
    ({ id }) => {
      const startsAt = noon.add({ hours: 48 });
      const data = { startsAt: dateOf(startsAt), endsAt: dateOf(startsAt.add({ hours: 1 })) };
      return db().interview.update({ where: { id }, data });
    },
  ],
  [
    "their access ended",
    "deactivated",
    ({ candidateId }) =>
      db().person.update({ where: { id: candidateId }, data: { deactivatedAt: dateOf(prompted) } }),
  ],
])(
  "%s between the sweep and the mail: nothing goes out, and the log says why",
  async (_name, reason, change) => {
    const candidate = await maya();
    const interview = await interviewOf(candidate);
    await promptForPostMortems(prompted);
    await change(interview);
    expect(await send(candidate, prompted)).toEqual([`post_mortem.prompt ${reason}`]);
    expect(server.smtp.taken).toHaveLength(0);
  },
);

test("a mail server that was down for hours: too late is not at all", async () => {
  const candidate = await maya();
  await interviewOf(candidate);
  await promptForPostMortems(prompted);
  expect(await send(candidate, prompted.add({ hours: 3 }))).toEqual(["post_mortem.prompt late"]);
});

test("an interview that was moved is asked about at its new time, with a nudge of its own", async () => {
  const candidate = await maya();
  const interview = await interviewOf(candidate);
  await promptForPostMortems(prompted);
  await promptForPostMortems(nextMorning);
  const startsAt = at("2026-11-27T12:00Z");
  const data = { startsAt: dateOf(startsAt), endsAt: dateOf(startsAt.add({ hours: 1 })) };
  await db().interview.update({ where: { id: interview.id }, data });
  await promptForPostMortems(at("2026-11-27T13:30Z"));
  expect(await kindsTo(candidate)).toEqual(["post_mortem.prompt", "post_mortem.nudge", "post_mortem.prompt"]);
});

test("saying how it ended asks nobody twice", async () => {
  const candidate = await maya();
  const interview = await interviewOf(candidate);
  await promptForPostMortems(prompted);
  const data = { outcome: "rejected", outcomeAt: dateOf(prompted), version: { increment: 1 } } as const;
  await db().interview.update({ where: { id: interview.id }, data });
  expect(await promptForPostMortems(prompted.add({ minutes: 5 }))).toEqual(none);
});

test.each([
  ["New York loses an hour", "America/New_York", "2026-03-07T20:00Z", "2026-03-08T13:00Z"],
  ["New York wins an hour", "America/New_York", "2026-10-31T20:00Z", "2026-11-01T14:00Z"],
  ["Lord Howe loses half an hour", "Australia/Lord_Howe", "2026-10-03T04:00Z", "2026-10-03T22:00Z"],
  ["the year ends", "Europe/London", "2026-12-31T15:00Z", "2027-01-01T09:00Z"],
  ["the night to 29 February", "Europe/London", "2028-02-28T15:00Z", "2028-02-29T09:00Z"],
])("a nudge at 09:00 by the candidate's clocks where %s", async (_night, zone, startsAt, morning) => {
  const candidate = await maya(zone);
  const start = at(startsAt);
  await interviewOf(candidate, start, { createdAt: dateOf(start.subtract({ hours: 48 })) });
  expect(await promptForPostMortems(at(morning).subtract({ seconds: 1 }))).toEqual(none);
  expect(await promptForPostMortems(at(morning))).toEqual({ ...none, done: 1 });
  expect(await promptForPostMortems(at(morning).add({ minutes: 30 }))).toEqual(none);
  expect(await send(candidate, at(morning))).toEqual(["post_mortem.nudge sent"]);
});
