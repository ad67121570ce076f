import { run, type ChildOptions } from "./processes.ts";

/** A check of its own: a tool that says yes or no. */
export interface Check {
  name: string;
  /** The tool's script below node_modules, and its arguments. */
  tool: string[];
}

/** What is checked before a commit and again by `npm test`, the fastest first. */
export const CHECKS: Check[] = [
  { name: "format", tool: ["oxfmt/bin/oxfmt", "--check"] },
  { name: "lint", tool: ["oxlint/bin/oxlint"] },
  {
    name: "import rules",
    tool: [
      "dependency-cruiser/bin/dependency-cruiser.mjs",
      "--config",
      ".dependency-cruiser.mjs",
      "app",
      "components",
      "lib",
      "prisma",
      "scripts",
      "tests",
      "e2e",
      "proxy.ts",
      "instrumentation.ts",
    ],
  },
  // Next writes the types of pages and routes, which a fresh clone does not have.
  { name: "route types", tool: ["next/dist/bin/next", "typegen"] },
  { name: "types", tool: ["typescript/bin/tsc", "--noEmit"] },
  { name: "unused code", tool: ["knip/bin/knip.js", "--no-progress"] },
];

/** Runs a tool of node_modules with our Node, after saying what it is. */
export async function runTool(name: string, tool: string[], options: ChildOptions = {}): Promise<boolean> {
  const [script = "", ...args] = tool;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const code = await run(process.execPath, [`node_modules/${script}`, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    ...options,
  });
  console.log(
    `── ${name}: ${code === 0 ? "good" : "NOT GOOD"}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return code === 0;
}

/** What the tests are told: whose database server, and a zone that is no whole hour from any other, unless one is set. */
export function testEnvironment(server: string): Record<string, string> {
  return {
    TEST_DATABASE_SERVER: server,
    TZ: process.env["TZ"] ?? "Asia/Kathmandu",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
