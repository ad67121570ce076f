import type { ReactNode } from "react";
import Link from "next/link";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { SkipLink } from "#components/ui/hidden.tsx";
import { NavLinks } from "./nav-links.tsx";

export type NavEntry = {
  href: string;
  label: string;
  icon: IconName;
  /** Only where the address alone does not say it. */
  current?: boolean;
};

type PortalShellProps = {
  /** The agency's name, a link to `home`. */
  agency: string;
  home: string;
  entries: NavEntry[];
  account: { href: string; label: string };
  /** The sign-out form. */
  signOut?: ReactNode;
  /** One column of at most 40 rem for candidates, wide for staff. */
  width: "column" | "wide";
  children: ReactNode;
};

/** What stands around every page behind the sign-in: a bar at the lower edge on the phone, a rail from 1024 px. */
export function PortalShell({ agency, home, entries, account, signOut, width, children }: PortalShellProps) {
  const links = entries.map(({ href, label, icon, current }) => ({ href, label, current, icon: <Icon name={icon} className="size-5" /> }));
  return (
    <div className="with-bar min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <div className="relative border-b border-line lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:border-r lg:border-b-0 lg:px-4 lg:py-6 print:hidden">
        <header className="flex min-h-14 items-center px-4 pr-32 lg:mb-4 lg:px-3 lg:pr-0">
          <Link href={home} className="truncate py-2 font-serif text-lg font-semibold lg:whitespace-normal">
            {agency}
          </Link>
        </header>
        <nav aria-label="Main" className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] lg:static lg:flex-1 lg:overflow-y-auto lg:border-0 lg:bg-transparent lg:pb-0">
          <NavLinks links={links} />
        </nav>
        <div className="absolute inset-y-0 right-0 flex items-center gap-1 pr-2 text-sm lg:static lg:flex-col lg:items-stretch lg:border-t lg:border-line lg:px-0 lg:pt-4">
          <Link href={account.href} className="inline-flex min-h-11 max-w-32 items-center gap-2 rounded-md px-2 text-quiet hover:text-ink lg:max-w-none lg:px-3">
            <Icon name="you" />
            <span className="truncate">{account.label}</span>
          </Link>
          {signOut ? <div className="hidden lg:block">{signOut}</div> : null}
        </div>
      </div>
      <main id="main" tabIndex={-1} className={`mx-auto w-full px-4 pt-6 pb-[calc(var(--bar)+2rem)] outline-none sm:px-6 lg:px-10 lg:pt-10 ${width === "column" ? "max-w-column lg:max-w-[45rem]" : "max-w-wide"}`}>
        {children}
      </main>
    </div>
  );
}
