import type { Metadata } from "next";
import { ComingUp, HeardAnything, UnreadNotes, WaitingList } from "#components/home/home-lists.tsx";
import { OpenActions } from "#components/home/open-actions.tsx";
import { NextStep } from "#components/home/next-step.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { firstName } from "#lib/core/text.ts";
import { getHome } from "#lib/home/queries/home.ts";
import { homeWords } from "#lib/home/words.ts";
import { freshForm, gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage({ searchParams }: PageProps<"/home">) {
  const viewer = await gate("/home");
  const [{ now }, { kept }] = await Promise.all([thisSession(), searchParams]);
  const [home, form] = await Promise.all([getHome(viewer, now), keptForms(viewer, kept)]);
  return (
    <>
      <PageTitle>Hello, {firstName(viewer.name)}</PageTitle>
      <div className="space-y-4">
        <NextStep home={home} sending={freshForm()} />
        <ButtonLink href="/interviews/new?just" variant="quiet" wide>
          {homeWords.justHad}
        </ButtonLink>
      </div>
      <div className="mt-8">
        <OpenActions actions={home.openActions} form={form} />
        <HeardAnything silent={home.silent} form={freshForm} />
        <WaitingList waiting={home.waiting} />
        <UnreadNotes home={home} />
        <ComingUp home={home} />
      </div>
    </>
  );
}
