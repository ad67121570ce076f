import Link from "next/link";

type FilterLinksProps = {
  /** Names the group for who listens. */
  label: string;
  filters: readonly { readonly key: string; readonly label: string; readonly href: string }[];
  current: string;
};

/** The states that a list can be narrowed to; the address is the state. */
export function FilterLinks({ label, filters, current }: FilterLinksProps) {
  return (
    <nav aria-label={label} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {filters.map(({ key, label: name, href }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-4 text-sm sm:min-h-9 ${
                key === current
                  ? "border-accent bg-accent-tint font-semibold text-accent"
                  : "border-edge bg-raised hover:bg-sunken"
              }`}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
