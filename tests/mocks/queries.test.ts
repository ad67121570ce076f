import { expect, test } from "vitest";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { bookMock, cancelMock, moveMock } from "#lib/mocks/commands/booking.ts";
import { getMock, listBookable, listOwnSessions } from "#lib/mocks/queries/sessions.ts";
import { getSlotsToBook, getSlotsToMove } from "#lib/mocks/queries/slots.ts";
import { getWeek } from "#lib/mocks/queries/week.ts";
import { makeCandidate, makeInterview, makeMock, makePerson } from "../../prisma/seed/factories.ts";
import { askFor, db, people, refusal, viewerOf } from "./booked.ts";

const now = Temporal.Instant.from("2026-11-30T13:00:00Z");
const at = (text: string) => Temporal.Instant.from(text);
const mock = { kind: "mock", interviewId: null, week: null } as const;

/** All starts of the month, week by week as the page links to them. */
async function offered(
  viewer: ReturnType<typeof viewerOf>,
  candidateId: string,
  choice: { kind: "mock" | "prep"; interviewId: string | null } = mock,
) {
  const first = await getSlotsToBook(viewer, candidateId, { ...choice, week: null }, now);
  const starts: string[] = [];
  for (const { monday } of first?.weeks ?? []) {
    const month = await getSlotsToBook(
      viewer,
      candidateId,
      { ...choice, week: Temporal.PlainDate.from(monday) },
      now,
    );
    starts.push(...(month?.days.flatMap((day) => day.slots.map((slot) => slot.iso)) ?? []));
  }
  return starts;
}

test("what is offered can be booked and nothing else can, every twenty minutes of a day", async () => {
  const { ana, maya } = await people();
  const noor = await makeCandidate(db(), ana.id);
  await makeMock(db(), { candidateId: noor.id, counselorId: ana.id, startsAt: at("2026-12-01T16:00:00Z") });
  await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-12-01T19:00:00Z") });
  const shown = new Set(await offered(viewerOf(maya), maya.id));
  expect(shown.size).toBeGreaterThan(400);
  for (
    let start = at("2026-12-01T13:40:00Z"), count = 0;
    count < 22;
    count += 1, start = start.add({ minutes: 20 })
  ) {
    const ask = askFor(maya, start);
    const answer = refusal(await bookMock(viewerOf(maya), ask, now));
    expect([start.toString(), answer]).toEqual([
      start.toString(),
      shown.has(start.toString()) ? "ok" : answer === "too_soon" ? "too_soon" : "taken",
    ]);
    if (answer === "ok")
      expect(
        refusal(
          await cancelMock(
            viewerOf(maya),
            { key: newId(), mock: ask.key, version: 0, reason: "not_needed" },
            now,
          ),
        ),
      ).toBe("ok");
  }
});

test("a prep session is offered only where it ends before its interview; a booking removes its time", async () => {
  const { maya } = await people();
  const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-12-02T15:00:00Z") });
  const prep = { kind: "prep", interviewId: interview.id } as const;
  const shown = await offered(viewerOf(maya), maya.id, prep);
  expect(shown.at(-1)).toBe("2026-12-02T14:30:00Z");
  const ask = { ...askFor(maya, at("2026-12-02T14:30:00Z")), kind: "prep" as const, interview: interview.id };
  expect(refusal(await bookMock(viewerOf(maya), ask, now))).toBe("ok");
  expect(await offered(viewerOf(maya), maya.id, prep)).not.toContain("2026-12-02T14:30:00Z");
  expect(
    (await getSlotsToBook(viewerOf(maya), maya.id, { kind: "prep", interviewId: newId(), week: null }, now))
      ?.none,
  ).toBe("no_interview");
});

test("the month keeps local hours across the clock change, and each viewer reads their own wall time", async () => {
  const { ana, maya } = await people();
  const before = at("2027-03-09T14:00:00Z");
  const read = async (zone: string) =>
    (
      await getSlotsToBook(
        { ...viewerOf(ana), timeZone: zone },
        maya.id,
        { ...mock, week: Temporal.PlainDate.from("2027-03-15") },
        before,
      )
    )?.days[0];
  expect((await read("America/New_York"))?.slots[0]).toEqual({ iso: "2027-03-15T13:00:00Z", label: "09:00" });
  expect(await read("Asia/Kathmandu")).toMatchObject({
    label: "Monday 15 March",
    slots: expect.arrayContaining([{ iso: "2027-03-15T13:00:00Z", label: "18:45" }]),
  });
  const friday = await getSlotsToBook(viewerOf(ana), maya.id, { ...mock, week: null }, before);
  expect(friday?.days.at(-1)?.slots[0]).toEqual({ iso: "2027-03-12T14:00:00Z", label: "09:00" });
});

test("moving offers the session's own time's neighbours, and not its time; staff reach into the notice", async () => {
  const { ana, maya } = await people();
  const ask = askFor(maya, at("2026-12-01T15:00:00Z"));
  await bookMock(viewerOf(maya), ask, now);
  const starts =
    (await getSlotsToMove(viewerOf(maya), ask.key, null, now))?.days.flatMap((day) =>
      day.slots.map((slot) => slot.iso),
    ) ?? [];
  expect(starts).toContain("2026-12-01T15:15:00Z");
  expect(starts).not.toContain("2026-12-01T15:00:00Z");
  expect((await getSlotsToMove(viewerOf(ana), ask.key, null, now))?.days[0]?.slots[0]?.iso).toBe(
    "2026-11-30T14:00:00Z",
  );
  expect(
    refusal(
      await moveMock(
        viewerOf(maya),
        { key: newId(), mock: ask.key, version: 0, startsAt: at("2026-12-01T15:15:00Z") },
        now,
      ),
    ),
  ).toBe("ok");
  expect((await getSlotsToMove(viewerOf(maya), ask.key, null, at("2026-12-01T14:00:00Z")))?.blocked).toBe(
    "late_move",
  );
});

test("the month of slots takes four statements and the agency, whatever the data; the page adds the session", async () => {
  const { ana, maya } = await people();
  for (let day = 1; day <= 20; day += 1) {
    const { id } = await makeCandidate(db(), ana.id);
    await makeMock(db(), {
      candidateId: id,
      counselorId: ana.id,
      startsAt: at("2026-12-01T14:00:00Z").add({ hours: 24 * day }),
    });
    await makeInterview(db(), {
      candidateId: maya.id,
      startsAt: at("2026-12-01T14:00:00Z").add({ hours: 24 * day }),
    });
  }
  await bookMock(viewerOf(ana), askFor(maya, at("2026-12-01T15:00:00Z")), now);
  const booked = await db().mock.findFirstOrThrow({ where: { candidateId: maya.id } });
  expect(await statements(() => getSlotsToBook(viewerOf(maya), maya.id, mock, now))).toBe(5);
  expect(await statements(() => getSlotsToBook(viewerOf(ana), maya.id, mock, now))).toBe(5);
  expect(await statements(() => getSlotsToMove(viewerOf(maya), booked.id, null, now))).toBe(5);
  expect(await statements(() => getWeek(viewerOf(ana), null, now))).toBe(2);
  expect(await statements(() => listOwnSessions(viewerOf(maya), now))).toBe(2);
  expect(await statements(() => getMock(viewerOf(maya), booked.id, now))).toBe(2);
});

test("nobody reads what is not theirs", async () => {
  const { ana, maya } = await people();
  const other = await people();
  const admin = await makePerson(db(), { role: "admin" });
  const { id } = await makeMock(
    db(),
    { candidateId: maya.id, counselorId: ana.id, startsAt: at("2026-12-01T15:00:00Z") },
    { focus: "Only for us" },
  );
  for (const [viewer, sees] of [
    [maya, true],
    [ana, true],
    [admin, true],
    [other.maya, false],
    [other.ana, false],
  ] as const) {
    expect((await getMock(viewerOf(viewer), id, now)) !== null).toBe(sees);
    expect((await getSlotsToMove(viewerOf(viewer), id, null, now)) !== null).toBe(sees);
    expect((await getSlotsToBook(viewerOf(viewer), maya.id, mock, now)) !== null).toBe(sees);
  }
  expect(await listBookable(viewerOf(other.ana), now)).toEqual([
    expect.objectContaining({ id: other.maya.id }),
  ]);
  expect((await listOwnSessions(viewerOf(other.maya), now)).coming).toEqual([]);
});

test("a handed-over candidate's session is seen by both counselors, and says so", async () => {
  const { ana, maya } = await people();
  const { ana: ben } = await people();
  const { id } = await makeMock(db(), {
    candidateId: maya.id,
    counselorId: ana.id,
    startsAt: at("2026-12-01T15:00:00Z"),
  });
  await db().person.update({ where: { id: maya.id }, data: { counselorId: ben.id } });
  for (const person of [maya, ana, ben])
    expect((await getMock(viewerOf(person), id, now))?.whoCanSee).toMatch(/^You, .+, .+ and the agency/);
  expect((await getMock(viewerOf(maya), id, now))?.whoCanSee).toBe(
    `You, ${ana.name}, ${ben.name} and the agency's admins can see this.`,
  );
});

test("a counselor's week shows each session on the counselor's own date", async () => {
  const { ana, maya } = await people();
  const { id } = await makeMock(db(), {
    candidateId: maya.id,
    counselorId: ana.id,
    startsAt: at("2026-12-03T02:00:00Z"),
  });
  const week = await getWeek(viewerOf(ana), null, now);
  expect(week.days.map((day) => day.sessions.map((session) => session.id))).toEqual([
    [],
    [],
    [id],
    [],
    [],
    [],
    [],
  ]);
  expect(week.days[2]).toMatchObject({
    label: "Wednesday 2 December",
    hours: "09:00 to 17:00",
    sessions: [{ time: "21:00 to 21:45" }],
  });
  expect(instantOf((await db().mock.findUniqueOrThrow({ where: { id } })).startsAt).toString()).toBe(
    "2026-12-03T02:00:00Z",
  );
});

async function statements(read: () => Promise<unknown>): Promise<number> {
  let count = 0;
  listening.add(() => (count += 1));
  await read();
  listening.clear();
  return count;
}

const listening = new Set<() => void>();
let isWatched = false;
function watch(): void {
  if (isWatched) return;
  isWatched = true;
  (pagesDb() as unknown as { $on(event: "query", heard: () => void): void }).$on("query", () =>
    listening.forEach((hear) => hear()),
  );
}
watch();
