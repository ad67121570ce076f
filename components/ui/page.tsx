import type { ReactNode } from "react";
import Link from "next/link";
import { ArrowLeft } from "lucide-react";

type PageTitleProps = {
  children: ReactNode;
  /** One line under the title. */
  intro?: ReactNode;
  /** The way up: where this page belongs. */
  back?: { href: string; label: string };
  /** At most two quiet buttons beside the title. */
  actions?: ReactNode;
};

/** The one h1 of a page. */
export function PageTitle({ children, intro, back, actions }: PageTitleProps) {
  return (
    <header className="mb-6">
      {back ? <BackLink {...back} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-52">
          <h1 className="font-serif text-2xl font-semibold lg:text-3xl">{children}</h1>
          {intro ? <p className="mt-2 max-w-measure text-quiet">{intro}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}

/** A link one level up, with its arrow. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      className="-ml-1 mb-1 inline-flex min-h-11 items-center gap-1.5 px-1 text-sm text-accent hover:underline print:hidden"
    >
      <ArrowLeft aria-hidden strokeWidth={1.75} className="inline-block size-[1.15em] shrink-0" />
      {label}
    </Link>
  );
}

/** A link within text. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-accent underline decoration-1 underline-offset-3 hover:decoration-2">
      {children}
    </Link>
  );
}

type SectionProps = {
  title: string;
  children: ReactNode;
  /** A link or quiet button on the title's line. */
  action?: ReactNode;
  /** Lets a link lead here. */
  id?: string;
};

/** A titled part of a page (h2). */
export function Section({ title, children, action, id }: SectionProps) {
  return (
    <section id={id} className="mt-8 space-y-4 first:mt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-serif text-xl font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** A sheet on the page. `marked` is for the one thing to do next. */
export function Card({ children, marked = false }: { children: ReactNode; marked?: boolean }) {
  return (
    <div
      className={`space-y-3 rounded-lg border bg-raised p-4 sm:p-5 print:break-inside-avoid ${marked ? "border-accent" : "border-line"}`}
    >
      {children}
    </div>
  );
}

type RowLinkProps = {
  href: string;
  title: ReactNode;
  /** Lines under the title. */
  children?: ReactNode;
  /** Tag or time at the right edge. */
  aside?: ReactNode;
  /** The row that the detail beside it shows. */
  current?: boolean;
};

/** One row of a list, pressed as a whole; J and K move through rows (see KeyHelp). Stands in a `<ul>`. */
export function RowLink({ href, title, children, aside, current = false }: RowLinkProps) {
  return (
    <li
      className={`relative flex items-start justify-between gap-3 border-b border-line px-3 py-3 last:border-b-0 hover:bg-sunken ${current ? "bg-accent-tint" : ""}`}
    >
      <div className="min-w-0">
        <Link
          href={href}
          data-key-row
          aria-current={current ? "true" : undefined}
          className="font-semibold after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {title}
        </Link>
        {children ? <div className="text-sm text-quiet">{children}</div> : null}
      </div>
      {aside ? <div className="shrink-0 text-right text-sm text-quiet">{aside}</div> : null}
    </li>
  );
}

/**
 * The buttons of a form. On the phone they stay at the lower edge, above the bar, so that the main one is always in
 * sight. The main button comes first.
 */
export function Actions({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-(--bar) z-10 -mx-4 flex flex-wrap gap-3 border-t border-line bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:px-0 print:hidden">
      {children}
    </div>
  );
}
