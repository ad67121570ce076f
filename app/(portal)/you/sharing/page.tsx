import type { Metadata } from "next";
import { SharedList } from "#components/post-mortems/shared-list.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listShared } from "#lib/post-mortems/queries/audiences.ts";
import { sharedWords } from "#lib/post-mortems/words/audiences.ts";
import { gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Who may read what" };

export default async function SharingPage() {
  const viewer = await gate("/you/sharing");
  return (
    <>
      <PageTitle back={{ href: "/you", label: "You" }} intro={sharedWords.intro}>
        {sharedWords.title}
      </PageTitle>
      <SharedList shared={await listShared(viewer)} />
    </>
  );
}
