import { expect, test } from "vitest";
import { countKept } from "#lib/post-mortems/rules/kept-promises.ts";

test("each answer is counted, and what did not come up could not be kept", () => {
  expect(countKept([])).toEqual({ yes: 0, partly: 0, no: 0, did_not_come_up: 0, cameUp: 0 });
  expect(countKept(["yes", "no", "yes", "partly", "did_not_come_up", "did_not_come_up"])).toEqual({
    yes: 2,
    partly: 1,
    no: 1,
    did_not_come_up: 2,
    cameUp: 4,
  });
});
