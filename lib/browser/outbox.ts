/** What the page says about the answers that somebody is typing. */
export type OutboxState = "quiet" | "saving" | "saved" | "waiting";

/** One answer that waits: its time is this device's own, and only its age is ever sent. */
type Waiting = { id: string; field: string; value: string; at: number };

export type Outbox = {
  /** Notes the present value of a field; it is sent after a short rest. */
  put(field: string, value: string): void;
  /** Sends what waits, now. */
  flush(): void;
  /** The form itself is on its way with these values: what is being sent must not arrive after it. */
  hold(): void;
  /** Sends what waits and stops listening. */
  close(): void;
};

const restMs = 800;
const againMs = 10_000;
/** Answers of the server after which a row is never taken: gone, finished, or in no shape. */
const refusedForGood = new Set([403, 404, 409, 413, 415, 422]);

/** This device's time in milliseconds: only differences of it are used. */
function deviceTime(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Keeps the answers of one post-mortem on this device until the server has them: through a bad connection, a closed tab
 * and an ended session. Only the latest value of each field waits. `tell` hears how it stands.
 */
export function openOutbox(postMortem: string, tell: (state: OutboxState) => void): Outbox {
  const store = `answers:${postMortem}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: AbortController | undefined;
  let closed = false;

  const say = (state: OutboxState) => {
    if (!closed) tell(state);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(flush, ms);
  };

  function flush(): void {
    clearTimeout(timer);
    const rows = readRows(store);
    if (rows.length === 0 || sending) return;
    const mine = new AbortController();
    sending = mine;
    say("saving");
    void send(postMortem, rows, mine.signal).then((settled) => {
      if (sending === mine) sending = undefined;
      if (mine.signal.aborted) return;
      if (settled) forget(store, rows);
      say(settled ? "saved" : "waiting");
      if (closed) return;
      if (!settled) later(againMs);
      else if (readRows(store).length > 0) later(restMs);
    });
  }

  const onOnline = () => flush();
  window.addEventListener("online", onOnline);
  window.addEventListener("pagehide", onOnline);
  if (readRows(store).length > 0) flush();

  return {
    put(field, value) {
      const others = readRows(store).filter((row) => row.field !== field);
      writeRows(store, [...others, { id: crypto.randomUUID(), field, value, at: deviceTime() }]);
      say("saving");
      later(restMs);
    },
    flush,
    hold() {
      clearTimeout(timer);
      sending?.abort();
      sending = undefined;
    },
    close() {
      closed = true;
      window.removeEventListener("online", onOnline);
      window.removeEventListener("pagehide", onOnline);
      flush();
      clearTimeout(timer);
    },
  };
}

/** Whether the rows need not be sent again: they are there, or never will be. */
async function send(postMortem: string, rows: readonly Waiting[], signal: AbortSignal): Promise<boolean> {
  const answers = rows.map(({ at, ...row }) => ({
    ...row,
    ageMs: Math.max(0, Math.round(deviceTime() - at)),
  }));
  try {
    const response = await fetch(`/api/post-mortems/${postMortem}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answers }),
      keepalive: true,
      signal,
    });
    return response.ok || refusedForGood.has(response.status);
  } catch {
    return false;
  }
}

function readRows(store: string): Waiting[] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(store) ?? "[]");
    return Array.isArray(rows) ? (rows as Waiting[]) : [];
  } catch {
    return [];
  }
}

function writeRows(store: string, rows: readonly Waiting[]): void {
  try {
    if (rows.length === 0) localStorage.removeItem(store);
    else localStorage.setItem(store, JSON.stringify(rows));
  } catch {
    // A browser that keeps nothing still sends the form itself.
  }
}

/** Takes these very rows out; what was typed while they were on their way stays. */
function forget(store: string, sent: readonly Waiting[]): void {
  const ids = new Set(sent.map((row) => row.id));
  writeRows(
    store,
    readRows(store).filter((row) => !ids.has(row.id)),
  );
}
