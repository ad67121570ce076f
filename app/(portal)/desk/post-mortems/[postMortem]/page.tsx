import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskList } from "#components/desk/desk-list.tsx";
import { NeighbourLinks } from "#components/desk/neighbour-links.tsx";
import { ListDetail } from "#components/layout/list-detail.tsx";
import { Review } from "#components/reviews/review.tsx";
import { KeyHelp } from "#components/ui/key-help.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { listDesk } from "#lib/desk/queries.ts";
import { neighboursOf } from "#lib/desk/rules.ts";
import { deskWords } from "#lib/desk/words.ts";
import { getReview } from "#lib/reviews/queries/review.ts";
import { reviewFlashes } from "#lib/reviews/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params, searchParams }: PageProps<"/desk/post-mortems/[postMortem]">) {
  const viewer = await gate("/desk/post-mortems/[postMortem]");
  const [{ postMortem: id }, { done, kept }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  if (!isId(id)) notFound();
  const [review, desk, form] = await Promise.all([getReview(viewer, id, now), listDesk(viewer, now), keptForms(viewer, kept)]);
  if (!review) notFound();
  const here = `/desk/post-mortems/${id}`;
  const flash = flashFor(reviewFlashes, done);
  const { read } = review;
  const title = (
    <PageTitle back={{ href: "/desk", label: deskWords.backToDesk }} intro={`${read.employer}, ${read.jobTitle}, ${read.interviewAt.label}`} actions={<NeighbourLinks {...neighboursOf(desk.rows.map((row) => row.href), here)} />}>
      {read.candidateName}
    </PageTitle>
  );
  const detail = <>{flash ? <Flash>{flash}</Flash> : null}{title}<Review review={review} form={form} /></>;
  const list = <><div className="mb-2 flex justify-end"><KeyHelp row="row" /></div><DeskList {...desk} current={here} /></>;
  return <ListDetail list={list} detail={detail} labels={{ list: deskWords.title, detail: read.candidateName }} phone="detail" />;
}
