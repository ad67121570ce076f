import type { ReactNode } from "react";
import { ChevronRight, CircleAlert, CircleCheck, LockKeyhole } from "lucide-react";

type FlashProps = {
  children: ReactNode;
  /** "Undo" or a link, on the same line. */
  action?: ReactNode;
  tone?: "done" | "attention";
};

/** What just happened, in words, at the top of the page. */
export function Flash({ children, action, tone = "done" }: FlashProps) {
  const look = tone === "done" ? "border-done bg-done-tint" : "border-attention bg-attention-tint";
  const Sign = tone === "done" ? CircleCheck : CircleAlert;
  return (
    <div
      role="status"
      className={`mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border px-4 py-3 print:hidden ${look}`}
    >
      <p className="flex min-w-0 flex-1 items-start gap-2">
        <Sign
          aria-hidden
          strokeWidth={1.75}
          className={`mt-0.5 inline-block size-5 shrink-0 ${tone === "done" ? "text-done" : "text-attention"}`}
        />
        <span className="min-w-0">{children}</span>
      </p>
      {action}
    </div>
  );
}

type EmptyStateProps = {
  /** What will stand here. */
  title: string;
  /** Why it helps. */
  children: ReactNode;
  /** The one button that starts it. */
  action?: ReactNode;
};

/** An empty place that teaches. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="space-y-3 rounded-lg border border-dashed border-line px-5 py-8 text-center">
      <p className="font-serif text-lg font-semibold">{title}</p>
      <p className="mx-auto max-w-field text-quiet">{children}</p>
      {action ? <div className="pt-2">{action}</div> : null}
    </div>
  );
}

/** The surface of everything that only staff may read, so that nobody types into the wrong box. */
export function InternalSurface({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-3 rounded-lg border-2 border-dashed border-internal bg-internal-tint p-4 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="font-serif text-lg font-semibold">{title}</h2>
        <p className="flex items-center gap-1.5 text-sm font-semibold text-internal">
          <LockKeyhole aria-hidden strokeWidth={1.75} className="inline-block size-[1.15em] shrink-0" />
          Staff only
        </p>
      </div>
      {children}
    </section>
  );
}

/** More, on demand, without script. */
export function Details({
  summary,
  children,
  open = false,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details open={open} className="group rounded-md border border-line bg-raised">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-md px-4 py-2 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          strokeWidth={1.75}
          className="inline-block size-4 shrink-0 text-quiet transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="space-y-4 px-4 pt-2 pb-4">{children}</div>
    </details>
  );
}
