import { TextLink } from "#components/ui/page.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { listCausesForAdmin } from "#lib/causes/queries.ts";
import { settingsAddress } from "#lib/causes/rules/addresses.ts";
import { causeSettingsWords } from "#lib/causes/words/settings.ts";

type Listed = NonNullable<Awaited<ReturnType<typeof listCausesForAdmin>>>;

/** Every cause with whether it is offered and who changed it last; each leads to its form. */
export function CauseTable({ number, causes }: Listed) {
  const { columns } = causeSettingsWords;
  return (
    <Table
      caption={causeSettingsWords.caption(number)}
      columns={[
        { key: "name", label: columns.name },
        { key: "state", label: columns.state },
        { key: "actions", label: columns.actions },
        { key: "changed", label: columns.changed },
      ]}
      rows={causes.map(({ code, name, line, isOn, actions, changed }) => ({
        key: code,
        cells: [
          <div key="name" className="min-w-0 text-left">
            <TextLink href={settingsAddress(code)}>{name}</TextLink>
            <span className="block text-sm font-normal text-quiet">{line}</span>
          </div>,
          <Tag key="state" icon={isOn ? "check" : "cancelled"} tone={isOn ? "done" : "plain"}>
            {isOn ? causeSettingsWords.on : causeSettingsWords.off}
          </Tag>,
          causeSettingsWords.actionsOn(actions.on, actions.all),
          <Changed key="changed" changed={changed} />,
        ],
      }))}
    />
  );
}

function Changed({ changed }: { changed: Listed["causes"][number]["changed"] }) {
  if (!changed) return <span className="text-quiet">{causeSettingsWords.asItBegan}</span>;
  return (
    <>
      {causeSettingsWords.version(changed.number)}, <Time {...changed.at} />
      {changed.by ? ` ${causeSettingsWords.by(changed.by)}` : null}
    </>
  );
}
