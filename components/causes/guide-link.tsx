import Link from "next/link";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { guideAddress } from "#lib/causes/rules/addresses.ts";
import { causeName, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { guideWords } from "#lib/causes/words/guides.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";

/** From the name of a cause to its guide. */
export function GuideLink({ cause, taxonomy }: { cause: CauseCode; taxonomy: Taxonomy }) {
  return (
    <Link
      href={guideAddress(cause)}
      className="flex min-h-11 w-fit items-center text-sm text-accent underline decoration-1 underline-offset-3 hover:decoration-2 print:hidden"
    >
      {guideWords.open}
      <VisuallyHidden>: {causeName(taxonomy, cause)}</VisuallyHidden>
    </Link>
  );
}
