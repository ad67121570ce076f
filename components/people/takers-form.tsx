import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/fields.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Section } from "#components/ui/page.tsx";
import type { getDeactivation } from "#lib/people/queries/deactivation.ts";
import { pairText } from "#lib/people/rules/deactivation.ts";
import type { TakerChoice } from "#lib/people/rules/deactivation.ts";
import { deactivateWords as words, peopleWords } from "#lib/people/words.ts";

export type ShownDeactivation = NonNullable<Awaited<ReturnType<typeof getDeactivation>>>;

/** Who takes the candidates over: a plain form, since the address is the state. Its answer is the preview. */
export function TakersForm({ shown, choice }: { shown: ShownDeactivation; choice: TakerChoice }) {
  const { colleagues, candidates, blocked } = shown;
  if (colleagues.length === 0) return <p className="max-w-measure">{words.nobodyElse}</p>;
  return (
    <Section title={words.choose}>
      <form method="get" className="max-w-field space-y-4">
        {blocked === "no_counselor" ? (
          <p role="alert" className="font-semibold text-attention">
            {peopleWords.no_counselor}
          </p>
        ) : null}
        <Select
          name="to"
          label={words.all}
          optional
          placeholder="Choose one"
          defaultValue={choice.all ?? ""}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Details summary={words.others} open={choice.each.size > 0}>
          {candidates.map((candidate) => {
            const chosen = choice.each.get(candidate.id);
            return (
              <Select
                key={candidate.id}
                name="each"
                label={words.each(candidate.name)}
                optional
                placeholder={words.asAll}
                defaultValue={chosen ? pairText(candidate.id, chosen) : ""}
                options={colleagues.map(({ id, name }) => ({
                  value: pairText(candidate.id, id),
                  label: name,
                }))}
              />
            );
          })}
        </Details>
        <Button type="submit" variant={blocked === null ? "quiet" : "primary"}>
          {blocked === null ? words.change : words.show}
        </Button>
      </form>
    </Section>
  );
}
