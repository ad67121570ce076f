import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";

/** Who runs PostgreSQL: ourselves, or, as it refuses root, another user of this machine. */
export interface DatabaseUser {
  uid?: number;
  gid?: number;
}

/** The user for the database; root gets one of its own made, if there is none. */
export function databaseUser(): DatabaseUser {
  if (userInfo().uid !== 0) return {};
  const found = idsOf("postgres") ?? idsOf("debrief-db");
  if (found) return found;
  execFileSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    "/",
    "--shell",
    "/usr/sbin/nologin",
    "debrief-db",
  ]);
  const made = idsOf("debrief-db");
  if (!made)
    throw new Error(
      "PostgreSQL does not run as root, and no user could be made for it. Run this as an ordinary user.",
    );
  return made;
}

/** Makes `folder`, belonging to the database's user, here or, where that user cannot enter, under /var/lib. */
export function reachableFolder(user: DatabaseUser, folder: string): string {
  const name = `debrief-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  // Root alone writes to /var/lib, so nobody can have put something else under that name.
  for (const place of [folder, path.join("/var/lib", name)]) {
    try {
      mkdirSync(place, { recursive: true });
      if (user.uid !== undefined && user.gid !== undefined) chownSync(place, user.uid, user.gid);
      if (canDo(user, ["-w", place, "-a", "-x", place])) return place;
    } catch {
      // Not there; the next place.
    }
  }
  throw new Error(`The database's user can write neither to ${folder} nor to /var/lib.`);
}

/** PostgreSQL's folder (bin, lib, share) where the user can run it: the package's own, or one copy for this machine. */
export function reachableBinaries(user: DatabaseUser, native: string, version: string): string {
  if (canDo(user, ["-x", path.join(native, "bin", "postgres"), "-a", "-r", path.join(native, "share")]))
    return native;
  const copy = `/var/lib/debrief-postgres-${version}`;
  if (existsSync(copy)) return copy;
  // Under another name until it is complete; whoever is first wins.
  const unfinished = `${copy}-${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  execFileSync("chmod", ["-R", "u=rwX,go=rX", unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** `test …`, asked as that user: only the system itself knows every rule on the way there. */
function canDo(user: DatabaseUser, test: string[]): boolean {
  try {
    execFileSync("/bin/sh", ["-c", 'test "$@"', "sh", ...test], { ...user, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
