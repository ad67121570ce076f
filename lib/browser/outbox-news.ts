/** How what somebody gives stands: nothing to say, on its way, there, waiting for the network, or for signing in. */
export type OutboxState = "quiet" | "saving" | "saved" | "waiting" | "signedOut";

/** What became of the post-mortem of an interview. */
export type News =
  | { interview: string; became: "finished" }
  | { interview: string; became: "refused"; refusal: string; sentence: string };

export type Listener = {
  state: (state: OutboxState) => void;
  news: (news: News) => void;
  /** Rows were taken or refused. */
  settled?: () => void;
};
