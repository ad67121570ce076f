import Link from "next/link";

type WeekLinksProps = {
  weeks: { monday: string; label: string; count: number; current: boolean }[];
  /** The page's address without its week. */
  path: string;
};

/** The weeks of the month, each with how many times are free; the address says which one is shown. */
export function WeekLinks({ weeks, path }: WeekLinksProps) {
  return (
    <nav aria-label="Weeks">
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0">
        {weeks.map(({ monday, label, count, current }) => (
          <li key={monday} className="shrink-0">
            <Link
              href={`${path}${path.includes("?") ? "&" : "?"}week=${monday}`}
              aria-current={current ? "true" : undefined}
              scroll={false}
              className={`flex min-h-11 flex-col justify-center rounded-md border px-3 py-1 leading-tight ${
                current ? "border-accent bg-accent-tint text-accent" : "border-edge bg-raised hover:bg-sunken"
              }`}
            >
              <span className="font-semibold">{label}</span>
              <span className={`text-sm ${current ? "" : "text-quiet"}`}>
                {count === 0 ? "none free" : `${count} free`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
