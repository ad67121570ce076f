import type { ReactNode } from "react";
import { Card, TextLink } from "#components/ui/page.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Prose, Tag, Time, WhoCanSee } from "#components/ui/words.tsx";
import type { getMock } from "#lib/mocks/queries/sessions.ts";

export type Session = NonNullable<Awaited<ReturnType<typeof getMock>>>;

/** What, when, where and with whom. `partner` is who the reader meets. */
export function SessionFacts({ session, partner }: { session: Session; partner: ReactNode }) {
  const { cancelled } = session;
  return (
    <Card>
      {cancelled ? <Tag icon="cancelled">Cancelled</Tag> : null}
      <DefinitionList
        facts={[
          {
            label: "When",
            value: <time dateTime={session.when.iso}>{session.range}</time>,
          },
          { label: "Time zone", value: session.zone },
          { label: "With", value: partner },
          { label: "Where", value: <Place {...session.place} /> },
          {
            label: "Booked by",
            value: (
              <>
                {session.booked.by}, <Time {...session.booked.when} />
              </>
            ),
          },
          cancelled
            ? {
                label: "Cancelled by",
                value: (
                  <>
                    {cancelled.by}, <Time {...cancelled.when} />: {cancelled.reason}
                    {cancelled.late ? " (late)" : ""}
                  </>
                ),
              }
            : null,
        ]}
      />
      {session.focus ? (
        <div>
          <h2 className="text-sm text-quiet">To focus on</h2>
          <Prose>{session.focus}</Prose>
        </div>
      ) : null}
      <WhoCanSee>{session.whoCanSee}</WhoCanSee>
    </Card>
  );
}

function Place({ text, link }: { text: string; link: string | null }) {
  if (!link) return text;
  return (
    <a
      href={link}
      rel="noreferrer"
      className="wrap-anywhere text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {text}
    </a>
  );
}

/** A candidate's name, leading to their page. */
export function CandidateLink({ id, name }: { id: string; name: string }) {
  return <TextLink href={`/candidates/${id}`}>{name}</TextLink>;
}
