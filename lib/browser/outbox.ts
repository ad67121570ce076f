import { postAnswers, type Posted } from "./post-answers.ts";
import type { Listener, News, OutboxState } from "./outbox-news.ts";
import {
  deviceTime,
  forget,
  isAnswer,
  isOnlyHere,
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

/**
 * Keeps what one person answers on this device until the server has it: through a bad connection, a closed tab and an
 * ended session. Of a field only the latest answer of this tab waits; what was sent before it is the server's to keep.
 */
export class Outbox {
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
  /** A door that opens once the answers of its interview are there. */
  private door: { interview: string; then: () => void } | null = null;
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
    // What became of another interview's answers is not said of this one.
    listener.state(this.rows().length > 0 ? this.state : "quiet");
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
    if (!navigator.onLine && (first ?? this.door)) return this.wait("waiting", rows);
    this.openDoor();
    if (!first) return this.say(this.state === "quiet" ? "quiet" : "saved");
    void this.send(rows.filter((row) => row.interview === first.interview));
  }

  /**
   * Holds back what must come after the answers of this interview's post-mortem, such as another form: `then` is called
   * once all of them are there or refused, and there is a connection. False where nothing holds it back; the latest counts.
   */
  sendFirst(interview: string, then: () => void): boolean {
    if (navigator.onLine && this.waiting(interview).answers.length === 0) return false;
    this.door = { interview, then };
    this.flush();
    return true;
  }

  private openDoor(): void {
    if (this.door === null || this.waiting(this.door.interview).answers.length > 0) return;
    const { then } = this.door;
    this.door = null;
    then();
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
    const all = rows.filter(isAnswer);
    const answers = all.slice(0, this.oneByOne ? 1 : atOnce);
    const isLast = this.oneByOne ? all.length === 0 : answers.length === all.length;
    const wish = isLast ? rows.find((row) => row.kind === "finish") : undefined;
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
    const { interview } = rows[0] ?? { interview: "" };
    if (answer.kind === "refused") {
      const { refusal, sentence } = answer;
      if (wish) {
        // Whether it was Finish or an answer is not said: Finish is given up, and the answers are sent without it.
        forget([wish.id]);
        this.tell({ interview, became: "refused", what: "finish", refusal, sentence });
        return this.flush();
      }
      // What is refused stays here to be read.
      const still = new Set(waitingOf(this.person).map((row) => row.id));
      for (const row of answers.filter(({ id }) => still.has(id))) keep({ ...row, refused: refusal });
      this.tell({ interview, became: "refused", what: "answers", refusal, sentence });
    } else {
      forget(rows.map((row) => row.id));
      if (wish) this.tell({ interview, became: "finished" });
    }
    this.openDoor();
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
    this.say(state === "waiting" && isOnlyHere() ? "held" : state);
    this.later(this.pause);
    this.pause = Math.min(againMs.most, this.pause * 2);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    if (!this.isClosed) this.timer = setTimeout(() => this.flush(), ms);
  }

  /** Once it waits, that is what is said until it is there: another try is no news. */
  private sayMoving(): void {
    if (!["waiting", "held", "signedOut"].includes(this.state)) this.say("saving");
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
