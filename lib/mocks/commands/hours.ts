import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import type { WeeklyHoursInput } from "#lib/mocks/schema.ts";
import { weekdays } from "#lib/mocks/words.ts";

/**
 * Replaces the weekly hours of the actor that hold without dates, and how they can be booked. What is booked stays booked. Refuses `stale` if they
 * changed since the page was shown, `not_found` for whoever is not staff.
 */
export function setWeeklyHours(actor: Viewer, input: WeeklyHoursInput) {
  const spec = { once: input.key, request: input, did: "hours.changed", subject: actor.personId } as const;
  return transact<"stale" | "not_found">(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    const counselorId = actor.personId;
    await lockInOrder(tx, [counselorId]);
    const {
      key: _,
      version,
      monday,
      tuesday,
      wednesday,
      thursday,
      friday,
      saturday,
      sunday,
      ...settings
    } = input;
    const saved = await tx.availabilitySettings.findUnique({
      where: { counselorId },
      select: { version: true },
    });
    if ((saved?.version ?? 0) !== version) return refuse("stale");
    const row = { ...settings, version: version + 1 };
    await tx.availabilitySettings.upsert({
      where: { counselorId },
      create: { counselorId, ...row },
      update: row,
    });
    const days = { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
    // What holds between dates is not on this form.
    await tx.weeklyHours.deleteMany({ where: { counselorId, fromOn: null, untilOn: null } });
    await tx.weeklyHours.createMany({
      data: weekdays.flatMap(({ field }, index) =>
        days[field].map((range) => ({ id: newId(), counselorId, weekday: index + 1, ...range })),
      ),
    });
    return ok({ id: counselorId });
  });
}
