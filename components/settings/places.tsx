import { RowLink } from "#components/ui/page.tsx";
import { settingsPageWords as words } from "#lib/settings/words.ts";

const places = [
  { href: "/settings/agency", title: words.agency, line: words.agencyLine },
  { href: "/settings/policies", title: words.policies, line: words.policiesLine },
  { href: "/settings/causes", title: words.causes, line: words.causesLine },
  { href: "/settings/mails", title: words.mails, line: words.mailsLine },
  { href: "/settings/history", title: words.history, line: words.historyLine },
];

/** Everything that can be set, and where. */
export function SettingsPlaces() {
  return (
    <ul className="max-w-column rounded-lg border border-line bg-raised">
      {places.map(({ href, title, line }) => (
        <RowLink key={href} href={href} title={title}>
          {line}
        </RowLink>
      ))}
    </ul>
  );
}
