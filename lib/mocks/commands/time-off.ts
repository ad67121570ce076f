import { ok, refuse } from "#lib/core/result.ts";
import { addDays, compareDates, dateIn, daysBetween, isBefore, startOfDate } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, dateOfDay } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { decideDays } from "#lib/mocks/rules/time-off.ts";
import type { DaysRefusal } from "#lib/mocks/rules/time-off.ts";
import type {
  OffTodayInput,
  SetDaysInput,
  TakeBackTimeOffInput,
  UsualHoursInput,
} from "#lib/mocks/schema/time-off.ts";

// Every change takes the counselor's lock: a booking after it is decided by what it says.

/**
 * The actor is away on these days, or has other hours on them; what is booked stays booked. Refuses `past` for days that
 * are over in the actor's zone, what `decideDays` refuses, `not_found` for whoever is not staff.
 */
export function setDays(actor: Viewer, input: SetDaysInput, now: Instant) {
  const request = {
    ...input,
    startsOn: input.startsOn.toString(),
    endsOn: input.endsOn?.toString() ?? null,
  };
  const spec = { once: input.key, request, did: "time_off.set", subject: actor.personId } as const;
  return transact<DaysRefusal | "past" | "not_found">(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    const days = decideDays(input);
    if (!days.ok) return days;
    const { startsOn, endsOn, hours } = days.value;
    const counselorId = actor.personId;
    if (compareDates(endsOn, dateIn(now, actor.timeZone)) < 0) return refuse("past");
    await lockInOrder(tx, [counselorId]);
    if (hours.length === 0) {
      await tx.timeOff.create({
        data: {
          id: input.key,
          counselorId,
          startsOn: dateOfDay(startsOn),
          endsOn: dateOfDay(endsOn),
          addedAt: dateOf(now),
        },
      });
      return ok({ id: counselorId });
    }
    const dates = Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, index) =>
      dateOfDay(addDays(startsOn, index)),
    );
    await tx.hoursOverride.deleteMany({ where: { counselorId, on: { in: dates } } });
    await tx.hoursOverride.createMany({
      data: dates.flatMap((on) => hours.map((range) => ({ id: newId(), counselorId, on, ...range }))),
    });
    return ok({ id: counselorId });
  });
}

/** The actor is away from now to the end of their date. Refuses `nothing_left` in its last minute, `not_found`. */
export function takeRestOfToday(actor: Viewer, input: OffTodayInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "time_off.set", subject: actor.personId } as const;
  return transact<"nothing_left" | "not_found">(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    const endsAt = startOfDate(addDays(dateIn(now, actor.timeZone), 1), actor.timeZone);
    if (!isBefore(now.add({ minutes: 1 }), endsAt)) return refuse("nothing_left");
    await lockInOrder(tx, [actor.personId]);
    const row = { id: input.key, counselorId: actor.personId, startsAt: dateOf(now), endsAt: dateOf(endsAt) };
    await tx.timeOff.create({ data: { ...row, addedAt: dateOf(now) } });
    return ok({ id: actor.personId });
  });
}

/** Takes the actor's own time off back; its row stays. Refuses `already`, and `not_found` for anybody else's. */
export function takeBackTimeOff(actor: Viewer, input: TakeBackTimeOffInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "time_off.taken_back",
    subject: input.timeOff,
  } as const;
  return transact<"already" | "not_found">(actor, spec, async (tx) => {
    const where = { id: input.timeOff, counselorId: actor.personId };
    const found = await tx.timeOff.findFirst({ where, select: { id: true } });
    if (!found || !isStaff(actor)) return refuse("not_found");
    await lockInOrder(tx, [actor.personId]);
    const taken = await tx.timeOff.updateMany({
      where: { id: found.id, removedAt: null },
      data: { removedAt: dateOf(now) },
    });
    return taken.count === 1 ? ok({ id: actor.personId }) : refuse("already");
  });
}

/** The actor's weekly hours hold again on one date, also where they did. Refuses `not_found` for whoever is not staff. */
export function takeUsualHours(actor: Viewer, input: UsualHoursInput) {
  const request = { ...input, on: input.on.toString() };
  const spec = { once: input.key, request, did: "time_off.taken_back", subject: actor.personId } as const;
  return transact<"not_found">(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    const counselorId = actor.personId;
    await lockInOrder(tx, [counselorId]);
    await tx.hoursOverride.deleteMany({ where: { counselorId, on: dateOfDay(input.on) } });
    return ok({ id: counselorId });
  });
}
