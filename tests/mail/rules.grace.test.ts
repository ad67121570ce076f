import { expect, test } from "vitest";
import { graceUntil } from "#lib/mail/rules.ts";

const acted = Temporal.Instant.from("2026-12-01T15:00:00Z");
const until = acted.add({ minutes: 10 });

test.each([
  ["mock.missed", acted, until],
  ["mock.missed", until.subtract({ milliseconds: 1 }), until],
  ["mock.missed", until, null],
  ["mock.cancelled", acted, null],
  ["note.shared", acted, null],
] as const)("%s at %s waits until %s", (kind, now, expected) => {
  expect(graceUntil(kind, acted, now)).toEqual(expected);
});
