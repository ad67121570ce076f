import {
  addHours,
  addWorkingDays,
  atWallTime,
  compare,
  dateIn,
  isAfter,
  isBefore,
  min,
} from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { CancelReason } from "#lib/infra/prisma/enums.ts";
import { mockFocuses } from "../texts/background.ts";
import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";
import type { ToldInterview } from "./interviews.ts";
import { bookAt, cancelMock, offeredFor, windowAfter } from "./mocks.ts";
import type { Ask } from "./mocks.ts";
import type { Story } from "./people.ts";
import type { Told, ToldPostMortem } from "./post-mortems.ts";

const mockCount = 60;

/** Of all sessions, those that prepare for an interview to come; the others follow a post-mortem. */
const prepCount = 15;

const reasons: Partial<Record<CancelReason, number>> = {
  other_plans: 4,
  real_interview: 2,
  ill: 2,
  not_needed: 1,
  counselor_away: 1,
};

/** Sixty sessions, each booked at a time that was offered when it was booked; every ninth was cancelled. */
export function addBackgroundMocks(story: Story, told: readonly Told[]): void {
  const chance = chanceOf("mocks");
  let booked = 0;
  for (const ask of asksOf(story, chance, told)) {
    if (booked === mockCount) return;
    const offered = offeredFor(story, ask, windowAfter(ask.bookedAt, 9));
    if (offered.length === 0) continue;
    booked += 1;
    const mock = bookAt(story, ask, chance.pick(offered));
    if (booked % 9 === 0) cancel(story, chance, ask, mock);
  }
}

/** As many as are wanted in the order of booking, then more for those that find no time. */
function asksOf({ now }: Story, chance: Chance, told: readonly Told[]): Ask[] {
  const preps = told.flatMap((one) => one.interviews.map((interview) => beforeInterview(one, interview)));
  const mocks = told.flatMap((one) =>
    one.postMortems.map((postMortem) => afterPostMortem(chance, one, postMortem)),
  );
  const [prep, mock] = [preps, mocks].map((asks) =>
    chance.shuffled(asks).filter(({ bookedAt }) => isBefore(bookedAt, now)),
  );
  if (!prep || !mock) return [];
  const mockShare = mockCount - prepCount;
  const wanted = [...prep.slice(0, prepCount), ...mock.slice(0, mockShare)];
  return [...wanted.toSorted((a, b) => compare(a.bookedAt, b.bookedAt)), ...mock.slice(mockShare)];
}

function afterPostMortem(chance: Chance, { candidate }: Told, postMortem: ToldPostMortem): Ask {
  const { finishedAt, id, typed } = postMortem;
  return {
    candidate,
    kind: "mock",
    bookedBy: chance.is(0.8) ? "candidate" : "counselor",
    bookedAt: laterDay(finishedAt, candidate.timeZone, chance.between(1, 3)),
    focus: chance.is(0.8) ? chance.pick(mockFocuses) : null,
    interview: null,
    postMortemId: typed.sharing === "only_me" ? null : id,
  };
}

function beforeInterview({ candidate }: Told, { id, startsAt }: ToldInterview): Ask {
  return {
    candidate,
    kind: "prep",
    bookedBy: "counselor",
    bookedAt: addHours(startsAt, -72),
    focus: null,
    interview: { id, startsAt },
    postMortemId: null,
  };
}

function laterDay(instant: Instant, zone: string, days: number): Instant {
  return (
    atWallTime(addWorkingDays(dateIn(instant, zone), days), Temporal.PlainTime.from("12:10"), zone) ?? instant
  );
}

/** A day before, or in the last hours; only if that moment has come. */
function cancel(story: Story, chance: Chance, ask: Ask, mock: { id: string; startsAt: Instant }): void {
  const at = addHours(mock.startsAt, -chance.pick([26, 22, 20, 2]));
  const reason = chance.weighted<CancelReason>(reasons);
  if (isAfter(at, ask.bookedAt) && isBefore(at, min(story.now, mock.startsAt)))
    cancelMock(story, mock, reason, at);
}
