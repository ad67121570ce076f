import type { ReactNode } from "react";
import { SkipLink } from "#components/ui/hidden.tsx";

/** What stands around a page that needs no sign-in: the agency's name, one narrow column, a line at the end. */
export function PublicShell({
  agency,
  footer,
  children,
}: {
  agency: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[32rem] flex-col px-4 sm:px-6">
      <SkipLink />
      <header className="pt-6 pb-8 sm:pt-16">
        <p className="font-serif text-lg font-semibold">{agency}</p>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      {footer ? (
        <footer className="mt-10 border-t border-line py-4 text-sm text-quiet">{footer}</footer>
      ) : null}
    </div>
  );
}
