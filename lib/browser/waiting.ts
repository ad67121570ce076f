/** The post-mortem that a row belongs to. `start`: this device began it, so the server may not know it yet. */
export type Home = { person: string; interview: string; postMortem: string; start: boolean };

/** One answer, or the wish to finish, that waits for the network. `at` is this device's own time; only its age is sent. */
export type Waiting = Home & {
  id: string;
  at: number;
  /** The refusal of a server that will never take it: it is shown, and not sent again. */
  refused?: string;
} & ({ kind: "answer"; field: string; value: string; after?: string } | { kind: "finish" });

export type WaitingAnswer = Waiting & { kind: "answer" };

export function isAnswer(row: Waiting): row is WaitingAnswer {
  return row.kind === "answer";
}

const prefix = "debrief:waiting:";
/** For a browser that keeps nothing: what waits is then lost with the page, and sent from it all the same. */
const inMemory = new Map<string, string>();

/** Everything of this person that waits on this device, from whatever tab, the oldest first. One key a row, so that no tab overwrites another's. */
export function waitingOf(person: string): Waiting[] {
  return everything()
    .flatMap((text) => parse(text) ?? [])
    .filter((row) => row.person === person)
    .toSorted((one, other) => one.at - other.at);
}

/** Keeps a row; the same id again replaces it. */
export function keep(row: Waiting): void {
  const [key, text] = [prefix + row.id, JSON.stringify(row)];
  try {
    localStorage.setItem(key, text);
    inMemory.delete(key);
  } catch {
    inMemory.set(key, text);
  }
}

/** Whether something waits in this page alone, and is lost with it. */
export function isOnlyHere(): boolean {
  return inMemory.size > 0;
}

export function forget(ids: readonly string[]): void {
  for (const id of ids) {
    inMemory.delete(prefix + id);
    try {
      localStorage.removeItem(prefix + id);
    } catch {
      // Nothing is kept there.
    }
  }
}

/** A row that could not be kept again counts as it is in memory: the older text of it would be sent for ever. */
function everything(): string[] {
  const found = new Map<string, string>();
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key?.startsWith(prefix)) found.set(key, localStorage.getItem(key) ?? "");
    }
  } catch {
    // Nothing is kept there.
  }
  for (const [key, text] of inMemory) found.set(key, text);
  return [...found.values()];
}

function parse(text: string): Waiting | null {
  try {
    const row: unknown = JSON.parse(text);
    return isRow(row) ? row : null;
  } catch {
    return null;
  }
}

function isRow(row: unknown): row is Waiting {
  if (typeof row !== "object" || row === null) return false;
  const { id, person, interview, postMortem, at } = row as Partial<Waiting>;
  return (
    [id, person, interview, postMortem].every((text) => typeof text === "string") && typeof at === "number"
  );
}

/** This device's time in milliseconds: only differences of it are used. */
export function deviceTime(): number {
  return performance.timeOrigin + performance.now();
}
