import type { ReactNode } from "react";

/** Read out, not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}

/** First stop of the keyboard on every page; leads to `<main id="main">`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md border border-accent bg-raised px-4 py-2 font-semibold text-accent focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
