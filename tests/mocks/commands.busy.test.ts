import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { ok, refuse } from "#lib/core/result.ts";
import { newId } from "#lib/infra/hash.ts";
import { bookMock } from "#lib/mocks/commands/booking.ts";
import { addBusyAddress, addBusyFile, removeBusyCalendar } from "#lib/mocks/commands/busy.ts";
import { readAgain } from "#lib/mocks/commands/busy-reading.ts";
import type { Ask } from "#lib/mocks/commands/busy-reading.ts";
import { listBusyCalendars } from "#lib/mocks/queries/busy.ts";
import { getSlotsToBook } from "#lib/mocks/queries/slots.ts";
import { readBusyCalendars } from "#lib/mocks/sweeps.ts";
import { askFor, db, people, refusal, stranger, viewerOf } from "./booked.ts";

/** A Monday, 08:00 in New York. */
const now = Temporal.Instant.from("2026-11-30T13:00:00Z");
const at = (text: string) => Temporal.Instant.from(text);
const noon = at("2026-12-01T17:00:00Z");
const lunch = (...lines: string[]) =>
  [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:a",
    "SUMMARY:Dentist canary",
    "DTSTART:20261201T163000Z",
    "DTEND:20261201T180000Z",
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
const fileOf = (text: string) => ({ key: newId(), name: "Work", file: new TextEncoder().encode(text) });
const addressOf = (address = "https://calendar.example/work.ics") => ({
  key: newId(),
  name: "Work",
  address,
});
const answering =
  (text: string): Ask =>
  async () =>
    Promise.resolve(ok({ text, etag: '"1"' }));

/** The sweep asks about everybody's. */
beforeEach(async () => {
  await db().busyCalendar.deleteMany();
});

test("what stands in a file is not offered and not booked, until the calendar is removed; its titles are nowhere", async () => {
  const { ana, maya } = await people();
  const input = fileOf(lunch());
  expect(refusal(await addBusyFile(viewerOf(ana), input, now))).toBe("ok");
  expect(refusal(await addBusyFile(viewerOf(ana), input, now)), "sent twice").toBe("ok");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, noon), now))).toBe("taken");
  const month = await getSlotsToBook(
    viewerOf(maya),
    maya.id,
    { kind: "mock", interviewId: null, week: null },
    now,
  );
  const tuesday = month?.days.find(({ on }) => on === "2026-12-01");
  expect(tuesday?.slots.map(({ iso }) => iso)).not.toContain(noon.toString());
  expect(tuesday?.slots.length).toBeGreaterThan(5);
  const [row] = await listBusyCalendars(viewerOf(ana), now);
  expect(row).toMatchObject({ name: "Work", entries: "1 busy time ahead", problem: null });
  const dump = JSON.stringify([await db().busyCalendar.findMany(), await db().busyTime.findMany()]);
  expect(dump).not.toContain("canary");

  const removal = { key: newId(), calendar: input.key };
  expect(refusal(await removeBusyCalendar(viewerOf(maya), removal, now))).toBe("not_found");
  expect(refusal(await removeBusyCalendar(viewerOf(ana), { ...removal, key: newId() }, now))).toBe("ok");
  expect(refusal(await removeBusyCalendar(viewerOf(ana), { ...removal, key: newId() }, now))).toBe("already");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, noon), now))).toBe("ok");
});

test("whole days are the counselor's own, whatever zone the machine is in", async () => {
  const { ana, maya } = await people();
  const day =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  await addBusyFile(viewerOf(ana), fileOf(day), now);
  for (const taken of ["2026-12-01T14:00:00Z", "2026-12-01T21:00:00Z"])
    expect(refusal(await bookMock(viewerOf(maya), askFor(maya, at(taken)), now))).toBe("taken");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, at("2026-12-02T14:00:00Z")), now))).toBe("ok");
});

test("files of real programs come in or are refused, and leave nothing behind when they are", async () => {
  const { ana } = await people();
  const read = (name: string) =>
    Uint8Array.from(readFileSync(join(import.meta.dirname, "../../../shared/calendars", name)));
  const send = async (bytes: Uint8Array<ArrayBuffer>) =>
    refusal(await addBusyFile(viewerOf(ana), { key: newId(), name: "Work", file: bytes }, now));
  expect(await send(read("google-recurrence-order.ics"))).toBe("ok");
  expect(await send(read("badRRULE.ics"))).toBe("bad_rule");
  expect(await send(new Uint8Array([0xff, 0xfe, 0x42, 0x00]))).toBe("encoding");
  expect(await db().busyCalendar.count({ where: { counselorId: ana.id } })).toBe(1);
});

test("ten calendars are the most, and nobody but staff has any", async () => {
  const { ana, maya } = await people();
  for (const viewer of [viewerOf(maya), stranger()]) {
    expect(refusal(await addBusyFile(viewer, fileOf(lunch()), now))).toMatch(/not_found|signed_out/);
    expect(refusal(await addBusyAddress(viewer, addressOf(), now, answering(lunch())))).toMatch(
      /not_found|signed_out/,
    );
  }
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => refusal(await addBusyFile(viewerOf(ana), fileOf(lunch()), now))),
  );
  expect(answers.filter((one) => one === "ok")).toHaveLength(10);
  expect(answers.filter((one) => one === "too_many")).toHaveLength(2);
});

test("an address is sealed, asked again after 15 minutes, and keeps what was read while it does not answer", async () => {
  const { ana } = await people();
  const input = addressOf("webcal://calendar.example/secret-path.ics");
  const asked: string[] = [];
  const ask: Ask = async (url, etag) => {
    asked.push(`${url.href} ${etag ?? "-"}`);
    return Promise.resolve(ok({ text: lunch(), etag: '"1"' }));
  };
  expect(refusal(await addBusyAddress(viewerOf(ana), input, now, ask))).toBe("ok");
  expect(asked).toEqual(["https://calendar.example/secret-path.ics -"]);
  const row = await db().busyCalendar.findUniqueOrThrow({ where: { id: input.key } });
  expect(JSON.stringify(row)).not.toContain("secret-path");

  const silent = addressOf("https://calendar.example/silent.ics");
  expect(
    refusal(
      await addBusyAddress(viewerOf(ana), silent, now, async () => Promise.resolve(refuse("too_slow"))),
    ),
  ).toBe("ok");
  await removeBusyCalendar(viewerOf(ana), { key: newId(), calendar: silent.key }, now);
  for (const [address, answer, expected] of [
    ["http://calendar.example/", answering(lunch()), "not_https"],
    ["https://10.0.0.1/", answering(lunch()), "inside"],
    ["https://calendar.example/", async () => Promise.resolve(refuse("moved")), "moved"],
    ["https://calendar.example/", answering("<html>"), "not_calendar"],
  ] as [string, Ask, string][])
    expect(refusal(await addBusyAddress(viewerOf(ana), addressOf(address), now, answer))).toBe(expected);

  const mine = async (minutes: number, answer: Ask) => {
    await readBusyCalendars(now.add({ minutes }), answer);
    const [shown] = await listBusyCalendars(viewerOf(ana), now);
    return { entries: shown?.entries, isProblem: shown?.problem !== null };
  };
  expect(await mine(14, async () => Promise.resolve(refuse("unreachable")))).toEqual({
    entries: "1 busy time ahead",
    isProblem: false,
  });
  expect(await mine(15, async () => Promise.resolve(refuse("unreachable")))).toEqual({
    entries: "1 busy time ahead",
    isProblem: true,
  });
  expect(await mine(31, async () => Promise.resolve(ok("same")))).toEqual({
    entries: "1 busy time ahead",
    isProblem: false,
  });
  expect(await mine(47, answering("<html>"))).toEqual({ entries: "1 busy time ahead", isProblem: true });
  expect(await mine(63, answering(lunch("STATUS:CANCELLED")))).toEqual({
    entries: "0 busy times ahead",
    isProblem: false,
  });
});

test("unchanged is believed for a day; then all is read again, so that a series goes on", async () => {
  const { ana } = await people();
  const weekly = lunch("RRULE:FREQ=WEEKLY");
  const etags: (string | null)[] = [];
  const ask: Ask = async (_url, etag) => {
    etags.push(etag);
    return Promise.resolve(etag === null ? ok({ text: weekly, etag: '"1"' }) : ok("same"));
  };
  await addBusyAddress(viewerOf(ana), addressOf(), now, ask);
  const lastOf = async () =>
    (await db().busyTime.findFirstOrThrow({ orderBy: { startsAt: "desc" }, select: { startsAt: true } }))
      .startsAt;
  const before = await lastOf();
  expect(await readBusyCalendars(now.add({ minutes: 15 }), ask)).toEqual({ done: 1, skipped: 0, failed: 0 });
  expect(await lastOf()).toEqual(before);
  await readBusyCalendars(now.add({ hours: 24 * 30 }), ask);
  expect(etags).toEqual([null, '"1"', null]);
  expect((await lastOf())?.getTime()).toBeGreaterThan((before?.getTime() ?? 0) + 20 * 86_400_000);
});

test("one calendar that breaks holds up no other, and ten are asked beside each other", async () => {
  const { ana } = await people();
  for (let index = 0; index < 10; index += 1)
    await addBusyAddress(
      viewerOf(ana),
      addressOf(`https://calendar.example/${String(index)}`),
      now,
      answering(lunch()),
    );
  let asking = 0;
  let release = () => undefined as void;
  const all = new Promise<void>((resolve) => (release = resolve));
  const ask: Ask = async (url) => {
    asking += 1;
    if (asking === 10) release();
    await all;
    if (url.pathname === "/3") throw new Error("a bug");
    return url.pathname === "/4" ? refuse("too_slow") : ok("same");
  };
  expect(await readBusyCalendars(now.add({ minutes: 20 }), ask)).toEqual({ done: 8, skipped: 0, failed: 2 });
});

test("one's own address is read again at once; nobody else's, no file's, and none that was removed", async () => {
  const { ana, maya } = await people();
  const { ana: other } = await people();
  const address = addressOf();
  await addBusyAddress(viewerOf(ana), address, now, answering(lunch()));
  const again = async (viewer: Parameters<typeof readAgain>[0], calendar: string, answer: Ask) =>
    refusal(await readAgain(viewer, { key: newId(), calendar }, now.add({ minutes: 1 }), answer));
  const never: Ask = async () => Promise.reject(new Error("asked"));
  for (const viewer of [viewerOf(maya), viewerOf(other)])
    expect(await again(viewer, address.key, never)).toBe("not_found");
  expect(await again(stranger(), address.key, never)).toMatch(/not_found|signed_out/);
  const file = fileOf(lunch());
  await addBusyFile(viewerOf(ana), file, now);
  expect(await again(viewerOf(ana), file.key, never)).toBe("not_found");

  const shown = async () =>
    (await listBusyCalendars(viewerOf(ana), now)).find(({ id }) => id === address.key);
  expect(await shown()).toMatchObject({ isByAddress: true, entries: "1 busy time ahead" });
  expect(await again(viewerOf(ana), address.key, answering(lunch("STATUS:CANCELLED")))).toBe("ok");
  expect(await shown()).toMatchObject({ entries: "0 busy times ahead", problem: null });
  expect(await again(viewerOf(ana), address.key, async () => Promise.resolve(refuse("too_slow")))).toBe("ok");
  expect((await shown())?.problem).toMatch(/five seconds/);

  // Removed while its address is asked: nothing of it comes back.
  const removing: Ask = async () => {
    await removeBusyCalendar(viewerOf(ana), { key: newId(), calendar: address.key }, now);
    return ok({ text: lunch(), etag: null });
  };
  expect(await again(viewerOf(ana), address.key, removing)).toBe("not_found");
  expect(await db().busyTime.count({ where: { calendarId: address.key } })).toBe(0);
});
