import { Card } from "#components/ui/page.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Tag } from "#components/ui/words.tsx";
import type { getQueueHealth } from "#lib/mail/queries/health.ts";
import { healthWords } from "#lib/mail/words.ts";

type Health = NonNullable<Awaited<ReturnType<typeof getQueueHealth>>>;

/** Whether mails go out, in words; what needs somebody has a sign. */
export function QueueHealth({ health }: { health: Health }) {
  const { waiting, late, dead, active, oldest, isWorking } = health;
  const waits = healthWords.waiting(waiting);
  return (
    <div className="mb-6">
      <Card>
        <h2 className="font-serif text-xl font-semibold">{healthWords.title}</h2>
        <DefinitionList
          facts={[
            {
              label: healthWords.waitingLabel,
              value: oldest ? `${waits}, ${healthWords.oldest(oldest)}` : waits,
            },
            { label: healthWords.lateLabel, value: said(healthWords.late(late), late === 0) },
            { label: healthWords.deadLabel, value: said(healthWords.dead(dead), dead === 0) },
            {
              label: healthWords.workerLabel,
              value: said(isWorking ? healthWords.working(active) : healthWords.silent, isWorking),
            },
          ]}
        />
      </Card>
    </div>
  );
}

function said(words: string, isWell: boolean) {
  return isWell ? (
    words
  ) : (
    <Tag icon="attention" tone="attention">
      {words}
    </Tag>
  );
}
