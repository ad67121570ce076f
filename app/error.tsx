"use client";

import { Button, ButtonLink } from "#components/ui/button.tsx";
import { PageTitle } from "#components/ui/page.tsx";

/** What a bug looks like to a person: no message of the machine, an id to tell us, two ways on. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className="mx-auto max-w-[32rem] px-4 pt-16">
      <PageTitle intro="Nothing that you saved is lost. Please try again; if it happens again, tell your agency this number.">
        Something broke on our side
      </PageTitle>
      <p className="mb-6 text-quiet">Number: {error.digest ?? "none"}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={reset}>Try again</Button>
        <ButtonLink href="/" variant="quiet">
          Go to my start page
        </ButtonLink>
      </div>
    </main>
  );
}
