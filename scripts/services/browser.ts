import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

import { run } from "./processes.ts";

/** Debian's and other systems' own. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

/** Options to start Chromium with: that of the system if there is one, else Playwright's. */
export function browserOptions(): { executablePath?: string; args: string[] } {
  const system = PLACES.find((place) => existsSync(place));
  return {
    ...(system ? { executablePath: system } : {}),
    // It would otherwise look for updates and the like, and root has no sandbox.
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      ...(userInfo().uid === 0 ? ["--no-sandbox"] : []),
    ],
  };
}

/** Installs a browser if there is none: Debian's as root, Playwright's elsewhere. Returns whether there is one now. */
export async function installBrowser(): Promise<boolean> {
  const isThere = () => existsSync(browserOptions().executablePath ?? chromium.executablePath());
  if (isThere()) return true;
  console.log("Installing a browser for the journeys …");
  if (userInfo().uid === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const quiet = { env, stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] };
    await run("apt-get", ["update", "-q"], quiet);
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], quiet);
  }
  if (!isThere())
    await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  return isThere();
}
