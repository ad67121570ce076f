"use client";

import type { ReactNode } from "react";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type NavLink = { href: string; label: string; icon: ReactNode; current?: boolean | undefined };

/** The entries of the bar (phone: icon above word) and of the rail (from 1024 px: icon beside word). */
export function NavLinks({ links }: { links: NavLink[] }) {
  const path = usePathname();
  return (
    <ul className="flex h-16 items-stretch overflow-x-auto lg:h-auto lg:flex-col lg:gap-1 lg:overflow-visible">
      {links.map(({ href, label, icon, current = path === href || path.startsWith(`${href}/`) }) => (
        <li key={href} className="min-w-16 flex-1 lg:flex-none">
          <Link
            href={href}
            aria-current={current ? "page" : undefined}
            className={`flex h-full flex-col items-center justify-center gap-0.5 border-t-2 px-0.5 text-xs focus-visible:-outline-offset-2 lg:min-h-11 lg:flex-row lg:justify-start lg:gap-3 lg:rounded-md lg:border-t-0 lg:px-3 lg:text-base ${
              current
                ? "border-accent font-semibold text-accent lg:bg-accent-tint"
                : "border-transparent text-quiet hover:text-ink lg:hover:bg-sunken"
            }`}
          >
            {icon}
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
