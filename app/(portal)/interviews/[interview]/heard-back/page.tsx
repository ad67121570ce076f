import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { LiveForm } from "#components/post-mortems/live-form.tsx";
import { withBank } from "#components/post-mortems/open-form.tsx";
import { isId } from "#lib/core/id.ts";
import { getHeardBack } from "#lib/post-mortems/queries/heard-back.ts";
import { placeFor } from "#lib/post-mortems/rules/screens.ts";
import { formWords } from "#lib/post-mortems/words/form.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: formWords.name };

/** The short path after the employer's answer. */
export default async function HeardBackPage({
  params,
  searchParams,
}: PageProps<"/interviews/[interview]/heard-back">) {
  const viewer = await gate("/interviews/[interview]/heard-back");
  const [{ interview: id }, { step, kept }, { now }] = await Promise.all([
    params,
    searchParams,
    thisSession(),
  ]);
  const page = isId(id) ? await getHeardBack(viewer, id, now) : null;
  if (!page) notFound();
  if (page.kind === "elsewhere") redirect(page.next);
  const form = await keptForms(viewer, kept);
  const { draft } = page;
  const interview = withBank(page.interview);
  const place = placeFor({ screen: step }, draft.facts);
  const forms = { first: form("answerStepAction", { screen: place.screen }), second: form("") };
  return <LiveForm isNew={false} person={viewer.personId} {...{ interview, draft, place, forms }} />;
}
