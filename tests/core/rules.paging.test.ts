import { expect, test } from "vitest";
import { pagePlaceFrom, pagePlaceText } from "#lib/core/paging.ts";

test("the place at which a page ended comes back as it was; anything else is no place", () => {
  const place = {
    at: Temporal.Instant.from("2026-11-24T12:00:00.123Z"),
    id: "7a6b1f0e-0d5e-4c63-9f0a-2b8d1f3c5e70",
  };
  expect(pagePlaceFrom(pagePlaceText(place))).toEqual(place);
  for (const odd of [
    undefined,
    "",
    "1",
    "1_2",
    "x_y",
    `1_${place.id}x`,
    [pagePlaceText(place)],
    `99999999999999_${place.id}`,
  ])
    expect(pagePlaceFrom(odd)).toBeNull();
});
