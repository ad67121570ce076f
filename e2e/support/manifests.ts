import { readFileSync } from "node:fs";
import path from "node:path";
import { TEST_BUILD } from "../../scripts/services/stage.ts";

type ServerReferences = {
  node: Record<string, { exportedName?: string; filename?: string; workers: object }>;
};

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.resolve(TEST_BUILD, "server", name), "utf8"));
}

/** Every server action of the build: its id, its exported name and the file that it stands in. */
export function builtActions(): { id: string; name: string; file: string }[] {
  const { node } = read("server-reference-manifest.json") as ServerReferences;
  return Object.entries(node).map(([id, { exportedName = "", filename = "" }]) => ({
    id,
    name: exportedName,
    file: filename,
  }));
}

/** Next's page for an error in the root layout: no address leads to it. */
const noAddress = "/_global-error";

/** Every page and route handler of the build, as its address with the names of its parts. */
export function builtRoutes(): string[] {
  return builtPaths()
    .map(addressOf)
    .filter((one) => one !== noAddress);
}

/** Those of them that people look at. */
export function builtPages(): string[] {
  return builtPaths()
    .filter((one) => one.endsWith("/page"))
    .map(addressOf)
    .filter((one) => one !== noAddress);
}

function builtPaths(): string[] {
  return Object.keys(read("app-paths-manifest.json") as object);
}

function addressOf(path: string): string {
  return path.replace(/\/(?:page|route)$/, "").replaceAll(/\/\([^/]+\)/g, "") || "/";
}
