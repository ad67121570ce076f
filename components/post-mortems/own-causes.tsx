import { GuideLink } from "#components/causes/guide-link.tsx";
import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { causesToChoose } from "#lib/causes/rules/suggestions.ts";
import { causeName, causeOf, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { chooseCausesAction } from "#lib/plan/actions.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import type { Opinion } from "#lib/post-mortems/rules/opinions.ts";
import { appearanceOf } from "#lib/post-mortems/rules/ratings.ts";
import { formWords, opinionWords, readWords } from "#lib/post-mortems/words/form.ts";
import { callWords } from "#lib/post-mortems/words/news.ts";
import { openWords } from "#lib/post-mortems/words/patterns.ts";
import { tagsOf } from "#lib/questions/rules.ts";
import type { FormFor } from "#lib/web/form-state.ts";

/** What got in the way, as the candidate sees it: the own choice, and both once both have chosen. */
export function OwnCauses({ read, form }: { read: PostMortemRead; form: FormFor }) {
  const { opinions, names } = read;
  const name = names.counselor ?? formWords.yourCounselor;
  if (!read.asksForCauses) return null;
  return (
    <Section title={readWords.causes} id="causes">
      {opinions.own && !opinions.isRevealed ? (
        <Chosen opinion={opinions.own} taxonomy={read.taxonomy} />
      ) : null}
      {opinions.own && !opinions.isRevealed && read.sharing !== "only_me" ? (
        <p className="text-sm text-quiet print:hidden">{opinionWords.waitingForOther(name)}</p>
      ) : null}
      {opinions.isRevealed ? <BothOpinions read={read} name={name} /> : null}
      {opinions.own === null ? <YoursFirst read={read} name={name} form={form} /> : null}
    </Section>
  );
}

function Chosen({ opinion, taxonomy }: { opinion: Opinion; taxonomy: Taxonomy }) {
  return (
    <ul className="space-y-2">
      {[opinion.primary, ...opinion.contributing].map((cause, index) => (
        <li key={cause}>
          <p className={index === 0 ? "font-semibold" : ""}>{causeName(taxonomy, cause)}</p>
          <p className="text-sm text-quiet">{causeOf(taxonomy, cause).line}</p>
          <GuideLink cause={cause} taxonomy={taxonomy} />
        </li>
      ))}
    </ul>
  );
}

function BothOpinions({ read, name }: { read: PostMortemRead; name: string }) {
  const { compared, agree, isOpen, isTogether } = read.opinions;
  const sentences = {
    only_own: opinionWords.onlyOwn,
    only_other: opinionWords.onlyOther,
    own_weighs_more: opinionWords.ownWeighsMore,
    other_weighs_more: opinionWords.otherWeighsMore,
    both: opinionWords.both,
  };
  return (
    <>
      <p className="font-semibold">
        {isTogether
          ? callWords.chosenTogether(name)
          : agree
            ? opinionWords.agree(name)
            : opinionWords.differ(name)}
      </p>
      <ul className="list-disc space-y-1 pl-5">
        {compared.map(({ cause, standing }) => (
          <li key={cause}>
            {sentences[standing](causeName(read.taxonomy, cause), name)}
            <GuideLink cause={cause} taxonomy={read.taxonomy} />
          </li>
        ))}
      </ul>
      {isOpen ? <p className="text-sm text-quiet">{openWords}</p> : null}
    </>
  );
}

/** Without a choice of one's own: give it, or see the other's, which notes "not sure yet". */
function YoursFirst({ read, name, form }: { read: PostMortemRead; name: string; form: FormFor }) {
  const hidden = { postMortem: read.id };
  const { suggested, beside, more } = causesToChoose(read.taxonomy, {
    questions: read.questions.map(({ rating, knewIt, bankId }) => ({ rating, knewIt, tags: tagsOf(bankId) })),
    signals: read.signals,
    outcomeReason: read.outcomeReason,
    format: read.format,
    appearance: appearanceOf(read.ratings),
  });
  const option = (cause: CauseCode) => ({
    value: cause,
    label: causeName(read.taxonomy, cause),
    hint: causeOf(read.taxonomy, cause).line,
  });
  const order = [...suggested, ...beside].map(({ cause }) => cause);
  return (
    <div className="space-y-4 print:hidden">
      {read.opinions.otherHasChosen ? <p>{opinionWords.yoursFirst(name)}</p> : null}
      <Details summary={opinionWords.giveMine}>
        <ActionForm action={chooseCausesAction} initial={form("chooseCausesAction", hidden)} hidden={hidden}>
          <ChoiceButtons
            name="primary"
            label={readWords.causes}
            labelHidden
            options={[...order, ...more].map(option)}
          />
        </ActionForm>
      </Details>
      {read.opinions.otherHasChosen ? (
        <ActionForm
          action={chooseCausesAction}
          initial={form("", hidden)}
          hidden={hidden}
          className="space-y-2"
        >
          <SubmitButton variant="quiet" name="primary" value="UNSURE">
            {opinionWords.showMe}
          </SubmitButton>
          <p className="text-sm text-quiet">{opinionWords.showMeMeans}</p>
        </ActionForm>
      ) : null}
    </div>
  );
}
