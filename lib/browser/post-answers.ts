import { deviceTime, type Waiting, type WaitingAnswer } from "./waiting.ts";

const patienceMs = 30_000;
/** The oldest that a row may say it is: 30 days. */
const oldestMs = 30 * 24 * 60 * 60 * 1000;
/** Browsers refuse more than 64 KiB of requests that outlive their page. */
const outlives = 15_000;
/** Answers of the server after which a row is never taken: gone, against a rule, or in no shape. */
const refusedForGood = new Set([404, 409, 413, 415, 422]);

/** What the server said: it has them, it never will, or try again. */
export type Posted =
  | { kind: "taken" }
  | { kind: "refused"; refusal: string; sentence: string }
  | { kind: "later"; signedOut: boolean };

/** Sends rows of one post-mortem; what is not clear is tried again. */
export async function postAnswers(
  answers: readonly WaitingAnswer[],
  wish: Waiting | undefined,
): Promise<Posted> {
  const home = answers[0] ?? wish;
  if (!home) return { kind: "taken" };
  const body = JSON.stringify({
    person: home.person,
    answers: answers.map(sentForm),
    ...(home.start ? { start: home.interview } : {}),
    ...(wish ? { finish: wish.id } : {}),
  });
  try {
    const response = await fetch(`/api/post-mortems/${home.postMortem}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: body.length < outlives,
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { kind: "taken" };
    if (!refusedForGood.has(response.status)) return { kind: "later", signedOut: response.status === 401 };
    const said = (await response.json().catch(() => ({}))) as { refusal?: string; sentence?: string };
    return { kind: "refused", refusal: said.refusal ?? "bad_input", sentence: said.sentence ?? "" };
  } catch {
    return { kind: "later", signedOut: false };
  }
}

function sentForm({ id, field, value, after, at }: WaitingAnswer) {
  const ageMs = Math.min(oldestMs, Math.max(0, Math.round(deviceTime() - at)));
  return after === undefined ? { id, field, value, ageMs } : { id, field, value, ageMs, after };
}
