import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { guideAddress } from "#lib/causes/rules/addresses.ts";
import { causeName, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { guideWords } from "#lib/causes/words/guides.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";

/** From the name of a cause to its guide. */
export function GuideLink({ cause, taxonomy }: { cause: CauseCode; taxonomy: Taxonomy }) {
  return (
    <span className="text-sm print:hidden">
      <TextLink href={guideAddress(cause)}>
        {guideWords.open}
        <VisuallyHidden>: {causeName(taxonomy, cause)}</VisuallyHidden>
      </TextLink>
    </span>
  );
}
