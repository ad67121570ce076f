import { defineConfig } from "@playwright/test";

import { browserOptions } from "./scripts/services/browser.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/support/open-stage.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  // The second factor is asked of all staff of the portal at once, so its journeys have it for themselves, at the end.
  projects: [
    { name: "journeys", testIgnore: "second-factor.spec.ts" },
    { name: "second-factor", testMatch: "second-factor.spec.ts", dependencies: ["journeys"] },
  ],
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ? [["list"], ["json"]] : [["list"]],
  use: {
    // Set by the global setup, before the workers read this file again.
    ...(process.env["PORTAL_URL"] ? { baseURL: process.env["PORTAL_URL"] } : {}),
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    locale: "en-GB",
    timezoneId: process.env["TZ"] ?? "Asia/Kathmandu",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: browserOptions(),
  },
});
