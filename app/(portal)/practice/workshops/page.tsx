import type { Metadata } from "next";
import { SeatList } from "#components/workshops/seat-list.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { gate } from "#lib/web/session.ts";
import { listWorkshops } from "#lib/workshops/queries/candidate.ts";
import { seatPages } from "#lib/workshops/words/seats.ts";

export const metadata: Metadata = { title: seatPages.title };

export default async function WorkshopsPage() {
  const viewer = await gate("/practice/workshops");
  const { yours, forYou, others } = await listWorkshops(viewer, now());
  const isEmpty = yours.length + forYou.length + others.length === 0;
  return (
    <>
      <PageTitle back={{ href: "/practice", label: "Practice" }} intro={seatPages.intro}>
        {seatPages.title}
      </PageTitle>
      {isEmpty ? <EmptyState title={seatPages.emptyTitle}>{seatPages.emptyWhy}</EmptyState> : null}
      <SeatList title={seatPages.yours} sessions={yours} />
      <SeatList title={seatPages.forYou} sessions={forYou} />
      <SeatList title={seatPages.others} sessions={others} />
    </>
  );
}
