// What a fresh clone needs before anything else can run. Built-ins only: Node 20 reads this, and nothing is installed yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const client = path.join(root, "lib/infra/prisma");
const newNode = path.join(root, "node_modules/.bin/node");

let child;
let isHandedOver = false;
let isEnding = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);

// npm that is told to end tells its shell, and that shell tells nobody: we see it by having another parent.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || end(), 500).unref();

function end() {
  if (isEnding) return;
  isEnding = true;
  child?.kill("SIGTERM");
  // npm takes its time; what it leaves half done is seen and done anew next time.
  if (!isHandedOver) setTimeout(() => child?.kill("SIGKILL"), 2000);
}

/** Installs and generates what is missing, then runs `script` with the Node of node_modules, and ends as it ends. */
export async function handOver(script) {
  process.chdir(root);
  if (!isInstalled()) {
    console.log("Installing packages …");
    await must("npm", ["ci", "--loglevel=error"], "The packages could not be installed.");
    if (!existsSync(newNode))
      fail(
        "node_modules has no Node of its own: its install script did not run. Allow install scripts for the package node, then run `npm ci`.",
      );
  }
  if (!isGenerated()) {
    await must(
      newNode,
      ["node_modules/prisma/build/index.js", "generate"],
      "The database client could not be generated.",
      true,
    );
    writeFileSync(path.join(client, "made-from"), schemaHash());
  }
  isHandedOver = true;
  // The pipe is never written to. Its end tells the script that we have gone, however that happened.
  const code = await run(newNode, ["--import", "tsx", script, ...process.argv.slice(2)], {
    stdio: ["pipe", "inherit", "inherit"],
    env: { ...process.env, STARTED_BY_BOOTSTRAP: "1" },
  });
  process.exit(code);
}

/** Whether node_modules holds what the lock file says; npm writes its own list last, so a broken-off install has none. */
function isInstalled() {
  const list = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(list) || !existsSync(newNode)) return false;
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const there = readPackages(list);
  return Object.entries(wanted).every(
    ([name, { version, optional, peer }]) =>
      name === "" || optional || (peer && !there[name]) || there[name]?.version === version,
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function isGenerated() {
  const mark = path.join(client, "made-from");
  return (
    existsSync(mark) &&
    existsSync(path.join(client, "client.ts")) &&
    readFileSync(mark, "utf8") === schemaHash()
  );
}

function schemaHash() {
  const folder = path.join(root, "prisma/schema");
  const hash = createHash("sha256").update(readFileSync(path.join(root, "node_modules/prisma/package.json")));
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest("hex");
}

/** Runs a step without which nothing goes on; a quiet one shows its output only when it does not succeed. */
async function must(command, args, sentence, isQuiet = false) {
  const output = [];
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    PRISMA_DISABLE_WARNINGS: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const code = await run(
    command,
    args,
    { stdio: ["ignore", isQuiet ? "pipe" : "inherit", isQuiet ? "pipe" : "inherit"], env },
    output,
  );
  if (isEnding) process.exit(130);
  if (code !== 0) fail(`${output.join("")}${sentence}`);
}

function run(command, args, options, output) {
  return new Promise((resolve) => {
    child = spawn(command, args, options);
    child.stdout?.on("data", (chunk) => output?.push(chunk));
    child.stderr?.on("data", (chunk) => output?.push(chunk));
    child.on("error", (error) => fail(`${command} could not be started: ${error.message}`));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
