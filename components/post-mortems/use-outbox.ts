import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { openOutbox } from "#lib/browser/open-outbox.ts";
import type { News, OutboxState } from "#lib/browser/outbox-news.ts";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";
import { liveWords } from "#lib/post-mortems/words/live.ts";

type Waiting = ReturnType<ReturnType<typeof openOutbox>["waiting"]>["answers"];

type Heard = {
  /** What waits on this device since an earlier visit. */
  restore: (waiting: Waiting) => void;
  /** Finish was not taken, and why. */
  refuse: (sentence: string) => void;
};

/** How the answers of one post-mortem stand, and what becomes of them. Once it is finished, its page is opened. */
export function useOutbox(person: string, interview: string, { restore, refuse }: Heard) {
  const router = useRouter();
  const [state, setState] = useState<OutboxState>("quiet");
  const [isFinishing, setFinishing] = useState(false);
  const hear = useEffectEvent((news: News) => {
    if (news.interview !== interview) return;
    if (news.became === "finished") return router.push(`${addressOf(interview)}?done=finished`);
    // Refused answers are shown by themselves, in words of their own.
    if (news.what === "answers") return;
    setFinishing(false);
    if (news.refusal !== "already_finished") refuse(news.sentence || liveWords.notTaken);
  });
  const begin = useEffectEvent(() => {
    const { answers, finishes } = openOutbox(person).waiting(interview);
    setFinishing(finishes);
    if (answers.length > 0) restore(answers);
  });
  useEffect(() => {
    begin();
    return openOutbox(person).listen({ state: setState, news: hear });
  }, [person]);
  return { state, isFinishing, setFinishing };
}
