import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Packages, builds, data and the generated client: nobody here wrote them. */
const notOurs =
  /^(?:node_modules|\.git|\.next.*|\.data|test-results|playwright-report|screens|coverage|lib\/infra\/prisma|.*\.tsbuildinfo|next-env\.d\.ts|\.env.*)$/;

/** A file of the house: its path from the root, with `/`, and its text. */
export type HouseFile = { readonly path: string; readonly text: string };

/** Every path of the project that somebody wrote, below `folder` (the whole project by default). */
export function paths(folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (notOurs.test(path)) return [];
    if (entry.isDirectory()) return paths(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The files whose path matches, with their text. */
export function files(matching: RegExp): HouseFile[] {
  return paths()
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
