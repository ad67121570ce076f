import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Guide } from "#components/causes/guide.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { getGuide } from "#lib/causes/queries.ts";
import { causeAt } from "#lib/causes/rules/addresses.ts";
import { guideWords } from "#lib/causes/words/guides.ts";
import { gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: guideWords.title };

export default async function GuidePage({ params }: PageProps<"/practice/guides/[cause]">) {
  await gate("/practice/guides/[cause]");
  const code = causeAt((await params).cause);
  if (!code) notFound();
  const guide = await getGuide(code);
  return (
    <>
      <PageTitle back={{ href: "/practice/guides", label: guideWords.all }} intro={guide.line}>
        {guide.name}
      </PageTitle>
      <Guide guide={guide} />
    </>
  );
}
