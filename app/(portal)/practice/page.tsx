import type { Metadata } from "next";
import { SessionList } from "#components/mocks/session-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle, Section } from "#components/ui/page.tsx";
import { guideWords } from "#lib/causes/words/guides.ts";
import { now } from "#lib/infra/clock.ts";
import { listOwnSessions } from "#lib/mocks/queries/sessions.ts";
import { gate } from "#lib/web/session.ts";
import { seatPages } from "#lib/workshops/words/seats.ts";

export const metadata: Metadata = { title: "Practice" };

export default async function PracticePage() {
  const viewer = await gate("/practice");
  const { coming, past } = await listOwnSessions(viewer, now());
  const book = <ButtonLink href="/practice/mocks/new">Book a mock interview</ButtonLink>;
  return (
    <>
      <PageTitle intro="Saying it aloud to another person is what makes the next interview easier.">
        Practice
      </PageTitle>
      {coming.length === 0 ? (
        <EmptyState title="Your next session will stand here" action={book}>
          A mock interview is a rehearsal with your counselor: the questions you find hard, a pause, one more
          try. Nothing hangs on it.
        </EmptyState>
      ) : (
        <Section title="Coming up">
          <SessionList sessions={coming} />
          {book}
        </Section>
      )}
      {past.length > 0 ? (
        <Section title="Before">
          <SessionList sessions={past} />
        </Section>
      ) : null}
      <p className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/practice/workshops" variant="quiet">
          {seatPages.entry}
        </ButtonLink>
        <ButtonLink href="/practice/guides" variant="quiet">
          {guideWords.title}
        </ButtonLink>
      </p>
    </>
  );
}
