import { describe, expect, test } from "vitest";
import { noteLooks } from "#lib/history/commands.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { readDbTrouble } from "#lib/infra/db-errors.ts";
import { newId } from "#lib/infra/hash.ts";
import {
  makeCandidate,
  makeCoachingNote,
  makeCounselor,
  makeInterview,
  makeMock,
  makePostMortem,
  makeSession,
} from "../../prisma/seed/factories.ts";

const at = dateOf(now());
const later = dateOf(now().add({ hours: 1 }));

/** The constraint that stopped a write, or "written". */
async function stopped(write: Promise<unknown>): Promise<string> {
  const error = await write.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return "written";
  const trouble = readDbTrouble(error);
  return trouble.kind === "constraint" ? trouble.name : trouble.kind;
}

async function scene() {
  const ana = await makeCounselor(db());
  const maya = await makeCandidate(db(), ana.id);
  const interview = await makeInterview(db(), {
    candidateId: maya.id,
    startsAt: now().subtract({ hours: 48 }),
  });
  const postMortem = await makePostMortem(db(), interview, now(), {
    finishedAt: at,
    sharing: "my_counselor",
  });
  return { ana, maya, interview, postMortem };
}

describe("what only grows (I8)", () => {
  test("events, looks, answers and opinions are neither changed nor deleted", async () => {
    const { ana, maya, postMortem } = await scene();
    const id = newId();
    await db().event.create({
      data: { id, actorId: ana.id, kind: "x.done", subjectId: id, requestHash: "0".repeat(64), at },
    });
    await db().look.create({ data: { id, viewerId: ana.id, subjectId: postMortem.id, at } });
    await db().postMortemAnswer.create({
      data: {
        id,
        postMortemId: postMortem.id,
        field: "mood",
        value: "low",
        writtenAt: at,
        writtenById: maya.id,
      },
    });
    await db().opinion.create({
      data: {
        id,
        postMortemId: postMortem.id,
        authorId: maya.id,
        side: "candidate",
        primary: "NERVES",
        chosenAt: at,
      },
    });
    const where = { id };
    const writes = [
      db().event.update({ where, data: { kind: "y.done" } }),
      db().event.delete({ where }),
      db().look.update({ where, data: { at: later } }),
      db().look.deleteMany({ where }),
      db().postMortemAnswer.update({ where, data: { value: "good" } }),
      db().postMortemAnswer.delete({ where }),
      db().opinion.update({ where, data: { primary: "PITCH" } }),
      db().opinion.delete({ where }),
    ];
    expect(await Promise.all(writes.map(stopped))).toEqual(writes.map(() => "append_only"));
  });
});

describe("what does not come back (I19)", () => {
  test("cancelled, finished, shared, settled and ended stay so, and whose they are", async () => {
    const { ana, maya, postMortem } = await scene();
    const other = await makeCandidate(db(), ana.id);
    const startsAt = now().add({ hours: 24 });
    const cancelled = { cancelledAt: at, cancelledById: maya.id, cancelReason: "ill" } as const;
    const mock = await makeMock(
      db(),
      { candidateId: maya.id, counselorId: ana.id, startsAt },
      { ...cancelled, version: 1 },
    );
    const note = await makeCoachingNote(db(), {
      postMortem,
      authorId: ana.id,
      body: "Well told.",
      at: now(),
    });
    const session = await makeSession(db(), maya.id, now(), { endedAt: at, endedBy: "signed_out" });
    const event = { id: newId(), kind: "mock.booked", subjectId: mock.id, requestHash: "0".repeat(64), at };
    await db().event.create({ data: event });
    const mail = await db().mail.create({
      data: {
        id: newId(),
        eventId: event.id,
        kind: "mock.booked",
        recipientId: maya.id,
        queuedAt: at,
        state: "sent",
        settledAt: at,
      },
    });
    const writes = [
      db().mock.update({
        where: { id: mock.id },
        data: { cancelledAt: null, cancelledById: null, cancelReason: null, version: 2 },
      }),
      db().mock.update({ where: { id: mock.id }, data: { candidateId: other.id, version: 2 } }),
      db().postMortem.update({ where: { id: postMortem.id }, data: { finishedAt: null } }),
      db().postMortem.update({ where: { id: postMortem.id }, data: { candidateId: other.id } }),
      db().coachingNote.update({ where: { id: note.id }, data: { sharedAt: later } }),
      db().signInSession.update({ where: { id: session.id }, data: { endedAt: null, endedBy: null } }),
      db().signInSession.updateMany({ where: { id: session.id }, data: { personId: other.id } }),
      db().mail.update({ where: { id: mail.id }, data: { state: "waiting", settledAt: null } }),
      db().mail.update({ where: { id: mail.id }, data: { recipientId: other.id } }),
    ];
    expect(await Promise.all(writes.map(stopped))).toEqual(writes.map(() => "write_once"));
  });

  test("a booking's version rises with every change of its time and with cancelling, and never falls (I18)", async () => {
    const { ana, maya } = await scene();
    const startsAt = now().add({ hours: 24 });
    const { id } = await makeMock(
      db(),
      { candidateId: maya.id, counselorId: ana.id, startsAt },
      { version: 4 },
    );
    const change = (data: object) => stopped(db().mock.update({ where: { id }, data }));
    const moved = { startsAt: dateOf(startsAt.add({ minutes: 15 })) };
    expect(await change(moved)).toBe("version_rises");
    expect(await change({ cancelledAt: at, cancelledById: maya.id, cancelReason: "ill" })).toBe(
      "version_rises",
    );
    expect(await change({ version: 3 })).toBe("version_rises");
    expect(await change({ ...moved, version: 5 })).toBe("written");
    expect(await change({ focus: "The pause" })).toBe("written");
  });
});

describe("what belongs to a candidate hangs on that candidate (I16), and times are sane (I3)", () => {
  test("another candidate's interview, post-mortem or note is refused by the tables themselves", async () => {
    const { ana, interview, postMortem } = await scene();
    const other = await makeCandidate(db(), ana.id);
    const startsAt = now().add({ hours: 24 });
    const theirs = { ...postMortem, candidateId: other.id };
    const note = await makeCoachingNote(db(), {
      postMortem,
      authorId: ana.id,
      body: "Well told.",
      at: now(),
    });
    const by = { authorId: ana.id, body: "x", writtenAt: at };
    const writes = [
      makePostMortem(db(), { id: interview.id, candidateId: other.id }, now()),
      makeCoachingNote(db(), { postMortem: theirs, authorId: ana.id, body: "x", at: now() }),
      makeInterview(db(), {
        candidateId: other.id,
        startsAt,
        interview: { applicationId: interview.applicationId },
      }),
      makeMock(db(), { candidateId: other.id, counselorId: ana.id, startsAt }, { interviewId: interview.id }),
      makeMock(
        db(),
        { candidateId: other.id, counselorId: ana.id, startsAt },
        { postMortemId: postMortem.id },
      ),
      db().noteReply.create({ data: { id: newId(), noteId: note.id, candidateId: other.id, ...by } }),
      db().internalNote.create({
        data: { id: newId(), candidateId: other.id, postMortemId: postMortem.id, ...by },
      }),
      db().promise.create({
        data: {
          id: newId(),
          candidateId: other.id,
          postMortemId: postMortem.id,
          ifText: "x",
          thenText: "y",
          madeAt: at,
        },
      }),
    ];
    for (const name of await Promise.all(writes.map(stopped))) expect(name).toMatch(/candidate_id_fkey$/);
  });

  test("an end before the start, nine hours and the year 12026 are refused", async () => {
    const { ana, maya } = await scene();
    const book = (startsAt: Temporal.Instant, minutes: number) =>
      stopped(makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt, minutes }));
    expect(await book(now(), -45)).toBe("mocks_times");
    expect(await book(now(), 9 * 60)).toBe("mocks_times");
    expect(await book(Temporal.Instant.from("+012026-01-01T10:00:00Z"), 45)).toBe("mocks_times");
    expect(
      await stopped(
        makeInterview(db(), {
          candidateId: maya.id,
          startsAt: Temporal.Instant.from("1999-12-31T10:00:00Z"),
        }),
      ),
    ).toBe("interviews_times");
  });
});

test("a look is noted once an hour a viewer and record, and again after it", async () => {
  const { ana, maya, postMortem } = await scene();
  const subjects = [postMortem.id, maya.id];
  await noteLooks(ana.id, subjects, now());
  await noteLooks(ana.id, subjects, now().add({ minutes: 59 }));
  expect(await db().look.count({ where: { viewerId: ana.id } })).toBe(2);
  await noteLooks(ana.id, [postMortem.id], now().add({ minutes: 61 }));
  expect(await db().look.count({ where: { viewerId: ana.id, subjectId: postMortem.id } })).toBe(2);
});
