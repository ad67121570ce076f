import type { Metadata } from "next";
import { ComingUp } from "#components/progress/coming-up.tsx";
import { MoodChart } from "#components/progress/mood-chart.tsx";
import { Promises } from "#components/progress/promises.tsx";
import { QuestionChart } from "#components/progress/question-chart.tsx";
import { RatingChart } from "#components/progress/rating-chart.tsx";
import { SettledCauses } from "#components/progress/settled-causes.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { getProgress } from "#lib/progress/queries.ts";
import { progressWords } from "#lib/progress/words.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: progressWords.title };

export default async function ProgressPage() {
  const viewer = await gate("/you/progress");
  const { now } = await thisSession();
  const progress = await getProgress(viewer, now);
  return (
    <>
      <PageTitle back={{ href: "/you", label: progressWords.back }} intro={progressWords.intro}>
        {progressWords.title}
      </PageTitle>
      {progress.written === 0 ? (
        <EmptyState
          title={progressWords.emptyTitle}
          action={<ButtonLink href="/interviews/new">{progressWords.log}</ButtonLink>}
        >
          {progressWords.empty}
        </EmptyState>
      ) : (
        <>
          <ComingUp {...progress} />
          <SettledCauses {...progress} />
          <MoodChart {...progress} />
          <RatingChart {...progress} />
          <QuestionChart {...progress} />
          <Promises {...progress} />
        </>
      )}
    </>
  );
}
