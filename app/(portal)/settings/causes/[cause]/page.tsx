import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CauseForm } from "#components/causes/cause-form.tsx";
import { CauseHistory } from "#components/causes/cause-history.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { getCauseForAdmin } from "#lib/causes/queries.ts";
import { causeAt, guideAddress, versionIn } from "#lib/causes/rules/addresses.ts";
import { causeSettingsWords } from "#lib/causes/words/settings.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: causeSettingsWords.title };

export default async function CausePage({ params, searchParams }: PageProps<"/settings/causes/[cause]">) {
  const viewer = await gate("/settings/causes/[cause]");
  const [{ cause: part }, { before, kept }, { now }] = await Promise.all([
    params,
    searchParams,
    thisSession(),
  ]);
  const code = causeAt(part);
  const [cause, initial] = await Promise.all([
    code && getCauseForAdmin(viewer, code, { before: versionIn(before), now }),
    keptForm(viewer, kept),
  ]);
  if (!cause) notFound();
  return (
    <>
      <PageTitle
        back={{ href: "/settings/causes", label: causeSettingsWords.title }}
        intro={cause.saved.line}
        actions={
          <ButtonLink href={guideAddress(cause.code)} variant="quiet">
            {causeSettingsWords.guide}
          </ButtonLink>
        }
      >
        {cause.saved.name}
      </PageTitle>
      <CauseForm cause={cause} initial={initial} />
      <CauseHistory cause={cause} />
    </>
  );
}
