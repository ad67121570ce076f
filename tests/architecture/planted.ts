import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./tree.ts";

/** What a tool said: its output and the code it ended with. */
export type Said = { readonly code: number | null; readonly out: string; readonly err: string };

/**
 * A copy of the house's configuration in a folder of its own, with only the given files in it:
 * a tool is run once over all planted violations, not once for each.
 */
export function plant(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  for (const kept of [
    "package.json",
    "tsconfig.json",
    ".dependency-cruiser.mjs",
    ".oxlintrc.json",
    "scripts/lint",
  ]) {
    cpSync(join(root, kept), join(folder, kept), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    run: (tool: string, ...args: string[]) => run(folder, tool, args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs an installed command in `cwd` with this very Node. */
function run(cwd: string, tool: string, args: readonly string[]): Promise<Said> {
  return new Promise((settle, fail) => {
    const bin = join(root, "node_modules/.bin");
    const child = spawn(join(bin, tool), args, {
      cwd,
      env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` },
    });
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk) => (said.out += String(chunk)));
    child.stderr.on("data", (chunk) => (said.err += String(chunk)));
    child.on("error", fail);
    child.on("close", (code) => settle({ code, ...said }));
  });
}
