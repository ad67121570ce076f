import { Section } from "#components/ui/page.tsx";
import { Prose } from "#components/ui/words.tsx";
import type { getGuide } from "#lib/causes/queries.ts";
import { guideWords } from "#lib/causes/words/guides.ts";

/** One guide from top to bottom, on a phone and on paper. */
export function Guide({ guide }: { guide: Awaited<ReturnType<typeof getGuide>> }) {
  return (
    <div className="max-w-column">
      <Section title={guideWords.recognise}>
        <Prose>{guide.recognise}</Prose>
      </Section>
      <Section title={guideWords.helps}>
        <ol className="list-decimal space-y-3 pl-6">
          {guide.helps.map((help) => (
            <li key={help} className="pl-1 print:break-inside-avoid">
              <Prose>{help}</Prose>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={guideWords.exercise}>
        <Prose>{guide.exercise}</Prose>
      </Section>
    </div>
  );
}
