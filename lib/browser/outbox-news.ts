/**
 * How what somebody gives stands: nothing to say, on its way, there, waiting for the network (`held`: in this page alone,
 * where the browser keeps nothing), or for signing in.
 */
export type OutboxState = "quiet" | "saving" | "saved" | "waiting" | "held" | "signedOut";

/** What became of the post-mortem of an interview. */
export type News =
  | { interview: string; became: "finished" }
  /** `what`: the answers, or Finish, which was given up. */
  | { interview: string; became: "refused"; what: "answers" | "finish"; refusal: string; sentence: string };

export type Listener = {
  state: (state: OutboxState) => void;
  news: (news: News) => void;
};
