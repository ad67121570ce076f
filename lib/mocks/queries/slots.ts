import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import {
  formatDateTime,
  formatDay,
  formatRange,
  formatTime,
  relativeDate,
  zoneLabel,
} from "#lib/core/format.ts";
import { addDays, compareDates, dateIn, daysBetween } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { MockKind } from "#lib/infra/prisma/enums.ts";
import { mocksVisibleTo } from "#lib/mocks/policy.ts";
import { bookedCounselor, listBookingRows, factsFrom } from "#lib/mocks/queries/booking.ts";
import type { BookingAsk } from "#lib/mocks/queries/booking.ts";
import { lengthOf, offeredSlots, whyNone } from "#lib/mocks/rules/booking.ts";
import type { BookingFacts } from "#lib/mocks/rules/booking.ts";
import { decideMove } from "#lib/mocks/rules/changes.ts";
import { groupSlots } from "#lib/mocks/rules/slot-days.ts";
import type { SlotDay, SlotLabel } from "#lib/mocks/rules/slot-days.ts";
import { mondayOf, weeksBetween } from "#lib/mocks/rules/weeks.ts";
import { getAgency } from "#lib/settings/queries.ts";

/** A day beyond the horizon, whose last date is the counselor's and may end later than the viewer's. */
const horizonSlack = 2;

type Choice = { kind: MockKind; interviewId: string | null; week: PlainDate | null };

/**
 * The month of slots for booking with the candidate's own counselor, one week of it in full, in the viewer's zone; null for a
 * candidate that the viewer does not see or who has no counselor. Four statements, the agency's apart.
 */
export async function getSlotsToBook(
  viewer: Viewer,
  candidateId: string,
  { kind, interviewId, week }: Choice,
  now: Instant,
) {
  const candidate = await pagesDb().person.findFirst({
    where: { AND: [{ id: candidateId }, candidatesVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: { id: true, name: true, counselor: { select: bookedCounselor } },
  });
  const counselor = candidate?.counselor;
  if (!candidate || !counselor) return null;
  const ask: BookingAsk = {
    kind,
    candidateId,
    counselor,
    interviewId,
    byStaff: isStaff(viewer),
    moving: null,
    policies: (await getAgency()).policies,
    window: windowOf(counselor, now),
  };
  const rows = await listBookingRows(pagesDb(), ask, now);
  const facts = factsFrom(ask, rows, now);
  return {
    kind,
    candidate: { id: candidate.id, name: candidate.name },
    interviewId: kind === "prep" ? interviewId : null,
    interviews: rows.interviews
      .filter((interview) => instantOf(interview.startsAt).epochMilliseconds > now.epochMilliseconds)
      .map(({ id, startsAt, application }) => ({
        id,
        label: `${application.employer.name}, ${application.jobTitle}`,
        when: formatDateTime(instantOf(startsAt), viewer.timeZone),
      })),
    ...monthOf(viewer, ask, facts, week),
  };
}

/** The same for moving a session to another time, its own left out; null for one that the viewer does not see. */
export async function getSlotsToMove(viewer: Viewer, mockId: string, week: PlainDate | null, now: Instant) {
  const mock = await pagesDb().mock.findFirst({
    where: { AND: [{ id: mockId }, mocksVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: {
      id: true,
      kind: true,
      version: true,
      candidateId: true,
      interviewId: true,
      startsAt: true,
      endsAt: true,
      cancelledAt: true,
      candidate: { select: { name: true } },
      counselor: { select: bookedCounselor },
    },
  });
  if (!mock) return null;
  const moving = { id: mock.id, startsAt: instantOf(mock.startsAt), endsAt: instantOf(mock.endsAt) };
  const { kind, candidateId, counselor, interviewId } = mock;
  const { policies } = await getAgency();
  const ask: BookingAsk = {
    kind,
    candidateId,
    counselor,
    interviewId,
    byStaff: isStaff(viewer),
    moving,
    policies,
    window: windowOf(counselor, now),
  };
  const facts = factsFrom(ask, await listBookingRows(pagesDb(), ask, now), now);
  const session = {
    startsAt: moving.startsAt,
    cancelledAt: instantOrNull(mock.cancelledAt),
    version: mock.version,
  };
  const move = decideMove(
    session,
    { isCandidate: viewer.personId === candidateId, shownVersion: mock.version },
    policies,
    now,
  );
  return {
    id: mock.id,
    kind,
    version: mock.version,
    blocked: move.ok ? null : move.refusal,
    candidate: { id: candidateId, name: mock.candidate.name },
    when: formatRange(moving.startsAt, moving.endsAt, viewer.timeZone),
    ...monthOf(viewer, ask, facts, week),
  };
}

function windowOf({ availability }: BookingAsk["counselor"], now: Instant) {
  return { from: now, to: now.add({ hours: 24 * ((availability?.horizonDays ?? 0) + horizonSlack) }) };
}

/** All weeks of the month with how many times are free in each, and the days of the chosen one. */
function monthOf(
  viewer: Viewer,
  { counselor, window, policies }: BookingAsk,
  facts: BookingFacts,
  week: PlainDate | null,
) {
  const zone = viewer.timeZone;
  const minutes = lengthOf(facts);
  const none = whyNone(facts);
  const days = groupSlots(offeredSlots(facts, window), minutes || 1, zone);
  const first = days[0]?.on ?? dateIn(facts.now, zone);
  const isOfWeek = (monday: PlainDate, day: SlotDay) =>
    daysBetween(monday, day.on) >= 0 && daysBetween(monday, day.on) < 7;
  const last = days.at(-1)?.slots[0]?.startsAt ?? facts.now;
  const mondays = weeksBetween(facts.now, last, zone);
  const monday = mondays.find((each) => week !== null && compareDates(each, week) === 0) ?? mondayOf(first);
  return {
    none,
    openLimit: policies.openLimit,
    freeHours: policies.freeHours,
    minutes,
    counselor: { id: counselor.id, name: counselor.name, email: counselor.email },
    zone: zoneLabel(facts.now, zone),
    weeks: mondays.map((each) => ({
      monday: each.toString(),
      label: weekLabel(each, dateIn(facts.now, zone)),
      count: days.filter((day) => isOfWeek(each, day)).reduce((sum, day) => sum + day.slots.length, 0),
      current: compareDates(each, monday) === 0,
    })),
    days: days.filter((day) => isOfWeek(monday, day)).map((day) => slotDay(day, zone)),
    later: days
      .filter((day) => daysBetween(monday, day.on) >= 7)
      .flatMap((day) => day.slots)
      .slice(0, 3)
      .map(({ startsAt }) => ({ iso: startsAt.toString(), label: formatDateTime(startsAt, zone) })),
  };
}

function slotDay(day: SlotDay, zone: string) {
  const isTwice = (slot: SlotLabel) =>
    day.slots.some((other) => other !== slot && other.start === slot.start);
  return {
    on: day.on.toString(),
    label: day.slots[0] ? formatDay(day.slots[0].startsAt, zone) : "",
    slots: day.slots.map((slot) => ({
      iso: slot.startsAt.toString(),
      label: `${formatTime(slot.startsAt, zone)}${isTwice(slot) ? ` (GMT${slot.offset})` : ""}`,
    })),
  };
}

/** "This week", "Next week", "From Mon 18 May". */
export function weekLabel(monday: PlainDate, today: PlainDate): string {
  const weeks = daysBetween(mondayOf(today), monday) / 7;
  if (weeks === 0) return "This week";
  return weeks === 1 ? "Next week" : `From ${relativeDate(monday, addDays(monday, -7))}`;
}
