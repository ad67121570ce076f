import { describe, expect, test } from "vitest";
import { addresses, misplaced } from "./structure.ts";
import { files, paths } from "./tree.ts";

const refused = [
  "lib/mocks/helpers.ts",
  "lib/core/index.ts",
  "lib/infra/utils.ts",
  "components/ui/types.ts",
  "components/shared/button.tsx",
  "lib/mocks/rules/common.ts",
  "lib/mocks/slots.ts",
  "lib/mocks/service.ts",
  "lib/coaching/rules.ts",
  "lib/desk/commands.ts",
  "lib/calendar/policy.ts",
  "lib/mocks/rules/bookSlot.ts",
  "components/ui/SubmitButton.tsx",
  "components/widgets/button.tsx",
  "tests/mocks/slots.test.ts",
  "tests/mocks/booking.commands.test.ts",
  "tests/nowhere/rules.test.ts",
  "lib/mocks/rules.test.ts",
  "e2e/main-job.test.ts",
];

const inPlace = [
  "lib/core/result.ts",
  "lib/mocks/mail.tsx",
  "lib/mocks/rules/slot-days.ts",
  "lib/post-mortems/schema.ts",
  "lib/desk/queries.ts",
  "components/ui/submit-button.tsx",
  "components/pocket-sheet/sheet.tsx",
  "app/(portal)/practice/mocks/[id]/page.tsx",
  "app/api/auth/[...nextauth]/route.ts",
  "app/global-error.tsx",
  "tests/mocks/rules.slots.cases.test.ts",
  "tests/infra/commands.transact.test.ts",
  "tests/accounts/mail.test.tsx",
  "tests/support/people.ts",
  "e2e/main-job.spec.ts",
];

/** Written in two pieces, so that this file holds no address itself. */
const fetched = [
  ["README.md", ["registry", "example", "org"].join(".")],
  [".npmrc", "registry = https://example.org/"],
  [".npmrc", ["//example.org/:_authToken", "abc"].join("=")],
  ["package-lock.json", ['"resolved": "https', '//example.org/a"'].join(":")],
  ["scripts/demo.mjs", ["https://example.org/node.tar", "gz"].join(".")],
] as const;

describe("a file in the wrong place is found", () => {
  test.each(refused)("%s", (path) => {
    expect(misplaced(path)).not.toEqual([]);
  });
});

describe("a file in its place is left alone", () => {
  test.each(inPlace)("%s", (path) => {
    expect(misplaced(path)).toEqual([]);
  });
});

describe("the address of a download is found", () => {
  test.each(fetched)("%s: %s", (path, text) => {
    expect(addresses({ path, text })).toHaveLength(1);
  });
});

test("every file stands where the house says", () => {
  expect(paths().flatMap((path) => misplaced(path))).toEqual([]);
});

test("no committed file names a place that packages are fetched from", () => {
  const text = files(
    /\.(?:[cm]?[jt]sx?|json|md|prisma|sql|ya?ml|toml|css|sh|example)$|(?:^|\/)(?:\.[a-z]+rc|run)$/,
  );
  expect(text.length).toBeGreaterThan(50);
  expect(text.flatMap((file) => addresses(file))).toEqual([]);
});
