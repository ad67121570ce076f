import { dateOf, dateOfDay } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { seal } from "#lib/infra/seal.ts";
import { addressPurpose } from "#lib/mocks/commands/busy-reading.ts";
import { makeMock } from "../../prisma/seed/factories.ts";
import type { Row } from "./door-row.ts";
import type { Stage } from "./things.ts";

const staff = ["assigned", "otherCounselor", "admin"] as const;
const on = "2040-05-07";

/** Time off of the assigned counselor, which they alone take back. */
async function timeOffOf({ db, now, cast }: Stage): Promise<Record<string, string>> {
  const day = dateOfDay(Temporal.PlainDate.from(on));
  const row = {
    id: newId(),
    counselorId: cast.assigned.id,
    startsOn: day,
    endsOn: day,
    addedAt: dateOf(now),
  };
  return { timeOff: (await db.timeOff.create({ data: row })).id };
}

/** A calendar of the assigned counselor, which they alone remove. */
async function calendarOf({ db, now, cast }: Stage): Promise<Record<string, string>> {
  const row = { id: newId(), counselorId: cast.assigned.id, name: "Private", addedAt: dateOf(now) };
  return { calendar: (await db.busyCalendar.create({ data: row })).id };
}

/** A calendar of theirs by an address that nobody answers at. */
async function addressOf({ db, now, cast }: Stage): Promise<Record<string, string>> {
  const id = newId();
  const sealedAddress = seal(addressPurpose, id, "https://calendar.invalid/work.ics");
  const row = { id, counselorId: cast.assigned.id, name: "Private", sealedAddress, addedAt: dateOf(now) };
  return { calendar: (await db.busyCalendar.create({ data: row })).id };
}

/** A session of the owner with the assigned counselor that has begun. */
async function overMock({ db, now, cast }: Stage): Promise<Record<string, string>> {
  const facts = { candidateId: cast.owner.id, counselorId: cast.assigned.id };
  return { mock: (await makeMock(db, { ...facts, startsAt: now.subtract({ hours: 500 }) })).id };
}

/** Doors to what mock interviews add. */
export const mockRows = {
  addBusyFileAction: {
    form: () => ({ name: "Work", file: new File(["BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"], "work.ics") }),
    may: staff,
  },
  addBusyAddressAction: {
    form: () => ({ name: "Work", address: "https://calendar.invalid/work.ics" }),
    may: staff,
  },
  readBusyCalendarAction: { thing: addressOf, may: ["assigned"] },
  removeBusyCalendarAction: { thing: calendarOf, may: ["assigned"] },
  setAttendanceAction: {
    thing: overMock,
    form: () => ({ shown: "", attendance: "attended" }),
    may: ["assigned", "admin"],
  },
  setDaysAction: { form: () => ({ startsOn: on, endsOn: "", hours: "9-12" }), may: staff },
  takeRestOfTodayAction: { may: staff },
  takeBackTimeOffAction: { thing: timeOffOf, may: ["assigned"] },
  takeUsualHoursAction: { form: () => ({ on: "2040-05-08" }), may: staff },
} satisfies Record<string, Row>;
