import type { Metadata } from "next";
import { PageTitle, RowLink } from "#components/ui/page.tsx";
import { listGuides } from "#lib/causes/queries.ts";
import { guideAddress } from "#lib/causes/rules/addresses.ts";
import { guideWords } from "#lib/causes/words/guides.ts";
import { gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: guideWords.title };

export default async function GuidesPage() {
  const viewer = await gate("/practice/guides");
  const guides = await listGuides();
  const practice = viewer.role === "candidate" ? { href: "/practice", label: guideWords.practice } : null;
  return (
    <div className="max-w-column">
      <PageTitle intro={guideWords.intro} {...(practice && { back: practice })}>
        {guideWords.title}
      </PageTitle>
      <ul>
        {guides.map(({ code, name, line }) => (
          <RowLink key={code} href={guideAddress(code)} title={name}>
            {line}
          </RowLink>
        ))}
      </ul>
    </div>
  );
}
