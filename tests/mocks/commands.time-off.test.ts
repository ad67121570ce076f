import { expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import { bookMock } from "#lib/mocks/commands/booking.ts";
import { setDays, takeBackTimeOff, takeRestOfToday, takeUsualHours } from "#lib/mocks/commands/time-off.ts";
import { getTimeOff } from "#lib/mocks/queries/time-off.ts";
import { getSlotsToBook } from "#lib/mocks/queries/slots.ts";
import { askFor, db, people, refusal, stranger, viewerOf } from "./booked.ts";

/** A Monday, 08:00 in New York. */
const now = Temporal.Instant.from("2026-11-30T13:00:00Z");
const tuesday = Temporal.PlainDate.from("2026-12-01");
const at = (text: string) => Temporal.Instant.from(text);
const off = (first: Temporal.PlainDate, hours: { start: string; end: string }[] = [], last = first) => ({
  key: newId(),
  startsOn: first,
  endsOn: last,
  hours,
});
const noon = at("2026-12-01T17:00:00Z");

async function daysOffered(cast: Awaited<ReturnType<typeof people>>) {
  const month = await getSlotsToBook(
    viewerOf(cast.maya),
    cast.maya.id,
    { kind: "mock", interviewId: null, week: null },
    now,
  );
  return month?.days.map(({ on }) => on) ?? [];
}

test("days off are not offered and not booked, until they are taken back; what is booked stays", async () => {
  const cast = await people();
  const { ana, maya } = cast;
  const first = askFor(maya, at("2026-12-01T19:00:00Z"));
  expect(refusal(await bookMock(viewerOf(maya), first, now))).toBe("ok");
  const input = off(tuesday);
  expect(refusal(await setDays(viewerOf(ana), input, now))).toBe("ok");
  expect(refusal(await setDays(viewerOf(ana), input, now)), "sent twice").toBe("ok");
  expect(await daysOffered(cast)).not.toContain("2026-12-01");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, noon), now))).toBe("taken");
  expect(await db().mock.findUniqueOrThrow({ where: { id: first.key } })).toMatchObject({
    cancelledAt: null,
  });

  expect(refusal(await takeBackTimeOff(viewerOf(maya), { key: newId(), timeOff: input.key }, now))).toBe(
    "not_found",
  );
  expect(refusal(await takeBackTimeOff(viewerOf(ana), { key: newId(), timeOff: input.key }, now))).toBe("ok");
  expect(refusal(await takeBackTimeOff(viewerOf(ana), { key: newId(), timeOff: input.key }, now))).toBe(
    "already",
  );
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, noon), now))).toBe("ok");
});

test("other hours on a date replace the usual ones, and go again", async () => {
  const cast = await people();
  const { ana, maya } = cast;
  expect(refusal(await setDays(viewerOf(ana), off(tuesday, [{ start: "19:00", end: "20:00" }]), now))).toBe(
    "ok",
  );
  expect(refusal(await setDays(viewerOf(ana), off(tuesday, [{ start: "18:00", end: "20:00" }]), now))).toBe(
    "ok",
  );
  expect(await db().hoursOverride.count({ where: { counselorId: ana.id } })).toBe(1);
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, noon), now))).toBe("taken");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, at("2026-12-01T23:00:00Z")), now))).toBe("ok");
  expect(refusal(await takeUsualHours(viewerOf(ana), { key: newId(), on: tuesday }))).toBe("ok");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, noon), now))).toBe("ok");
});

test("off for the rest of today: until the counselor's midnight, and not in its last minute", async () => {
  const { ana } = await people();
  const key = newId();
  expect(refusal(await takeRestOfToday(viewerOf(ana), { key }, now))).toBe("ok");
  const row = await db().timeOff.findUniqueOrThrow({ where: { id: key } });
  expect(row.endsAt?.toISOString()).toBe("2026-12-01T05:00:00.000Z");
  const late = at("2026-12-01T04:59:30Z");
  expect(refusal(await takeRestOfToday(viewerOf(ana), { key: newId() }, late))).toBe("nothing_left");
});

test("nobody but staff has hours, and no days that are over or out of order", async () => {
  const { ana, maya } = await people();
  for (const viewer of [viewerOf(maya), stranger()]) {
    expect(refusal(await setDays(viewer, off(tuesday), now))).toMatch(/not_found|signed_out/);
    expect(refusal(await takeRestOfToday(viewer, { key: newId() }, now))).toMatch(/not_found|signed_out/);
    expect(refusal(await takeUsualHours(viewer, { key: newId(), on: tuesday }))).toMatch(
      /not_found|signed_out/,
    );
  }
  expect(refusal(await setDays(viewerOf(ana), off(tuesday.subtract({ days: 2 })), now))).toBe("past");
  const backwards = off(tuesday, [], tuesday.subtract({ days: 1 }));
  expect(refusal(await setDays(viewerOf(ana), backwards, now))).toBe("days_order");
  expect(await db().timeOff.count({ where: { counselorId: ana.id } })).toBe(0);
});

test("a change is shown before it is saved, with the sessions that it leaves outside", async () => {
  const { ana, maya } = await people();
  const booked = askFor(maya, noon);
  await bookMock(viewerOf(maya), booked, now);
  const asked = { startsOn: "2026-12-01", endsOn: "", hours: "" };
  expect((await getTimeOff(viewerOf(ana), asked, now)).preview?.hit.map(({ id }) => id)).toEqual([
    booked.key,
  ]);
  const wide = await getTimeOff(viewerOf(ana), { ...asked, hours: "11-14" }, now);
  expect(wide.preview?.hit).toEqual([]);
  const narrow = await getTimeOff(viewerOf(ana), { ...asked, hours: "9-12" }, now);
  expect(narrow.preview?.hit).toHaveLength(1);
  expect((await getTimeOff(viewerOf(ana), { ...asked, startsOn: "soon" }, now)).problem).not.toBeNull();
});

test("200 rounds of time off against a booking: a booking that comes after it is refused", async () => {
  const { ana, maya } = await people();
  for (let round = 0; round < 200; round += 1) {
    const input = askFor(maya, noon);
    const away = off(tuesday);
    const [booked, set] = await Promise.all([
      bookMock(viewerOf(maya), input, now),
      setDays(viewerOf(ana), away, now),
    ]);
    expect(refusal(set)).toBe("ok");
    const again = askFor(maya, at("2026-12-01T20:00:00Z"));
    expect(refusal(await bookMock(viewerOf(maya), again, now)), `round ${String(round)}`).toBe("taken");
    if (booked.ok) await db().mock.deleteMany({ where: { id: input.key } });
    else expect(booked.refusal).toBe("taken");
    await takeBackTimeOff(viewerOf(ana), { key: newId(), timeOff: away.key }, now);
  }
}, 120_000);
