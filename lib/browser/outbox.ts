import { postAnswers, type Posted } from "./post-answers.ts";
import type { Listener, News, OutboxState } from "./outbox-news.ts";
import {
  deviceTime,
  forget,
  isAnswer,
  keep,
  waitingOf,
  type Home,
  type Waiting,
  type WaitingAnswer,
} from "./waiting.ts";

type Answer = { readonly field: string; readonly value: string };

const restMs = 800;
const againMs = { least: 2000, most: 60_000 };
const atOnce = 100;

let open: Outbox | null = null;

/** The outbox of this person on this device: one for the page, whoever asks for it. */
export function openOutbox(person: string): Outbox {
  if (open?.person === person) return open;
  open?.close();
  open = new Outbox(person);
  return open;
}

/** Signing out: what was not sent is taken off this device. */
export function clearOutbox(): void {
  if (open) forget(waitingOf(open.person).map((row) => row.id));
  closeOutbox();
}

/** Nothing is sent any more from this page; what waits stays. */
export function closeOutbox(): void {
  open?.close();
  open = null;
}

/**
 * Keeps what one person answers on this device until the server has it: through a bad connection, a closed tab and an
 * ended session. Of a field only the latest answer of this tab waits; what was sent before it is the server's to keep.
 */
class Outbox {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private isClosed = false;
  private pause = againMs.least;
  private oneByOne = false;
  private state: OutboxState = "quiet";
  private readonly listeners = new Set<Listener>();
  /** Rows of this tab: the one that waits for each field, and the one that was on its way before it. */
  private readonly mine = new Map<string, string>();
  private readonly sent = new Map<string, string>();
  private readonly wake = () => {
    this.pause = againMs.least;
    this.flush();
  };

  constructor(readonly person: string) {
    window.addEventListener("online", this.wake);
    window.addEventListener("pagehide", this.wake);
    document.addEventListener("visibilitychange", this.wake);
    this.later(0);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    listener.state(this.state);
    return () => void this.listeners.delete(listener);
  }

  /** What waits for the post-mortem of this interview; `refused` has what no server will take. */
  waiting(interview: string): { answers: WaitingAnswer[]; finishes: boolean } {
    const rows = this.rows().filter((row) => row.interview === interview);
    return { answers: rows.filter(isAnswer), finishes: rows.some((row) => row.kind === "finish") };
  }

  refused(interview: string): WaitingAnswer[] {
    return waitingOf(this.person)
      .filter(isAnswer)
      .filter((row) => row.interview === interview && row.refused !== undefined);
  }

  /** Notes answers; they are sent after a short rest, or with the next `flush`. */
  put(home: Omit<Home, "person">, answers: readonly Answer[]): void {
    for (const { field, value } of answers) {
      const place = placeOf({ ...home, field });
      const replaced = this.mine.get(place);
      if (replaced !== undefined) forget([replaced]);
      const after = this.sent.get(place);
      const id = crypto.randomUUID();
      this.mine.set(place, id);
      const row = {
        ...home,
        person: this.person,
        id,
        at: deviceTime(),
        kind: "answer",
        field,
        value,
      } as const;
      keep(after === undefined ? row : { ...row, after });
    }
    if (answers.length === 0) return;
    this.sayMoving();
    this.later(restMs);
  }

  /** Notes that Finish was pressed, and sends it after all answers. `key` is the form's: it counts once. */
  finish(home: Omit<Home, "person">, key: string): void {
    keep({ ...home, person: this.person, id: key, at: deviceTime(), kind: "finish" });
    this.flush();
  }

  /** Sends what waits, now. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.isSending || this.isClosed) return;
    const rows = this.rows();
    const [first] = rows;
    if (!first) return this.say(this.state === "quiet" ? "quiet" : "saved");
    if (!navigator.onLine) return this.wait("waiting", rows);
    void this.send(rows.filter((row) => row.interview === first.interview));
  }

  /**
   * Sends what waits for this interview's post-mortem, and calls `then` once all of it is there or refused; says whether
   * anything does.
   */
  sendFirst(interview: string, then: () => void): boolean {
    const isWaiting = () => this.waiting(interview).answers.length > 0;
    if (!isWaiting()) return false;
    const stop = this.listen({
      state: () => undefined,
      news: () => undefined,
      settled: () => {
        if (isWaiting()) return;
        stop();
        then();
      },
    });
    this.flush();
    return true;
  }

  /** Takes rows off this device that nobody will send. */
  remove(rows: readonly Waiting[]): void {
    forget(rows.map((row) => row.id));
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    window.removeEventListener("online", this.wake);
    window.removeEventListener("pagehide", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
  }

  private rows(): Waiting[] {
    return waitingOf(this.person).filter((row) => row.refused === undefined);
  }

  private async send(rows: readonly Waiting[]): Promise<void> {
    this.isSending = true;
    this.sayMoving();
    const answers = rows.filter(isAnswer).slice(0, this.oneByOne ? 1 : atOnce);
    const wish = rows.find((row) => row.kind === "finish" && answers.length === rows.filter(isAnswer).length);
    this.noteSent(answers);
    const answer = await postAnswers(answers, wish);
    this.isSending = false;
    this.settle(answer, answers, wish);
  }

  /** From here on a newer answer of the same field comes after these, whatever their way takes. */
  private noteSent(answers: readonly WaitingAnswer[]): void {
    for (const row of answers) {
      const place = placeOf(row);
      if (this.mine.get(place) !== row.id) continue;
      this.sent.set(place, row.id);
      this.mine.delete(place);
    }
  }

  private settle(answer: Posted, answers: readonly WaitingAnswer[], wish: Waiting | undefined): void {
    const rows = wish ? [...answers, wish] : answers;
    if (answer.kind === "later") return this.wait(answer.signedOut ? "signedOut" : "waiting", answers);
    this.pause = againMs.least;
    if (answer.kind === "refused" && answer.refusal === "bad_input" && rows.length > 1) {
      // One of them is in no shape: alone, each of the others still gets there.
      this.oneByOne = true;
      return this.flush();
    }
    // Finish alone was not taken, or all of it: what is refused stays here to be read.
    const isRefused = answer.kind === "refused" && answer.refusal !== "nothing_yet";
    const still = new Set(waitingOf(this.person).map((row) => row.id));
    forget(rows.map((row) => row.id));
    if (isRefused)
      for (const row of answers.filter(({ id }) => still.has(id))) keep({ ...row, refused: answer.refusal });
    for (const listener of Array.from(this.listeners)) listener.settled?.();
    const { interview } = rows[0] ?? { interview: "" };
    if (answer.kind === "refused") {
      const { refusal, sentence } = answer;
      this.tell({ interview, became: "refused", refusal, sentence });
    } else if (wish) this.tell({ interview, became: "finished" });
    if (this.rows().length > 0) return this.flush();
    this.oneByOne = false;
    this.say(answer.kind === "refused" ? "quiet" : "saved");
  }

  /** Tries again later. Until then a newer answer of the same field takes the place of one of these. */
  private wait(state: OutboxState, rows: readonly Waiting[]): void {
    for (const row of rows.filter(isAnswer)) {
      const place = placeOf(row);
      if (!this.mine.has(place) && this.sent.get(place) === row.id) this.mine.set(place, row.id);
    }
    this.say(state);
    this.later(this.pause);
    this.pause = Math.min(againMs.most, this.pause * 2);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    if (!this.isClosed) this.timer = setTimeout(() => this.flush(), ms);
  }

  /** Once it waits, that is what is said until it is there: another try is no news. */
  private sayMoving(): void {
    if (this.state !== "waiting" && this.state !== "signedOut") this.say("saving");
  }

  private say(state: OutboxState): void {
    this.state = state;
    for (const listener of this.listeners) listener.state(state);
  }

  private tell(news: News): void {
    for (const listener of this.listeners) listener.news(news);
  }
}

/** Of which a tab has one waiting row at most. */
function placeOf({ interview, field }: { interview: string; field: string }): string {
  return `${interview} ${field}`;
}
