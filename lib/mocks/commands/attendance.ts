import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { mocksVisibleTo } from "#lib/mocks/policy.ts";
import { decideAttendance } from "#lib/mocks/rules/attendance.ts";
import type { AttendanceRefusal } from "#lib/mocks/rules/attendance.ts";
import type { SetAttendanceInput } from "#lib/mocks/schema/attendance.ts";

/**
 * Writes down who came to a session, or undoes it. An absence of either mails the candidate a way to book again; nothing
 * else follows by itself. Refuses what `decideAttendance` refuses, and `not_found`.
 */
export function setAttendance(actor: Viewer, input: SetAttendanceInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "mock.attendance_set", subject: input.mock } as const;
  return transact<AttendanceRefusal | "not_found">(actor, spec, async (tx, event) => {
    const where = { AND: [{ id: input.mock }, mocksVisibleTo(actor)] };
    const found = await tx.mock.findFirst({ where, select: { id: true } });
    if (!found || !isStaff(actor)) return refuse("not_found");
    await lockInOrder(tx, [found.id]);
    const mock = await tx.mock.findFirstOrThrow({
      where: { id: found.id },
      select: { startsAt: true, cancelledAt: true, attendance: true, candidateId: true },
    });
    const attendance = input.attendance === "undo" ? null : input.attendance;
    const facts = {
      startsAt: instantOf(mock.startsAt),
      cancelledAt: instantOrNull(mock.cancelledAt),
      attendance: mock.attendance,
    };
    const decision = decideAttendance(facts, { attendance, shown: input.shown }, now);
    if (!decision.ok) return decision;
    await tx.mock.update({
      where: { id: found.id },
      data:
        attendance === null
          ? { attendance, attendanceAt: null, attendanceById: null }
          : // The event's own time, not the form's: by it the mail knows whether its act still stands.
            { attendance, attendanceAt: dateOf(event.at), attendanceById: actor.personId },
    });
    if (decision.value.isAbsence) await enqueueMails(tx, event, [mock.candidateId], "mock.missed");
    return ok({ id: found.id });
  });
}
