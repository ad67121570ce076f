import { Section } from "#components/ui/page.tsx";
import { Prose } from "#components/ui/words.tsx";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { readWords } from "#lib/post-mortems/words/form.ts";
import { feedbackWishShown, feedbackWords } from "#lib/post-mortems/words/rest.ts";
import { SelfRatings } from "./self-ratings.tsx";

/** What the optional steps of a post-mortem hold, for its candidate; nothing where they were passed over. */
export function OwnWords({ read }: { read: PostMortemRead }) {
  return (
    <>
      {read.keepLine ? (
        <Section title={readWords.keepLine}>
          <Prose>{read.keepLine}</Prose>
        </Section>
      ) : null}
      {read.workedWell ? (
        <Section title={readWords.workedWell}>
          <Prose>{read.workedWell}</Prose>
        </Section>
      ) : null}
      {read.ratings.length > 0 ? (
        <Section title={readWords.ratings}>
          <SelfRatings ratings={read.ratings} />
        </Section>
      ) : null}
      {read.feedbackWords || read.feedbackWish ? (
        <Section title={readWords.feedback}>
          {read.feedbackWords ? <Prose>{read.feedbackWords}</Prose> : null}
          {read.feedbackFrom ? (
            <p className="wrap-anywhere text-sm text-quiet">{feedbackWords.said(read.feedbackFrom)}</p>
          ) : null}
          {read.feedbackWish ? <p>{feedbackWishShown[read.feedbackWish].own}</p> : null}
        </Section>
      ) : null}
    </>
  );
}
