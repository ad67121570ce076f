import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BesideDesk } from "#components/desk/beside-desk.tsx";
import { CallAsked, LowMomentShown } from "#components/post-mortems/low-moment.tsx";
import { Review } from "#components/reviews/review.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { isId } from "#lib/core/id.ts";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { getPlan } from "#lib/plan/queries/plan.ts";
import { getLowMoment } from "#lib/post-mortems/queries/moments.ts";
import { getReview } from "#lib/reviews/queries/review.ts";
import { reviewFlashes } from "#lib/reviews/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Review" };
type Props = PageProps<"/desk/post-mortems/[postMortem]">;

export default async function ReviewPage({ params, searchParams }: Props) {
  const viewer = await gate("/desk/post-mortems/[postMortem]");
  const [{ postMortem: id }, { done, kept }] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const { now } = await thisSession();
  const [review, plan, moment, desk, form] = await Promise.all([
    getReview(viewer, id, now),
    getPlan(viewer, id, now),
    getLowMoment(viewer, id, now),
    listDesk(viewer, now),
    keptForms(viewer, kept),
  ]);
  const shown = review?.read ?? moment;
  if (!shown) notFound();
  const flash = flashFor(reviewFlashes, done);
  return (
    <BesideDesk
      desk={desk}
      here={`/desk/post-mortems/${id}`}
      title={shown.candidateName}
      intro={`${shown.employer}, ${shown.jobTitle}, ${shown.interviewAt.label}`}
      flash={flash ? <Flash>{flash}</Flash> : null}
    >
      {review && moment ? <CallAsked moment={moment} form={form} /> : null}
      {review && plan ? <Review review={review} plan={plan} form={form} /> : null}
      {moment && !review ? <LowMomentShown moment={moment} form={form} /> : null}
    </BesideDesk>
  );
}
