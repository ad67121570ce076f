import { RowLink, Section } from "#components/ui/page.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { IconLine, Tag, Time, type Tone } from "#components/ui/words.tsx";
import type { ListedWorkshop } from "#lib/workshops/queries/candidate.ts";
import { seatPages } from "#lib/workshops/words/seats.ts";

const looks: Readonly<Record<ListedWorkshop["state"], { icon: IconName; tone: Tone }>> = {
  seat: { icon: "done", tone: "done" },
  offer: { icon: "offer", tone: "attention" },
  waiting: { icon: "clock", tone: "plain" },
  free: { icon: "open", tone: "plain" },
  full: { icon: "clock", tone: "plain" },
  not_yet: { icon: "calendar", tone: "plain" },
  registration_over: { icon: "close", tone: "plain" },
  closed: { icon: "clock", tone: "plain" },
  started: { icon: "clock", tone: "plain" },
  over: { icon: "check", tone: "plain" },
  cancelled: { icon: "cancelled", tone: "plain" },
  elsewhere: { icon: "place", tone: "plain" },
};

/** Where somebody stands with a session, in words with a sign. */
export function StandingTag({ state, text }: Pick<ListedWorkshop, "state" | "text">) {
  return <Tag {...looks[state]}>{text}</Tag>;
}

/** A titled list of sessions; nothing where there are none. */
export function SeatList({ title, sessions }: { title: string; sessions: ListedWorkshop[] }) {
  if (sessions.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="rounded-lg border border-line bg-raised">
        {sessions.map((session) => (
          <RowLink
            key={session.id}
            href={`/practice/workshops/${session.id}`}
            title={<span className="wrap-anywhere">{session.title}</span>}
          >
            <Row session={session} />
          </RowLink>
        ))}
      </ul>
    </Section>
  );
}

function Row({
  session: { kind, when, atVenue, area, state, text, helps, link },
}: {
  session: ListedWorkshop;
}) {
  return (
    <div className="mt-1 space-y-1.5">
      <p>
        <span className="inline-block first-letter:uppercase">{kind}</span>, <Time {...when} />
      </p>
      {atVenue ? <p>{`${seatPages.venueTime}: ${atVenue}`}</p> : null}
      <p className="wrap-anywhere">{area}</p>
      {helps ? <IconLine icon="idea">{helps}</IconLine> : null}
      <p>
        <StandingTag state={state} text={text} />
      </p>
      {link ? (
        <p className="relative z-10">
          <OutsideLink href={link}>{seatPages.visit}</OutsideLink>
        </p>
      ) : null}
    </div>
  );
}

/** A link that leaves the portal; where it was pressed is not told there. */
export function OutsideLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      rel="noreferrer"
      className="inline-flex min-h-11 items-center wrap-anywhere text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {children}
    </a>
  );
}
