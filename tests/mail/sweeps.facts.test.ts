import { expect, test } from "vitest";
import { nextAtWallTime } from "#lib/core/time.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { sendMail } from "#lib/jobs/send.ts";
import {
  makeCandidate,
  makeCoachingNote,
  makeCounselor,
  makeInterview,
  makePerson,
  makePostMortem,
} from "../../prisma/seed/factories.ts";
import { enqueue, mailRow, mailServer } from "../support/mails.ts";
import { bookedMock, later, people } from "./booked-mock.ts";

const server = mailServer();

test("of a session that was booked, moved twice and cancelled, only what still holds goes out", async () => {
  const { candidate, mock, startsAt } = await bookedMock();
  const [booked = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  const move = (hours: number) =>
    commandsDb().mock.update({
      where: { id: mock.id },
      data: {
        startsAt: dateOf(startsAt.add({ hours })),
        endsAt: dateOf(startsAt.add({ hours, minutes: 45 })),
        version: { increment: 1 },
      },
    });
  await move(1);
  const [moved = ""] = await enqueue("mock.moved", mock.id, [candidate.id]);
  await move(2);
  const [movedAgain = ""] = await enqueue("mock.moved", mock.id, [candidate.id]);
  for (const id of [booked, moved, movedAgain]) await sendMail(id, now());
  expect(
    [await mailRow(booked), await mailRow(moved), await mailRow(movedAgain)].map(({ state, reason }) => [
      state,
      reason,
    ]),
  ).toEqual([
    ["suppressed", "moved"],
    ["suppressed", "moved"],
    ["sent", null],
  ]);
  expect(String(server.smtp.taken[0]?.mail.attachments[0]?.content)).toContain("SEQUENCE:2");
  const [late = ""] = await enqueue("mock.moved", mock.id, [candidate.id]);
  await commandsDb().mock.update({
    where: { id: mock.id },
    data: {
      cancelledAt: dateOf(now()),
      cancelledById: candidate.id,
      cancelReason: "ill",
      version: { increment: 1 },
    },
  });
  const [cancelled = ""] = await enqueue("mock.cancelled", mock.id, [candidate.id]);
  await sendMail(late, now());
  await sendMail(cancelled, now());
  expect(await mailRow(late)).toMatchObject({ state: "suppressed", reason: "cancelled" });
  expect(server.smtp.taken).toHaveLength(2);
  const calendar = String(server.smtp.taken[1]?.mail.attachments[0]?.content);
  for (const line of ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", `UID:${mock.id}@localhost`])
    expect(calendar).toContain(line);
});

test("a name with line ends and addresses in it splits no header and adds no recipient", async () => {
  const name = 'Eve\r\nBcc: evil@example.org, "x" <evil@example.org>';
  const counselor = await makeCounselor(commandsDb(), { name });
  const candidate = await makeCandidate(commandsDb(), counselor.id, { name });
  const postMortem = await makePostMortem(
    commandsDb(),
    await makeInterview(commandsDb(), { candidateId: candidate.id, startsAt: now().subtract({ hours: 20 }) }),
    now(),
    { finishedAt: dateOf(now()), sharing: "my_counselor" },
  );
  const [id = ""] = await enqueue("post_mortem.finished", postMortem.id, [counselor.id]);
  expect(await sendMail(id, now())).toBe("done");
  const [sent] = server.smtp.taken;
  expect(sent?.to).toEqual([counselor.email]);
  expect(sent?.mail.headers.has("bcc")).toBe(false);
  expect([sent?.mail.to].flat().flatMap((one) => one?.value.map(({ address }) => address))).toEqual([
    counselor.email,
  ]);
  expect(sent?.mail.subject).toContain("A debrief to review: Eve");
});

test("no mail about a session that is over, and none to somebody whose access ended", async () => {
  const { candidate, counselor, mock } = await bookedMock();
  const [id = "", gone = ""] = await enqueue("mock.booked", mock.id, [candidate.id, counselor.id]);
  await commandsDb().person.update({ where: { id: counselor.id }, data: { deactivatedAt: dateOf(now()) } });
  expect(await sendMail(id, later(3 * 24 * 60))).toBe("done");
  expect(await sendMail(gone, now())).toBe("done");
  expect(await mailRow(id)).toMatchObject({ state: "suppressed", reason: "past" });
  expect(await mailRow(gone)).toMatchObject({ state: "suppressed", reason: "deactivated" });
  expect(server.smtp.taken).toHaveLength(0);
});

test("a sign-in mail carries link and code, and is not sent after ten minutes", async () => {
  const { candidate } = await people();
  const request = () =>
    commandsDb().signInRequest.create({
      data: {
        id: newId(),
        personId: candidate.id,
        tokenHash: sha256("t"),
        codeHash: sha256("c"),
        createdAt: dateOf(now()),
        expiresAt: dateOf(later(10)),
      },
    });
  const [one, two] = [await request(), await request()];
  const [fresh = ""] = await enqueue("sign_in.requested", one.id, [candidate.id]);
  const [stale = ""] = await enqueue("sign_in.requested", two.id, [candidate.id]);
  await sendMail(fresh, now());
  await sendMail(stale, later(10));
  expect(server.smtp.taken).toHaveLength(1);
  expect(server.smtp.taken[0]?.mail.text).toMatch(
    new RegExp(`http://localhost:3000/sign-in/${one.id}#[\\w-]{43}`),
  );
  expect(server.smtp.taken[0]?.mail.text).toMatch(/\b\d{6}\b/);
  expect(server.smtp.taken[0]?.mail.subject).not.toMatch(/\d{6}/);
  expect(await mailRow(stale)).toMatchObject({ state: "suppressed", reason: "expired" });
});

test("note, answer, debrief and invitation link to the exact thing", async () => {
  const { candidate, counselor } = await people();
  const interview = await makeInterview(commandsDb(), {
    candidateId: candidate.id,
    startsAt: now().subtract({ hours: 20 }),
  });
  const postMortem = await makePostMortem(commandsDb(), interview, now(), {
    finishedAt: dateOf(now()),
    sharing: "my_counselor",
  });
  const note = await makeCoachingNote(commandsDb(), {
    postMortem,
    authorId: counselor.id,
    body: "Good opening.\nhttp://not-live.example <b>x</b>",
    at: now(),
  });
  const reply = await commandsDb().noteReply.create({
    data: {
      id: newId(),
      noteId: note.id,
      candidateId: candidate.id,
      authorId: candidate.id,
      body: "Thank you",
      writtenAt: dateOf(now()),
    },
  });
  const invited = await makePerson(commandsDb(), {
    role: "candidate",
    name: "New Person",
    counselorId: counselor.id,
    welcomedAt: null,
  });
  const ids = [
    ...(await enqueue("note.shared", note.id, [candidate.id])),
    ...(await enqueue("note.answered", reply.id, [counselor.id])),
    ...(await enqueue("post_mortem.finished", postMortem.id, [counselor.id])),
    ...(await enqueue("person.invited", invited.id, [invited.id])),
  ];
  // A note waits for the morning of its reader, so that it is noon there whenever this runs.
  const noon = nextAtWallTime(now(), Temporal.PlainTime.from("12:00"), candidate.timeZone);
  for (const id of ids) await sendMail(id, noon);
  const texts = server.smtp.taken.map(({ mail }) => mail.text ?? "");
  expect(texts[0]).toContain(`http://localhost:3000/interviews/${interview.id}/post-mortem#note-${note.id}`);
  expect(texts[0]).toContain("> Good opening.");
  expect(server.smtp.taken[0]?.mail.html).not.toMatch(/href="http:\/\/not-live|<b>x/);
  expect(texts[1]).toContain(`http://localhost:3000/desk/post-mortems/${postMortem.id}#note-${note.id}`);
  expect(texts[2]).toContain(`http://localhost:3000/desk/post-mortems/${postMortem.id}`);
  expect(texts[3]).toContain(`http://localhost:3000/invitations/${invited.id}`);
});

test("a debrief that is not shared, or reviewed already, is no mail", async () => {
  const { candidate, counselor } = await people();
  const make = async (facts: object) => {
    const interview = await makeInterview(commandsDb(), {
      candidateId: candidate.id,
      startsAt: now().subtract({ hours: 20 }),
    });
    return makePostMortem(commandsDb(), interview, now(), {
      finishedAt: dateOf(now()),
      sharing: "my_counselor",
      ...facts,
    });
  };
  const hidden = await make({ sharing: "only_me" });
  const reviewed = await make({ reviewedAt: dateOf(now()), reviewedById: counselor.id });
  const [one = ""] = await enqueue("post_mortem.finished", hidden.id, [counselor.id]);
  const [two = ""] = await enqueue("post_mortem.finished", reviewed.id, [counselor.id]);
  await sendMail(one, now());
  await sendMail(two, now());
  expect([await mailRow(one), await mailRow(two)].map(({ reason }) => reason)).toEqual(["gone", "reviewed"]);
  expect(server.smtp.taken).toHaveLength(0);
});
