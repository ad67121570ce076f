import { vi } from "vitest";
import type { News, OutboxState } from "#lib/browser/outbox-news.ts";

type Body = {
  person: string;
  answers: { id: string; field: string; value: string; after?: string }[];
  start?: string;
  finish?: string;
};

/** One request to the server of answers, waiting for what the test says of it. */
type Request = Body & { postMortem: string };
type Say = (request: Request) => { status: number; refusal?: string; sentence?: string } | "no connection";

/** A browser as the outbox sees it: a storage, a connection and a server, each as the test wants it. */
export function device() {
  const kept = new Map<string, string>();
  const ofTheTab = new Map<string, string>();
  const page = new EventTarget();
  const state = { onLine: true, keeps: true, say: (() => ({ status: 200 })) as Say };
  const requests: Request[] = [];
  /** Requests on their way, where the test holds the server back. */
  const onTheirWay: (() => void)[] = [];
  let isHeld = false;
  const refuseWhereNothingIsKept = () => {
    if (!state.keeps) throw new DOMException("No room", "QuotaExceededError");
  };
  vi.stubGlobal("localStorage", {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, text: string) {
      refuseWhereNothingIsKept();
      kept.set(key, text);
    },
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => ofTheTab.get(key) ?? null,
    setItem(key: string, text: string) {
      refuseWhereNothingIsKept();
      ofTheTab.set(key, text);
    },
    removeItem: (key: string) => void ofTheTab.delete(key),
  });
  vi.stubGlobal("window", page);
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("navigator", {
    get onLine() {
      return state.onLine;
    },
  });
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
    const sent = JSON.parse(body) as Body;
    const request = { ...sent, postMortem: url.split("/")[3] ?? "" };
    requests.push(request);
    if (isHeld) await new Promise<void>((go) => onTheirWay.push(go));
    const said = state.say(request);
    if (said === "no connection") throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(said), { status: said.status });
  });
  return {
    kept,
    requests,
    answer: (say: Say) => void (state.say = say),
    keepsNothing: () => void (state.keeps = false),
    goOffline: () => void (state.onLine = false),
    goOnline() {
      state.onLine = true;
      page.dispatchEvent(new Event("online"));
    },
    hold: () => void (isHeld = true),
    release() {
      isHeld = false;
      for (const go of onTheirWay.splice(0)) go();
    },
  };
}

/** What waits in memory lives as long as its page: each test opens one of its own. */
export async function opened(person = "maya") {
  vi.resetModules();
  const { closeOutbox, openOutbox, ...outboxes } = await import("#lib/browser/open-outbox.ts");
  const outbox = openOutbox(person);
  const states: OutboxState[] = [];
  const news: News[] = [];
  outbox.listen({ state: (state) => void states.push(state), news: (one) => void news.push(one) });
  return { outbox, states, news, openOutbox, closeOutbox, ...outboxes };
}
