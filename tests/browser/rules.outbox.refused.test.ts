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

test("one answer in no shape keeps none of the others back, is shown, and is never sent again", async () => {
  const { requests, answer } = device();
  const { outbox, news, states } = await opened();
  const isBad = (field: string) => field === "surprise";
  answer(({ answers }) =>
    answers.some(({ field }) => isBad(field)) ? { status: 422, refusal: "bad_input" } : { status: 200 },
  );
  outbox.put(home, [low, surprise("odd"), rejected]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests.map(({ answers }) => answers.map(({ field }) => field))).toEqual([
    ["mood", "surprise", "outcome"],
    ["mood"],
    ["surprise"],
    ["outcome"],
  ]);
  expect(outbox.waiting("i1")).toEqual({ answers: [], finishes: false });
  expect(outbox.refused("i1")).toMatchObject([{ ...surprise("odd"), refused: "bad_input" }]);
  expect(news).toMatchObject([{ became: "refused", what: "answers", refusal: "bad_input" }]);
  expect(states.at(-1)).toBe("saved");
});

test("a server that takes nothing at all is asked once for each answer, not for ever", async () => {
  const { requests, answer } = device();
  const { outbox } = await opened();
  answer(() => ({ status: 422 }));
  outbox.put(home, [low, rejected]);
  outbox.finish(home, "k1");
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests).toHaveLength(4);
  expect(outbox.waiting("i1")).toEqual({ answers: [], finishes: false });
  expect(outbox.refused("i1")).toHaveLength(2);
});

test("an answer that is refused where there is no room to note that is not sent again either", async () => {
  const { requests, answer, keepsNothing } = device();
  const { outbox } = await opened();
  answer(() => ({ status: 409, refusal: "full" }));
  outbox.put(home, [low]);
  keepsNothing();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests).toHaveLength(1);
  expect(outbox.refused("i1")).toMatchObject([{ ...low, refused: "full" }]);
});

test("Finish goes with the last answers, and its page is told", async () => {
  const { requests, kept } = device();
  const { outbox, news } = await opened();
  outbox.put(home, [low]);
  outbox.finish(home, "k1");
  await settled();
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ answers: [low], finish: "k1" });
  expect(news).toEqual([{ interview: "i1", became: "finished" }]);
  expect(kept.size).toBe(0);
});

test("of more answers than one request takes, Finish goes with the last", async () => {
  const { requests } = device();
  const { outbox } = await opened();
  const many = Array.from({ length: 230 }, (_, at) => ({ field: `field.${at}`, value: "x" }));
  outbox.put(home, many);
  outbox.finish(home, "k1");
  await settled();
  expect(requests.map(({ answers, finish }) => [answers.length, finish])).toEqual([
    [100, undefined],
    [100, undefined],
    [30, "k1"],
  ]);
});

test("a Finish that is not taken is given up and said, and the answers get there without it", async () => {
  const { requests, answer, kept } = device();
  const { outbox, news, states } = await opened();
  answer(({ finish }) =>
    finish ? { status: 409, refusal: "no_such_time", sentence: "Clocks go forward then." } : { status: 200 },
  );
  outbox.put(home, [low, rejected]);
  outbox.finish(home, "k1");
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests.map(({ answers, finish }) => [answers.length, finish])).toEqual([
    [2, "k1"],
    [2, undefined],
  ]);
  expect(news).toEqual([
    {
      interview: "i1",
      became: "refused",
      what: "finish",
      refusal: "no_such_time",
      sentence: "Clocks go forward then.",
    },
  ]);
  expect(kept.size).toBe(0);
  expect(states.at(-1)).toBe("saved");
});

test("where it was finished meanwhile, the answers stay to be read", async () => {
  const { answer } = device();
  const { outbox, news } = await opened();
  answer(() => ({ status: 409, refusal: "already_finished" }));
  outbox.put(home, [surprise("Three people")]);
  outbox.finish(home, "k1");
  await settled();
  expect(outbox.refused("i1")).toMatchObject([surprise("Three people")]);
  expect(news.map((one) => "what" in one && one.what)).toEqual(["finish", "answers"]);
});

test("another door's form waits for a connection, though no answer does", async () => {
  const { goOffline, goOnline } = device();
  const { outbox, states } = await opened();
  const then = vi.fn<() => void>();
  expect(outbox.sendFirst("i1", then)).toBe(false);
  goOffline();
  expect(outbox.sendFirst("i1", then)).toBe(true);
  await settled();
  expect(states.at(-1)).toBe("waiting");
  expect(then).not.toHaveBeenCalled();
  goOnline();
  await settled();
  expect(then).toHaveBeenCalledOnce();
  goOffline();
  goOnline();
  await settled();
  expect(then).toHaveBeenCalledOnce();
});

test("another door's form waits until every answer of its interview is there or refused", async () => {
  const { answer, requests, hold, release } = device();
  const { outbox, sendFirst } = await opened();
  const then = vi.fn<() => void>();
  answer(() => ({ status: 409, refusal: "full" }));
  hold();
  outbox.put({ ...home, interview: "i0" }, [low]);
  outbox.put(home, [low]);
  expect(sendFirst("i1", then)).toBe(true);
  await settled();
  expect(requests).toHaveLength(1);
  expect(then).not.toHaveBeenCalled();
  release();
  await settled();
  expect(requests).toHaveLength(2);
  expect(then).toHaveBeenCalledOnce();
  expect(sendFirst("i1", then)).toBe(false);
});

test("without a page of the portal nothing holds a form back", async () => {
  device();
  const { closeOutbox, sendFirst } = await opened();
  closeOutbox();
  expect(sendFirst("i1", () => undefined)).toBe(false);
});
