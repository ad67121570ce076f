import { allFeatures, floors, houseRooms, lenses, lensFloors } from "../../scripts/lint/rooms.ts";

const rooms = [...houseRooms, ...allFeatures];
const levels = {
  rules: ["words", "schema", "rules", "policy", "mail"],
  database: ["queries", "commands", "sweeps", "actions"],
};
const levelNames = [...levels.rules, ...levels.database].join("|");

/** The names of test files, and of what helps them; a file that matches none runs nowhere. */
const testFiles = [
  /^tests\/architecture\/[a-z0-9-]+\.test\.ts$/,
  new RegExp(
    `^tests/(?:${rooms.join("|")}|seed|scripts)/(?:${levelNames})(?:\\.[a-z0-9.-]+)?\\.test\\.tsx?$`,
  ),
  /^e2e\/[a-z0-9-]+\.spec\.ts$/,
];

const vague = /(?:^|\/)(?:index|utils?|helpers?|common|shared|misc|types?)(?:\.d)?(?:\.[a-z]+$|\/)/;
/** Names that Next or Node insist on: route segments, and files of the tools at the root. */
const kebab =
  /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\[{1,2}(?:\.\.\.)?[A-Za-z]+\]{1,2}|\([a-z-]+\)|@[a-z-]+)(?:\.[a-z0-9-]+)*$/;

const isCode = (path: string) => /\.(?:tsx?|mjs|js)$/.test(path);
const ours = /^(?:lib|components|app|prisma|scripts|e2e|tests)\//;

/** What is wrong with the place or the name of a file, as sentences. */
export function misplaced(path: string): string[] {
  const said: string[] = [];
  if (ours.test(path)) {
    if (isCode(path) && vague.test(path)) said.push("the name says nothing; name what it holds");
    if (isCode(path) && !path.split("/").every((part) => kebab.test(part)))
      said.push("names are in kebab case");
  }
  if (/\.(?:test|spec)\.[a-z]+$/.test(path) && !testFiles.some((name) => name.test(path)))
    said.push("this name is no level of tests, so nothing would run it");
  if (path.startsWith("lib/")) said.push(...inLib(path));
  if (path.startsWith("components/")) said.push(...inComponents(path));
  return said.map((sentence) => `${path}: ${sentence}`);
}

function inLib(path: string): string[] {
  const [, room = "", inside = ""] = path.split("/");
  if (!rooms.includes(room)) return [`${room} is not in the list of features (scripts/lint/rooms.ts)`];
  if (!allFeatures.includes(room)) return [];
  const floor = floors.find(
    (name) => inside === name || (/^\.tsx?$/.test(inside.slice(name.length)) && inside.startsWith(name)),
  );
  if (!floor) return [`a feature has the nine floors and no other file: ${floors.join(", ")}`];
  const isLens = lenses.some((name) => name === room);
  return isLens && !lensFloors.includes(floor) ? [`a lens has only ${lensFloors.join(", ")}`] : [];
}

function inComponents(path: string): string[] {
  const [, folder = ""] = path.split("/");
  return ["ui", "layout", ...allFeatures].includes(folder)
    ? []
    : [`${folder} is neither ui, layout nor a feature`];
}

/** A place that packages or programs would be fetched from: only the machine that installs may know it. */
const downloads = [
  /\bregistry\.[a-z0-9-]+\.[a-z]+/i,
  /^\s*(?:@[\w-]+:)?registry\s*=/m,
  /_auth(?:Token)?\s*=/,
  /"resolved":\s*"https?:/,
  /\b(?:cdn\.playwright\.dev|binaries\.prisma\.sh|objects\.githubusercontent\.com|codeload\.github\.com)\b/,
  /https?:\/\/[^\s"')]+\.(?:tgz|tar\.gz|tar\.xz|zip|deb|whl|exe|dmg)\b/i,
];

/** Addresses of registries and downloads in a committed file, as sentences. */
export function addresses({ path, text }: { path: string; text: string }): string[] {
  return downloads.flatMap((download) => {
    const found = download.exec(text)?.[0];
    return found ? [`${path}: ${found.trim()} is where packages are fetched from`] : [];
  });
}
