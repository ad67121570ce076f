import { ButtonLink } from "#components/ui/button.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Section } from "#components/ui/page.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Prose, Time } from "#components/ui/words.tsx";
import type { CauseForAdmin } from "#lib/causes/queries.ts";
import { settingsAddress } from "#lib/causes/rules/addresses.ts";
import type { Change } from "#lib/causes/rules/editing.ts";
import { causeSettingsWords, fieldLabels } from "#lib/causes/words/settings.ts";

/** What was changed about a cause in which version, by whom and when, with what stood there before. */
export function CauseHistory({ cause }: { cause: CauseForAdmin }) {
  const { code, history, older } = cause;
  return (
    <Section title={causeSettingsWords.history} id="history">
      {history.length === 0 ? (
        <p className="max-w-measure text-quiet">{causeSettingsWords.nothingChanged}</p>
      ) : null}
      {history.map(({ number, by, at, changes }) => (
        <Details
          key={number}
          summary={
            <span className="min-w-0">
              {causeSettingsWords.version(number)}, <Time {...at} />
              {by ? ` ${causeSettingsWords.by(by)}` : null}
              <span className="block text-sm font-normal text-quiet">{changes.map(nameOf).join(" · ")}</span>
            </span>
          }
        >
          {changes.map((change) => (
            <WasAndIs key={nameOf(change)} change={change} />
          ))}
        </Details>
      ))}
      {older === null ? null : (
        <ButtonLink href={`${settingsAddress(code)}?before=${older}#history`} variant="quiet">
          {causeSettingsWords.older}
        </ButtonLink>
      )}
    </Section>
  );
}

function WasAndIs({ change }: { change: Change }) {
  return (
    <div className="space-y-1">
      <p className="font-semibold">{nameOf(change)}</p>
      <DefinitionList
        facts={[
          { label: causeSettingsWords.before, value: <Prose>{shown(change.before)}</Prose> },
          { label: causeSettingsWords.after, value: <Prose>{shown(change.after)}</Prose> },
        ]}
      />
    </div>
  );
}

function nameOf({ field, place }: Change): string {
  return place === undefined
    ? fieldLabels[field]
    : `${causeSettingsWords.action(place)}: ${fieldLabels[field]}`;
}

function shown(value: Change["before"]): string {
  if (typeof value === "boolean") return value ? causeSettingsWords.on : causeSettingsWords.off;
  return String(value);
}
