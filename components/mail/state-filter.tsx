import Link from "next/link";
import { logAddress, stateFrom } from "#lib/mail/rules.ts";
import type { MailFilter } from "#lib/mail/rules.ts";
import { mailLogWords, mailStates } from "#lib/mail/words.ts";

/** The states as links: the address is the filter. What else is chosen stays. */
export function StateFilter({ filter }: { filter: MailFilter }) {
  const chosen = filter.state;
  const entries = [["", mailLogWords.all], ...Object.entries(mailStates)] as const;
  return (
    <nav aria-label={mailLogWords.filter} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {entries.map(([state, label]) => (
          <li key={state}>
            <Link
              href={logAddress({ ...filter, state: stateFrom(state) })}
              aria-current={(chosen ?? "") === state ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-md border border-edge px-3 text-sm hover:bg-sunken aria-[current=true]:border-accent aria-[current=true]:bg-accent-tint aria-[current=true]:font-semibold aria-[current=true]:text-accent"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
