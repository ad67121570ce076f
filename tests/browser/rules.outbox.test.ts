import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { device, opened } from "./device.ts";

const home = { interview: "i1", postMortem: "p1", start: false };
const low = { field: "mood", value: "low" };
const rejected = { field: "outcome", value: "rejected" };
const surprise = (value: string) => ({ field: "surprise", value });

/** Until nothing is under way: everything but what waits for a later try. */
const settled = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("answers are sent in the order in which they were given, after a short rest, and leave the device", async () => {
  const { requests, kept } = device();
  const { outbox, states } = await opened();
  outbox.put(home, [low]);
  await vi.advanceTimersByTimeAsync(100);
  outbox.put(home, [rejected, surprise("Three people")]);
  await vi.advanceTimersByTimeAsync(700);
  expect(requests).toEqual([]);
  await settled();
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    person: "maya",
    postMortem: "p1",
    answers: [low, rejected, surprise("Three people")],
  });
  expect(kept.size).toBe(0);
  expect(states.at(-1)).toBe("saved");
});

test("of a field only the latest answer waits", async () => {
  const { requests, goOffline, goOnline } = device();
  const { outbox } = await opened();
  goOffline();
  for (const text of ["T", "Three", "Three people"]) outbox.put(home, [surprise(text)]);
  goOnline();
  await settled();
  expect(requests.map(({ answers }) => answers.map(({ value }) => value))).toEqual([["Three people"]]);
});

test("what is typed while others are on their way is sent too, after the answer that it replaces", async () => {
  const { requests, hold, release, kept } = device();
  const { outbox } = await opened();
  hold();
  outbox.put(home, [surprise("Three")]);
  outbox.flush();
  outbox.put(home, [surprise("Three people"), low]);
  await settled();
  expect(requests).toHaveLength(1);
  release();
  await settled();
  expect(requests).toHaveLength(2);
  const [first] = requests[0]?.answers ?? [];
  expect(requests[1]?.answers).toMatchObject([{ ...surprise("Three people"), after: first?.id }, low]);
  expect(kept.size).toBe(0);
});

test("an answer that never arrived is replaced by the newer one, and comes after none", async () => {
  const { requests, answer } = device();
  const { outbox, states } = await opened();
  answer(() => "no connection");
  outbox.put(home, [surprise("Three")]);
  outbox.flush();
  await settled();
  expect(states.at(-1)).toBe("waiting");
  outbox.put(home, [surprise("Three people")]);
  answer(() => ({ status: 200 }));
  await settled();
  expect(requests.at(-1)?.answers).toHaveLength(1);
  expect(requests.at(-1)?.answers).toMatchObject([surprise("Three people")]);
});

test("where the browser keeps nothing, that is said, and it is sent from the open page", async () => {
  const { keepsNothing, goOffline, goOnline, requests } = device();
  keepsNothing();
  const { outbox, states } = await opened();
  goOffline();
  outbox.put(home, [low]);
  await settled();
  expect(states.at(-1)).toBe("held");
  goOnline();
  await settled();
  expect(requests).toMatchObject([{ answers: [low] }]);
  expect(states.at(-1)).toBe("saved");
});

test("an ended session is said, and everything stays until somebody signed in again", async () => {
  const { answer, kept } = device();
  const { outbox, states } = await opened();
  answer(() => ({ status: 401 }));
  outbox.put(home, [low]);
  await settled();
  expect(states.at(-1)).toBe("signedOut");
  expect(kept.size).toBe(1);
  answer(() => ({ status: 200 }));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kept.size).toBe(0);
});

test.each([500, 502, 503, 429, 403, "no connection"] as const)(
  "after %s it is tried again, ever more slowly, and nothing is lost",
  async (status) => {
    const { answer, requests } = device();
    const { outbox, states } = await opened();
    answer(() => (status === "no connection" ? status : { status }));
    outbox.put(home, [low]);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(requests.length).toBeGreaterThan(50);
    expect(requests.length).toBeLessThan(70);
    expect(states.at(-1)).toBe("waiting");
    expect(outbox.waiting("i1").answers).toMatchObject([low]);
  },
);

test("what waits since a tab was lost is sent by the next page, of whatever interview", async () => {
  const { goOffline, goOnline, requests } = device();
  goOffline();
  const first = await opened();
  first.outbox.put(home, [low]);
  first.outbox.put({ ...home, interview: "i2", postMortem: "p2", start: true }, [rejected]);
  first.closeOutbox();
  goOnline();
  await settled();
  expect(requests).toEqual([]);
  await opened();
  await settled();
  expect(requests).toMatchObject([
    { postMortem: "p1", answers: [low] },
    { postMortem: "p2", answers: [rejected], start: "i2" },
  ]);
});

test("nobody sends what another person wrote on the same device", async () => {
  const { goOffline, goOnline, requests, kept } = device();
  goOffline();
  const { outbox, openOutbox } = await opened("maya");
  outbox.put(home, [low]);
  openOutbox("leo");
  goOnline();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests).toEqual([]);
  expect(kept.size).toBe(1);
});

test("signed out: what this person did not send is taken off the device, and nothing of anybody else", async () => {
  const { goOffline, kept } = device();
  goOffline();
  const { openOutbox, markLeaving, closeOutbox, clearLeft } = await opened("leo");
  openOutbox("leo").put(home, [rejected]);
  openOutbox("maya").put(home, [low]);
  markLeaving();
  closeOutbox();
  expect(kept.size).toBe(2);
  clearLeft();
  expect([...kept.values()].map((text) => JSON.parse(text) as unknown)).toMatchObject([{ person: "leo" }]);
});

test("a page that says so takes nothing off the device where nobody pressed it, or where they did before", async () => {
  const { goOffline, kept } = device();
  goOffline();
  const { openOutbox, markLeaving, clearLeft } = await opened();
  openOutbox("maya").put(home, [low]);
  clearLeft();
  expect(kept.size).toBe(1);
  markLeaving();
  clearLeft();
  openOutbox("maya").put(home, [low]);
  clearLeft();
  expect(kept.size).toBe(1);
});

test("where the browser keeps nothing, signing out is no error", async () => {
  const { keepsNothing } = device();
  keepsNothing();
  const { markLeaving, clearLeft } = await opened();
  expect(() => {
    markLeaving();
    clearLeft();
  }).not.toThrow();
});

test("what another program left in the storage is no answer", async () => {
  const { kept, requests } = device();
  for (const [at, text] of ["{", "null", "[]", '{"id":1}', '{"person":"maya"}'].entries())
    kept.set(`debrief:waiting:${at}`, text);
  kept.set("another", "x");
  await opened();
  await settled();
  expect(requests).toEqual([]);
  expect(kept.size).toBe(6);
});
