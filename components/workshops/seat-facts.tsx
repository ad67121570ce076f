import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Card } from "#components/ui/page.tsx";
import { IconLine, Prose, WhoCanSee } from "#components/ui/words.tsx";
import type { ShownSession } from "#lib/workshops/queries/candidate.ts";
import { seatPages } from "#lib/workshops/words/seats.ts";
import { OutsideLink, StandingTag } from "./seat-list.tsx";

/** What, when, where and with whom; place and materials for those with a seat. */
export function SeatFacts({ session }: { session: ShownSession }) {
  const { when, atVenue, area, facilitator, helps, because, about, overlaps } = session;
  return (
    <Card>
      <StandingTag state={session.state} text={session.text} />
      <DefinitionList
        facts={[
          { label: seatPages.when, value: <time dateTime={when.iso}>{when.range}</time> },
          { label: seatPages.zone, value: session.zone },
          atVenue === null ? null : { label: seatPages.venueTime, value: atVenue },
          { label: seatPages.where, value: <span className="wrap-anywhere">{area}</span> },
          session.elsewhereLink === null
            ? { label: seatPages.place, value: <Place session={session} /> }
            : null,
          { label: seatPages.facilitator, value: <span className="wrap-anywhere">{facilitator}</span> },
          helps.length === 0 ? null : { label: seatPages.helps, value: helps.join(", ") },
        ]}
      />
      {because ? <IconLine icon="idea">{because}</IconLine> : null}
      {session.elsewhereLink ? (
        <OutsideLink href={session.elsewhereLink}>{seatPages.visit}</OutsideLink>
      ) : null}
      <div>
        <h2 className="text-sm text-quiet">{seatPages.about}</h2>
        <Prose>{about}</Prose>
      </div>
      <Materials session={session} />
      {overlaps.length > 0 ? (
        <IconLine icon="attention">{seatPages.overlaps(overlaps.join(", "))}</IconLine>
      ) : null}
      <WhoCanSee>{session.whoSees}</WhoCanSee>
    </Card>
  );
}

function Place({ session: { private: open } }: { session: ShownSession }) {
  if (!open) return <span className="text-quiet">{seatPages.placeHidden}</span>;
  const { text, link } = open.place;
  return link ? <OutsideLink href={link}>{text}</OutsideLink> : <span className="wrap-anywhere">{text}</span>;
}

function Materials({ session: { private: open } }: { session: ShownSession }) {
  if (!open || open.materials.length === 0) return null;
  return (
    <div>
      <h2 className="text-sm text-quiet">{seatPages.materials}</h2>
      <ul>
        {open.materials.map(({ label, url }) => (
          <li key={`${label} ${url}`}>
            <OutsideLink href={url}>{label}</OutsideLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
