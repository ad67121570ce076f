import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeactivateForm } from "#components/people/deactivate-form.tsx";
import { TakersForm } from "#components/people/takers-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { getDeactivation } from "#lib/people/queries/deactivation.ts";
import { pairsFrom } from "#lib/people/rules/deactivation.ts";
import { deactivateWords } from "#lib/people/words.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Deactivate" };

export default async function DeactivatePage({
  params,
  searchParams,
}: PageProps<"/people/[person]/deactivate">) {
  const viewer = await gate("/people/[person]/deactivate");
  const [{ person }, { to, each }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  const choice = {
    all: typeof to === "string" && isId(to) ? to.toLowerCase() : null,
    each: pairsFrom([each ?? []].flat()),
  };
  const shown = await getDeactivation(viewer, person, choice, now);
  if (!shown) notFound();
  return (
    <>
      <PageTitle
        back={{ href: `/people/${shown.id}`, label: shown.name }}
        intro={`${deactivateWords.intro} ${shown.isSelf ? deactivateWords.self : ""}`}
      >
        {deactivateWords.title(shown.name)}
      </PageTitle>
      {shown.candidates.length > 0 ? <TakersForm shown={shown} choice={choice} /> : null}
      {shown.blocked === null ? <DeactivateForm shown={shown} choice={choice} initial={freshForm()} /> : null}
    </>
  );
}
