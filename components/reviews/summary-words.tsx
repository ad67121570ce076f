import type { ReactNode } from "react";
import { SelfRatings } from "#components/post-mortems/self-ratings.tsx";
import { Prose } from "#components/ui/words.tsx";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { feedbackWishShown } from "#lib/post-mortems/words/rest.ts";
import { reviewPageWords } from "#lib/reviews/words.ts";

/** What the candidate added beside the questions: what worked, the own ratings, the employer's words or what is wished for. */
export function SummaryWords({ read }: { read: PostMortemRead }) {
  return (
    <>
      {read.keepLine ? (
        <Part title={reviewPageWords.keepLine}>
          <Prose>{read.keepLine}</Prose>
        </Part>
      ) : null}
      {read.workedWell ? (
        <Part title={reviewPageWords.workedWell}>
          <Prose>{read.workedWell}</Prose>
        </Part>
      ) : null}
      {read.ratings.length > 0 ? (
        <Part title={reviewPageWords.ratings}>
          <SelfRatings ratings={read.ratings} />
        </Part>
      ) : null}
      {read.feedbackWords ? (
        <Part title={reviewPageWords.feedback}>
          <Prose>{read.feedbackWords}</Prose>
          {read.feedbackFrom ? (
            <p className="wrap-anywhere text-sm text-quiet">{reviewPageWords.saidBy(read.feedbackFrom)}</p>
          ) : null}
        </Part>
      ) : null}
      {read.feedbackWish ? (
        <p className="font-semibold">{feedbackWishShown[read.feedbackWish].staff}</p>
      ) : null}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      {children}
    </div>
  );
}
