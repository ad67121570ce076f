import { GuideLink } from "#components/causes/guide-link.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { ChoiceChips } from "#components/ui/choices.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { causesToChoose } from "#lib/causes/rules/suggestions.ts";
import { causeName, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import type { Opinion } from "#lib/post-mortems/rules/opinions.ts";
import { appearanceOf } from "#lib/post-mortems/rules/ratings.ts";
import { formWords, opinionWords } from "#lib/post-mortems/words/form.ts";
import { callWords } from "#lib/post-mortems/words/news.ts";
import { openWords } from "#lib/post-mortems/words/patterns.ts";
import { tagsOf } from "#lib/questions/rules.ts";
import { giveOpinionAction } from "#lib/reviews/actions.ts";
import { reviewPageWords } from "#lib/reviews/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { FormDetails } from "#components/ui/form-details.tsx";

type Props = { read: PostMortemRead; form: FormState; hasTalked: boolean };

/** The counselor's own choice of causes, and once both have chosen, both: differences first. */
export function TwoOpinions({ read, form, hasTalked }: Props) {
  const { opinions, names } = read;
  if (!read.asksForCauses)
    return (
      <Section title={reviewPageWords.causesTitle}>
        <p className="text-quiet">{reviewPageWords.nobodyAsked}</p>
      </Section>
    );
  return (
    <Section title={reviewPageWords.causesTitle} id="causes">
      {opinions.own === null ? (
        <>
          <p className="text-sm text-quiet">{reviewPageWords.causesHint(names.candidate)}</p>
          <ChooseCauses read={read} form={form} />
        </>
      ) : null}
      {opinions.own !== null && !opinions.isRevealed ? (
        <>
          <Chosen opinion={opinions.own} taxonomy={read.taxonomy} by="You" />
          <p className="text-sm text-quiet">{reviewPageWords.waitingForOther(names.candidate)}</p>
        </>
      ) : null}
      {opinions.isRevealed ? <Revealed read={read} /> : null}
      {opinions.isRevealed && !hasTalked ? (
        <ChooseCauses read={read} form={form} folded={reviewPageWords.afterTalking} />
      ) : null}
    </Section>
  );
}

function Revealed({ read }: { read: PostMortemRead }) {
  const { opinions, names, promise } = read;
  if (!opinions.own || !opinions.other) return null;
  const sentence = {
    only_own: (cause: string) => opinionWords.onlyOwn(cause, names.candidate),
    only_other: (cause: string) => opinionWords.onlyOther(cause, names.candidate),
    own_weighs_more: (cause: string) => opinionWords.ownWeighsMore(cause, names.candidate),
    other_weighs_more: (cause: string) => opinionWords.otherWeighsMore(cause, names.candidate),
    both: opinionWords.both,
  };
  return (
    <div className="space-y-3">
      <p className="font-semibold">
        {opinions.isTogether
          ? callWords.chosenTogether(names.candidate)
          : opinions.agree
            ? opinionWords.agree(names.candidate)
            : opinionWords.differ(names.candidate)}
      </p>
      <ul className="list-disc space-y-1 pl-5">
        {opinions.compared.map(({ cause, standing }) => (
          <li key={cause}>
            {sentence[standing](causeName(read.taxonomy, cause))}
            <GuideLink cause={cause} taxonomy={read.taxonomy} />
          </li>
        ))}
      </ul>
      {opinions.isOpen ? <p className="text-sm text-quiet">{openWords}</p> : null}
      {promise ? (
        <p className="font-serif wrap-anywhere">{formWords.promiseSentence(promise.if, promise.then)}</p>
      ) : null}
    </div>
  );
}

function Chosen({ opinion, taxonomy, by }: { opinion: Opinion; taxonomy: Taxonomy; by: string }) {
  return (
    <ul aria-label={by} className="space-y-1">
      {[opinion.primary, ...opinion.contributing].map((cause, index) => (
        <li key={cause}>
          {index === 0 ? `${by}: ` : "Beside it: "}
          <span className={index === 0 ? "font-semibold" : ""}>{causeName(taxonomy, cause)}</span>
          <GuideLink cause={cause} taxonomy={taxonomy} />
        </li>
      ))}
    </ul>
  );
}

/** All causes in one list, those first that what was written points to. */
function ChooseCauses({ read, form, folded }: { read: PostMortemRead; form: FormState; folded?: string }) {
  const { suggested, beside, more } = causesToChoose(read.taxonomy, {
    questions: read.questions.map(({ rating, knewIt, bankId }) => ({ rating, knewIt, tags: tagsOf(bankId) })),
    signals: read.signals,
    outcomeReason: read.outcomeReason,
    format: read.format,
    appearance: appearanceOf(read.ratings),
  });
  const order = [...suggested.map(({ cause }) => cause), ...beside.map(({ cause }) => cause), ...more];
  const options = order.map((value) => ({ value, label: causeName(read.taxonomy, value) }));
  const fields = (
    <>
      <ChoiceChips name="primary" label={reviewPageWords.primary} options={options} />
      <FormDetails summary={reviewPageWords.contributing} field="contributing">
        <ChoiceChips
          name="contributing"
          label={reviewPageWords.contributing}
          labelHidden
          optional
          multiple
          options={options}
        />
      </FormDetails>
      <SubmitButton variant="quiet">{reviewPageWords.choose}</SubmitButton>
    </>
  );
  return (
    <ActionForm
      action={giveOpinionAction}
      initial={form}
      hidden={{ postMortem: read.id }}
      label={reviewPageWords.causesTitle}
      className="space-y-4"
    >
      {folded ? (
        <FormDetails summary={folded} field="primary">
          {fields}
        </FormDetails>
      ) : (
        fields
      )}
    </ActionForm>
  );
}
