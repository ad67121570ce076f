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
  /** `short` is what there is room for on the phone. */
  account: { href: string; label: string; short: string };
  /** The sign-out form, in the rail; on the phone it stands on the account's own page. */
  signOut?: ReactNode;
  /** One column of at most 40 rem for candidates, wide for staff. */
  width: "column" | "wide";
  children: ReactNode;
};

/** What stands around every page behind the sign-in: a bar at the lower edge on the phone, a rail from 1024 px. */
export function PortalShell({ agency, home, entries, account, signOut, width, children }: PortalShellProps) {
  const links = entries.map(({ href, label, icon, current }) => ({
    href,
    label,
    current,
    icon: <Icon name={icon} className="size-5" />,
  }));
  return (
    <div
      data-bar={links.length > 0 ? "" : undefined}
      className="min-h-dvh print:block lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <SkipLink />
      <header className="flex min-h-14 items-center justify-between gap-3 border-b border-line pr-2 pl-4 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:items-stretch lg:border-r lg:border-b-0 lg:px-4 lg:py-6 print:hidden">
        <p className="min-w-0 lg:mb-1 lg:px-3">
          <Link
            href={home}
            className="block truncate py-2 font-serif text-lg font-semibold lg:whitespace-normal"
          >
            {agency}
          </Link>
        </p>
        {links.length > 0 ? (
          <nav
            aria-label="Main"
            className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] lg:static lg:flex-1 lg:overflow-y-auto lg:border-0 lg:bg-transparent lg:pb-0"
          >
            <NavLinks links={links} />
          </nav>
        ) : null}
        <div className="shrink-0 text-sm lg:mt-auto lg:border-t lg:border-line lg:pt-4">
          <Link
            href={account.href}
            className="flex min-h-11 max-w-28 items-center gap-2 rounded-md px-2 text-quiet hover:text-ink lg:max-w-none lg:px-3"
          >
            <Icon name="you" />
            <span className="truncate lg:hidden">{account.short}</span>
            <span className="hidden truncate lg:inline">{account.label}</span>
          </Link>
          {signOut ? <div className="hidden lg:block">{signOut}</div> : null}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full px-4 pt-6 pb-[calc(var(--bar)+2rem)] outline-none sm:px-6 lg:px-10 lg:pt-10 ${width === "column" ? "max-w-column lg:max-w-[45rem]" : "max-w-wide"}`}
      >
        {children}
      </main>
    </div>
  );
}
