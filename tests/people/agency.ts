import { now } from "#lib/infra/clock.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";
import { db } from "../mocks/booked.ts";

const allDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
/** On a full hour, days ahead. */
export const ahead = (hours: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.ceil(now().epochMilliseconds / 3_600_000) * 3_600_000).add({
    hours: 72 + hours,
  });

/** An admin, three counselors who can be booked at any hour, and two candidates of the first. */
export async function agency() {
  const ada = await makePerson(db(), { role: "admin", name: "Ada" });
  const ana = await makeCounselor(db(), { hours: allDay });
  const ben = await makeCounselor(db(), { hours: allDay });
  const cleo = await makeCounselor(db(), { hours: allDay });
  const maya = await makeCandidate(db(), ana.id);
  const nia = await makeCandidate(db(), ana.id);
  return { ada, ana, ben, cleo, maya, nia };
}
