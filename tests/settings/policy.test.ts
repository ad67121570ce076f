import { expect, test } from "vitest";
import { canChangeSettings } from "#lib/settings/policy.ts";

test.each([
  ["admin", true],
  ["counselor", false],
  ["candidate", false],
] as const)("a %s may change settings: %s", (role, expected) => {
  expect(canChangeSettings({ role })).toBe(expected);
});
