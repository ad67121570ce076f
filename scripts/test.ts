// npm test: everything that CI runs, with services of its own; the last line says how many passed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { installBrowser } from "./services/browser.ts";
import { buildPortal, endOfFile } from "./services/portal.ts";
import { startPostgres } from "./services/postgres.ts";
import { endAll, endWhenTold, isEnding } from "./services/processes.ts";
import { TEST_BUILD, TEST_BUILD_LOG } from "./services/stage.ts";
import { CHECKS, runTool, testEnvironment } from "./services/stages.ts";

const REPORTS = path.resolve(".data/reports");
const UNIT = path.join(REPORTS, "vitest.json");
const JOURNEYS = path.join(REPORTS, "playwright.json");

const count = { passed: 0, failed: 0 };
const bad: string[] = [];

endWhenTold(130);

try {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  for (const { name, tool } of CHECKS) record(name, await runTool(name, tool));

  const isBuilt = await buildPortal(TEST_BUILD, TEST_BUILD_LOG, console.log);
  record("build", isBuilt);
  if (!isBuilt) console.log(endOfFile(TEST_BUILD_LOG));

  const postgres = await startPostgres();
  const env = testEnvironment(postgres.url("postgres"));
  const isGood = await runTool(
    "vitest",
    ["vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${UNIT}`],
    { env },
  );
  recordTests("vitest", isGood, readUnitReport());

  if (isBuilt) await runJourneys(env);
  else record("journeys, as there is no build", false);
} catch (error) {
  if (!isEnding()) {
    console.error(error);
    record("the run itself", false);
  }
}

if (!isEnding()) {
  await endAll();
  if (bad.length > 0) console.log(`\nNot good: ${bad.join(", ")}.`);
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  process.exit(count.failed > 0 ? 1 : 0);
}

async function runJourneys(env: Record<string, string | undefined>): Promise<void> {
  if (!existsSync("e2e") || !(await installBrowser())) return record("a browser for the journeys", false);
  const isGood = await runTool("journeys", ["@playwright/test/cli.js", "test"], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: JOURNEYS },
  });
  recordTests("journeys", isGood, readJourneyReport());
}

function record(name: string, isGood: boolean): void {
  count[isGood ? "passed" : "failed"]++;
  if (!isGood) bad.push(name);
}

/** A run that ends badly without a bad test (a file that cannot be read, a setup that fails) counts as one. */
function recordTests(
  name: string,
  isGood: boolean,
  { passed, failed }: { passed: number; failed: number },
): void {
  count.passed += passed;
  count.failed += !isGood && failed === 0 ? 1 : failed;
  if (!isGood) bad.push(name);
}

function readUnitReport(): { passed: number; failed: number } {
  if (!existsSync(UNIT)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(UNIT, "utf8")) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function readJourneyReport(): { passed: number; failed: number } {
  if (!existsSync(JOURNEYS)) return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(JOURNEYS, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
