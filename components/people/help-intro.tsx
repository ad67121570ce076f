import { Section } from "#components/ui/page.tsx";
import { StandingTag, OutsideLink } from "#components/workshops/seat-list.tsx";
import type { OpenWorkshop } from "#lib/people/queries/open-workshops.ts";
import { helpPages } from "#lib/people/words/help.ts";

/** What the agency offers, in plain words, and where to call. */
export function HelpIntro({ helpLine }: { helpLine: string }) {
  return (
    <>
      <ul className="list-disc space-y-2 pl-5">
        {helpPages.offers.map((offer) => (
          <li key={offer}>{offer}</li>
        ))}
      </ul>
      {helpLine === "" ? null : <p className="mt-4 font-semibold">{helpPages.helpLine(helpLine)}</p>}
    </>
  );
}

/** The coming open workshops: what, when at the venue, where, and the seats left. */
export function OpenWorkshops({ workshops }: { workshops: OpenWorkshop[] }) {
  return (
    <Section title={helpPages.workshops}>
      <p className="text-quiet">
        {workshops.length === 0 ? helpPages.noWorkshops : helpPages.workshopsIntro}
      </p>
      {workshops.length === 0 ? null : (
        <ul className="rounded-lg border border-line bg-raised">
          {workshops.map(({ id, title, kind, iso, when, area, state, text, link }) => (
            <li key={id} className="space-y-1.5 border-b border-line px-4 py-3 last:border-b-0">
              <h3 className="font-semibold wrap-anywhere">{title}</h3>
              <p className="text-sm text-quiet">
                <span className="inline-block first-letter:uppercase">{kind}</span>,{" "}
                <time dateTime={iso}>{when}</time>
              </p>
              <p className="text-sm wrap-anywhere text-quiet">{area}</p>
              <StandingTag state={state} text={text} />
              {link ? (
                <p>
                  <OutsideLink href={link}>{helpPages.elsewhere}</OutsideLink>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
