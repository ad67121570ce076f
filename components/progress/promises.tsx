import { Card, Section } from "#components/ui/page.tsx";
import { shareOf } from "#lib/post-mortems/rules/patterns.ts";
import { formWords, promiseAnswerLabels } from "#lib/post-mortems/words/form.ts";
import type { Progress } from "#lib/progress/queries.ts";
import { progressWords, promisesWords } from "#lib/progress/words.ts";

const answers = ["yes", "partly", "no", "did_not_come_up"] as const;

/** What became of the promises, each by its latest answer, and the one that is open. */
export function Promises({ promises: { kept, open } }: Pick<Progress, "promises">) {
  const answered = kept.cameUp + kept.did_not_come_up;
  return (
    <Section title={promisesWords.title}>
      {answered === 0 ? <p className="max-w-measure text-quiet">{promisesWords.none}</p> : null}
      {answered > 0 ? (
        <Card>
          <h3 className="font-semibold">{finding(kept)}</h3>
          <dl className="flex flex-wrap gap-x-6 gap-y-1">
            {answers.map((answer) => (
              <div key={answer} className="flex gap-2">
                <dt className="text-quiet">{promiseAnswerLabels[answer]}</dt>
                <dd className="font-semibold tabular-nums">{kept[answer]}</dd>
              </div>
            ))}
          </dl>
          {kept.cameUp > 0 && shareOf(kept.yes, kept.cameUp) === null ? (
            <p className="text-sm text-quiet">{progressWords.percentFrom}</p>
          ) : null}
        </Card>
      ) : null}
      {open ? (
        <div>
          <h3 className="font-semibold">{promisesWords.open}</h3>
          <p className="max-w-measure font-serif wrap-anywhere">
            {formWords.promiseSentence(open.if, open.then)}
          </p>
        </div>
      ) : null}
    </Section>
  );
}

function finding({ yes, cameUp }: Progress["promises"]["kept"]): string {
  if (cameUp === 0) return promisesWords.noneCameUp;
  const share = shareOf(yes, cameUp);
  return share === null ? promisesWords.kept(yes, cameUp) : promisesWords.keptShare(yes, cameUp, share);
}
