"use client";

import { buttonClass } from "#components/ui/button-class.ts";

/**
 * What a bug looks like to a person: no message of the machine, an id to tell us, two ways on.
 * Plain elements: every page carries this one's script, and a broken page is better loaded anew.
 */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className="mx-auto max-w-[32rem] px-4 pt-16">
      <header className="mb-6">
        <h1 className="font-serif text-2xl font-semibold lg:text-3xl">Something broke on our side</h1>
        <p className="mt-2 max-w-measure text-quiet">
          Nothing that you saved is lost. Please try again; if it happens again, tell your agency this number.
        </p>
      </header>
      <p className="mb-6 text-quiet">Number: {error.digest ?? "none"}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" onClick={reset} className={buttonClass({})}>
          Try again
        </button>
        <a href="/" className={buttonClass({ variant: "quiet" })}>
          Go to my start page
        </a>
      </div>
    </main>
  );
}
