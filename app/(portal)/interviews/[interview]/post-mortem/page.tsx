import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FinishedPostMortem } from "#components/post-mortems/finished-post-mortem.tsx";
import { LateAnswers } from "#components/post-mortems/late-answers.tsx";
import { LiveForm } from "#components/post-mortems/live-form.tsx";
import { Waiting } from "#components/post-mortems/waiting.tsx";
import { isId } from "#lib/core/id.ts";
import { getPostMortemPage } from "#lib/post-mortems/queries/page.ts";
import { placeFor } from "#lib/post-mortems/rules/screens.ts";
import { formWords, postMortemFlashes } from "#lib/post-mortems/words.ts";
import { listNotesForCandidate } from "#lib/reviews/queries/notes.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: formWords.name };

export default async function PostMortemPage({
  params,
  searchParams,
}: PageProps<"/interviews/[interview]/post-mortem">) {
  const viewer = await gate("/interviews/[interview]/post-mortem");
  const [{ interview: id }, { step, n, kept, done }, { now }] = await Promise.all([
    params,
    searchParams,
    thisSession(),
  ]);
  const page = isId(id) ? await getPostMortemPage(viewer, id, now) : null;
  if (!page) notFound();
  const form = await keptForms(viewer, kept);
  const { interview } = page;
  const person = viewer.personId;
  if (page.kind === "new") {
    const forms = { first: form("startPostMortemAction"), second: form("") };
    const draft = { id: forms.first.key, ...page.draft };
    return <LiveForm isNew {...{ person, interview, draft, forms }} place={{ screen: "mood" }} />;
  }
  if (page.kind === "draft") {
    const { draft } = page;
    const place = placeFor({ screen: step, n }, draft.facts);
    const forms = { first: form("answerStepAction", { screen: place.screen }), second: form("") };
    return <LiveForm isNew={false} {...{ person, interview, draft, place, forms }} />;
  }
  if (page.kind !== "finished") return <Waiting interview={interview} kind={page.kind} />;
  if (page.read.side === "counselor") redirect(`/desk/post-mortems/${page.read.id}`);
  const notes = await listNotesForCandidate(viewer, page.read.id, now);
  const flash = flashFor(postMortemFlashes, done);
  return (
    <>
      <LateAnswers person={person} interview={interview.id} />
      <FinishedPostMortem read={page.read} notes={notes} form={form} flash={flash} />
    </>
  );
}
