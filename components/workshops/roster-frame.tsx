import { ButtonLink } from "#components/ui/button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Details } from "#components/ui/notices.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { IconLine, Prose, Time, WhoCanSee } from "#components/ui/words.tsx";
import type { FormFor } from "#lib/web/form-state.ts";
import { cancelSessionAction } from "#lib/workshops/actions/workshops.ts";
import type { Roster } from "#lib/workshops/queries/roster.ts";
import { fillInWords } from "#lib/workshops/rules/fill.ts";
import { fieldWords, workshopPages as pages } from "#lib/workshops/words/pages.ts";
import { rosterWords as words } from "#lib/workshops/words/roster.ts";
import { workshopWords } from "#lib/workshops/words/staff.ts";
import { CancelForm } from "./cancel-forms.tsx";
import { SessionTag } from "./session-list.tsx";

/** When and where, how full, and who came. */
export function RosterHead({ roster }: { roster: Roster }) {
  const { session, why, counts, isDoorOpen } = roster;
  return (
    <div className="space-y-4">
      <SessionTag session={session} />
      {why ? <Prose>{why}</Prose> : null}
      {session.fill && isDoorOpen ? (
        <>
          <p className="font-semibold">{countsOf(counts, session.fill.taken)}</p>
          <Details summary={pages.facts}>
            <Facts roster={roster} />
          </Details>
        </>
      ) : (
        <Facts roster={roster} />
      )}
      {isDoorOpen || session.fill === null ? null : (
        <IconLine icon="clock">{workshopWords.too_early}</IconLine>
      )}
    </div>
  );
}

/** Folded away on the day: then the list matters, on a phone above all. */
function Facts({ roster: { session, place } }: { roster: Roster }) {
  return (
    <DefinitionList
      facts={[
        { label: "When", value: <Time {...session.when} /> },
        session.atVenue ? { label: fieldWords.timeZone, value: session.atVenue.full } : null,
        { label: words.where, value: session.area },
        place === ""
          ? null
          : { label: fieldWords.place, value: <span className="wrap-anywhere">{place}</span> },
        { label: fieldWords.facilitator, value: session.facilitator },
        { label: fieldWords.capacity, value: fillInWords(session.fill) },
      ]}
    />
  );
}

function countsOf({ attended, absent, excused }: Roster["counts"], taken: number): string {
  const parts = [words.came(attended, taken)];
  if (absent > 0) parts.push(words.absent(absent));
  if (excused > 0) parts.push(words.excused(excused));
  return parts.join(", ");
}

/** Changing the session, for admins. */
export function SessionLinks({ roster }: { roster: Roster }) {
  const { session, mayEdit, isAhead } = roster;
  if (!mayEdit || !isAhead || session.phase === "cancelled") return null;
  return (
    <ButtonLink href={`/workshops/sessions/${session.id}/change`} variant="quiet">
      {pages.change}
    </ButtonLink>
  );
}

/** Under the list: the next page, everything on one to print, who can see it, and cancelling. */
export function RosterFoot({ roster, search, form }: { roster: Roster; search: string; form: FormFor }) {
  const { session, next, mayEdit, isAhead, told } = roster;
  const at = `/workshops/sessions/${session.id}`;
  const query = search === "" ? "" : `q=${encodeURIComponent(search)}&`;
  const hidden = { session: session.id };
  return (
    <div className="space-y-4 print:hidden">
      {next ? (
        <p>
          <ButtonLink href={`${at}?${query}after=${next}`} variant="quiet">
            {words.more}
          </ButtonLink>
        </p>
      ) : null}
      {session.fill && session.fill.taken > 0 ? (
        <p>
          <TextLink href={`${at}?all`}>{words.print}</TextLink>
        </p>
      ) : null}
      <WhoCanSee>{roster.whoSees}</WhoCanSee>
      {mayEdit && isAhead && session.phase !== "cancelled" ? (
        <CancelForm
          action={cancelSessionAction}
          initial={form("cancelSessionAction", hidden)}
          hidden={hidden}
          title={pages.cancelSessionTitle}
          told={session.isDraft ? 0 : told}
        />
      ) : null}
    </div>
  );
}
