import { defineConfig } from "vitest/config";

/** The file's name says the level; a test in tests/architecture refuses a file that matches none. */
const level = (names: string) => [`tests/*/{${names}}.test.{ts,tsx}`, `tests/*/{${names}}.*.test.{ts,tsx}`];
const outsideArchitecture = ["tests/architecture/**"];

const shared = {
  // It imports "next/server" without its extension, which Node alone does not find.
  server: { deps: { inline: ["next-auth"] } },
  setupFiles: ["tests/support/strict-console.ts"],
  env: { TZ: process.env["TZ"] ?? "Asia/Kathmandu" },
};

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    retry: 0,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "rules",
          include: level("words,schema,rules,policy,mail"),
          exclude: outsideArchitecture,
          // Pure, and yet some start processes of their own: a busy machine must not fail them.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: level("queries,commands,sweeps,actions"),
          exclude: outsideArchitecture,
          globalSetup: ["tests/support/template.ts"],
          setupFiles: [...shared.setupFiles, "tests/support/database.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "architecture",
          include: ["tests/architecture/*.test.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
