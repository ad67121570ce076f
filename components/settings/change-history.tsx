import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { Prose, Time } from "#components/ui/words.tsx";
import { fieldLabels } from "#lib/causes/words/settings.ts";
import type { Savings } from "#lib/settings/queries.ts";
import {
  accentLabels,
  agencyLabels,
  historyWords as words,
  localeLabels,
  policyLabels,
  settingsPageWords,
} from "#lib/settings/words.ts";

type Change = Savings[number]["changes"][number];

/** Each saving with who and when, and each setting with what stood there before. `causes` are the names of causes by code. */
export function ChangeHistory({
  savings,
  next,
  causes,
}: {
  savings: Savings;
  next: string | null;
  causes: Readonly<Record<string, string>>;
}) {
  if (savings.length === 0) return <EmptyState title={words.empty}>{words.emptyWhy}</EmptyState>;
  return (
    <>
      <ol className="space-y-6">
        {savings.map(({ id, by, at, changes }) => (
          <li key={id} className="rounded-lg border border-line bg-raised p-4 sm:p-5">
            <p className="mb-3">
              <span className="font-semibold">{by ?? words.nobody}</span>, <Time {...at} />
            </p>
            <ul className="space-y-3">
              {changes.map((change) => (
                <WasAndIs key={change.code} change={change} causes={causes} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {next === null ? null : (
        <p className="mt-6">
          <ButtonLink href={`/settings/history?after=${next}`} variant="quiet">
            {words.older}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function WasAndIs({ change, causes }: { change: Change; causes: Readonly<Record<string, string>> }) {
  const { code, before, after } = change;
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-line pt-3 sm:grid-cols-3">
      <p>{labelOf(code, causes)}</p>
      <div className="min-w-0">
        <p className="text-sm text-quiet">{words.before}</p>
        <Prose>{shown(code, before)}</Prose>
      </div>
      <div className="min-w-0">
        <p className="text-sm text-quiet">{words.after}</p>
        <Prose>{shown(code, after)}</Prose>
      </div>
    </li>
  );
}

/** `causes.NERVES.2.days` is the second action's; codes that are no longer known are told as they are. */
function labelOf(code: string, causes: Readonly<Record<string, string>>): string {
  const [area, ...rest] = code.split(".");
  const field = rest.at(-1) ?? "";
  if (area === "agency") return wordOf(agencyLabels, field) ?? code;
  if (area === "policies") return wordOf(policyLabels, field) ?? code;
  const [cause = "", place] = rest;
  const label = wordOf(fieldLabels, field) ?? field;
  const about = rest.length > 2 && place ? words.action(place, label) : label;
  return `${words.cause(wordOf(causes, cause) ?? cause)}, ${about}`;
}

function shown(code: string, value: string): string {
  if (value === "") return words.nothing;
  if (code === "agency.locale") return wordOf(localeLabels, value) ?? value;
  if (code === "agency.accent") return wordOf(accentLabels, value) ?? value;
  if (!/\.(?:isOn|staffSecondFactor)$/.test(code)) return value;
  return value === "on" ? settingsPageWords.on : settingsPageWords.off;
}

function wordOf(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
