import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FinishedPostMortem } from "#components/post-mortems/finished-post-mortem.tsx";
import { LateAnswers } from "#components/post-mortems/late-answers.tsx";
import { OpenForm } from "#components/post-mortems/open-form.tsx";
import { Waiting } from "#components/post-mortems/waiting.tsx";
import { isId } from "#lib/core/id.ts";
import { getPlan } from "#lib/plan/queries/plan.ts";
import { getPostMortemPage } from "#lib/post-mortems/queries/page.ts";
import { formWords, postMortemFlashes } from "#lib/post-mortems/words/form.ts";
import { newsFlashes } from "#lib/post-mortems/words/news.ts";
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
  if (page.kind === "new" || page.kind === "draft")
    return <OpenForm {...{ page, person, form }} wanted={{ screen: step, n }} />;
  const flash = flashFor({ ...postMortemFlashes, ...newsFlashes }, done);
  if (page.kind !== "finished") return <Waiting interview={interview} kind={page.kind} flash={flash} />;
  if (page.read.side === "counselor") redirect(`/desk/post-mortems/${page.read.id}`);
  const { id: postMortem, taxonomy } = page.read;
  const causes = taxonomy.causes.map(({ code, name }) => ({ code, name }));
  const [notes, plan] = await Promise.all([
    listNotesForCandidate(viewer, postMortem, now),
    getPlan(viewer, postMortem, now),
  ]);
  return (
    <>
      <LateAnswers {...{ person, causes }} interview={interview.id} />
      <FinishedPostMortem {...{ read: page.read, notes, plan, form, flash }} />
    </>
  );
}
