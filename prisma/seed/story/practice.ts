import { addHours, addMinutes, dateIn, isAfter, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, dateOfDay, instantOf } from "#lib/infra/db.ts";
import { sha256, stableId } from "#lib/infra/hash.ts";
import type { Dimension, MockAttendance, PutForward } from "#lib/infra/prisma/enums.ts";
import { commonQuestions } from "#lib/questions/words.ts";
import { impression, lines, observed, rehearsals } from "../texts/practice.ts";
import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";
import { candidateId, staffNamed } from "./people.ts";
import type { Story } from "./people.ts";

type MockRow = Story["rows"]["mocks"][number];

const rated: readonly Dimension[] = [
  "evidence",
  "structure",
  "preparation",
  "composure",
  "appearance",
  "disposition",
];

/** How a session ends, by weight. */
const attendances: Partial<Record<MockAttendance, number>> = {
  attended: 14,
  late: 2,
  candidate_absent: 2,
  excused: 1,
  technical_problem: 1,
};
const answers: Partial<Record<PutForward, number>> = { not_yet: 2, with_fixes: 4, yes: 2 };

/**
 * What became of the sessions that are over: attendance, the script, both scorecards. The latest of all still waits for its
 * attendance, the one before for the candidate's scorecard.
 */
export function addPractice(story: Story): void {
  const over = story.rows.mocks
    .filter((mock) => !mock.cancelledAt && !isAfter(endOf(mock), story.now))
    .toSorted((a, b) => endOf(b).epochMilliseconds - endOf(a).epochMilliseconds);
  for (const [index, mock] of over.entries()) if (index > 0) addSession(story, mock, index === 1);
  addRehearsals(story);
  addTimeOff(story);
}

function addSession(story: Story, mock: MockRow, waits: boolean): void {
  const chance = chanceOf(`practice/${mock.id}`);
  const attendance = waits ? "attended" : chance.weighted(attendances);
  const endsAt = endOf(mock);
  Object.assign(mock, {
    attendance,
    attendanceAt: dateOf(addMinutes(endsAt, 2)),
    attendanceById: mock.counselorId,
    focusDimensions: chance.shuffled(rated).slice(0, 2),
  });
  if (attendance !== "attended" && attendance !== "late") return;
  addScript(story, mock, chance);
  addScorecard(story, mock, { side: "counselor", at: addMinutes(endsAt, 12) }, chance);
  if (!waits && chance.is(0.75))
    addScorecard(story, mock, { side: "candidate", at: addMinutes(endsAt, chance.between(5, 300)) }, chance);
}

/** Missed questions of the candidate's earlier post-mortems first, then what everybody asks. */
function addScript({ rows }: Story, mock: MockRow, chance: Chance): void {
  const earlier = rows.postMortems.filter(
    ({ candidateId: id, finishedAt, sharing }) =>
      id === mock.candidateId &&
      sharing !== "only_me" &&
      finishedAt &&
      isBefore(instantOf(finishedAt as Date), instantOf(mock.startsAt as Date)),
  );
  const missed = rows.questions
    .filter(
      ({ postMortemId, rating }) =>
        (rating === "rough" || rating === "blank") && earlier.some(({ id }) => id === postMortemId),
    )
    .slice(-4);
  const known = new Set(missed.map(({ bankId }) => bankId));
  const script = [
    ...missed.map(({ id, text, bankId }) => ({
      source: "missed" as const,
      text,
      bankId: bankId ?? null,
      askedQuestionId: id,
    })),
    ...commonQuestions
      .filter(({ id }) => !known.has(id))
      .map(({ id, text }) => ({ source: "bank" as const, text, bankId: id, askedQuestionId: null })),
  ].slice(0, 5);
  for (const [index, question] of script.entries()) {
    rows.scriptQuestions.push({
      id: stableId("script", mock.id, String(index)),
      mockId: mock.id,
      position: index + 1,
      ...question,
      tickedAt: dateOf(addMinutes(instantOf(mock.startsAt as Date), 5 + index * 7)),
      level: chance.between(2, 5),
    });
  }
}

function addScorecard(
  { rows, now }: Story,
  mock: MockRow,
  { side, at }: { side: "candidate" | "counselor"; at: Instant },
  chance: Chance,
): void {
  if (isAfter(at, now)) return;
  const id = stableId("scorecard", mock.id, side);
  const byCounselor = side === "counselor";
  rows.scorecards.push({
    id,
    mockId: mock.id,
    candidateId: mock.candidateId,
    side,
    authorId: byCounselor ? mock.counselorId : mock.candidateId,
    putForward: byCounselor ? chance.weighted(answers) : null,
    wentWell: chance.pick(byCounselor ? lines.wentWell : lines.ownWentWell),
    nextTime: chance.pick(byCounselor ? lines.nextTime : lines.ownNextTime),
    givenAt: dateOf(at),
  });
  const focus = (mock.focusDimensions ?? []) as readonly Dimension[];
  for (const dimension of rated) {
    const level = chance.is(0.08) ? null : chance.between(2, byCounselor ? 5 : 4);
    const needsExample = byCounselor && level !== null && (level === 5 || focus.includes(dimension));
    rows.scorecardRatings.push({
      scorecardId: id,
      dimension,
      level,
      example: needsExample ? chance.pick(observed[dimension]) : null,
    });
  }
}

/** Maya and Hannah practise between the sessions; one friend has answered, one was asked. */
function addRehearsals({ rows, now }: Story): void {
  const by = ["maya", "maya", "maya", "hannah"] as const;
  for (const [index, told] of rehearsals.entries()) {
    const candidate = candidateId(by[index] ?? "maya");
    const id = stableId("rehearsal", String(index));
    const at = addHours(now, -30 * (index + 1));
    rows.rehearsals.push({
      id,
      candidateId: candidate,
      heldOn: dateOfDay(dateIn(at, "America/New_York")),
      ...told,
      loggedAt: dateOf(at),
    });
    if (told.with === null) continue;
    const isAnswered = index === 1;
    rows.impressions.push({
      id: stableId("impression", id),
      rehearsalId: id,
      candidateId: candidate,
      // Of no token that exists: nobody can open it.
      tokenHash: sha256(`seed/${id}`),
      askedAt: dateOf(addMinutes(at, 3)),
      expiresAt: dateOf(addHours(at, 21 * 24)),
      ...(isAnswered ? { answeredAt: dateOf(addHours(at, 2)), ...impression } : {}),
    });
  }
}

/** Marcus is away for two days, and shuts one Friday; neither meets a booking. */
function addTimeOff({ rows, at }: Story): void {
  const { id: counselorId, timeZone } = staffNamed("marcus");
  const dateAt = (workingDay: number) =>
    dateOfDay(dateIn(at({ workingDay, at: "12:00" }, timeZone), timeZone));
  rows.timeOff.push({
    id: stableId("time-off", "marcus"),
    counselorId,
    startsOn: dateAt(17),
    endsOn: dateAt(18),
    addedAt: dateOf(at({ workingDay: -2, at: "09:40" }, timeZone)),
  });
  rows.hoursOverrides.push({ id: stableId("override", "marcus"), counselorId, on: dateAt(15) });
}

function endOf(mock: MockRow): Instant {
  return instantOf(mock.endsAt as Date);
}
