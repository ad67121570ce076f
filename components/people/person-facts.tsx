import { FlaggedLine } from "#components/mail/flagged-line.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Section, TextLink } from "#components/ui/page.tsx";
import { Time } from "#components/ui/words.tsx";
import { roleWords } from "#lib/accounts/words.ts";
import { firstName } from "#lib/core/text.ts";
import { flagWords } from "#lib/mail/words.ts";
import type { getPerson } from "#lib/people/queries/person.ts";
import { peopleAddress } from "#lib/people/rules/filters.ts";
import { arrivalWords, peoplePageWords as words } from "#lib/people/words.ts";

export type ShownPerson = NonNullable<Awaited<ReturnType<typeof getPerson>>>;

/** Who somebody is here, how far they have come, and how much hangs on them. */
export function PersonFacts({ person }: { person: ShownPerson }) {
  return (
    <>
      {person.isFlagged ? (
        <FlaggedLine person={{ id: person.id, firstName: firstName(person.name) }} />
      ) : null}
      <Section title={words.who}>
        <DefinitionList
          facts={[
            { label: words.address, value: addressOf(person) },
            { label: words.role, value: roleWords[person.role] },
            person.role === "candidate" ? { label: words.counselor, value: counselorOf(person) } : null,
            { label: words.state, value: arrivalWords[person.arrival] },
            {
              label: words.invited,
              value: (
                <>
                  <Time {...person.invited} /> {person.invitedBy ? words.by(person.invitedBy) : null}
                </>
              ),
            },
            person.deactivated
              ? {
                  label: words.ended,
                  value: (
                    <>
                      <Time {...person.deactivated} />{" "}
                      {person.deactivatedBy ? words.by(person.deactivatedBy) : null}
                    </>
                  ),
                }
              : null,
            { label: words.signedIn, value: words.devices(person.signedIn) },
          ]}
        />
      </Section>
      <Section title={words.has}>
        <DefinitionList facts={factsOf(person)} />
      </Section>
    </>
  );
}

function addressOf({ id, email, arrival }: ShownPerson) {
  return (
    <>
      <span className="wrap-anywhere">{email}</span>{" "}
      {arrival === "left" ? null : <TextLink href={`/people/${id}/address`}>{flagWords.mend}</TextLink>}
    </>
  );
}

function counselorOf({ counselor }: ShownPerson) {
  if (!counselor) return words.noCounselor;
  return (
    <>
      <TextLink href={`/people/${counselor.id}`}>{counselor.name}</TextLink>{" "}
      {counselor.isActive ? null : words.gone}
    </>
  );
}

function factsOf({ id, role, has }: ShownPerson) {
  if (role === "candidate")
    return [
      { label: words.applications, value: has.applications },
      { label: words.interviews, value: has.interviews },
      { label: words.sessions, value: has.sessions },
    ];
  const filter = { sought: "", role: null, arrival: null, counselor: id };
  const { candidates } = has;
  return [
    {
      label: words.candidates,
      value: candidates === 0 ? 0 : <TextLink href={peopleAddress(filter)}>{candidates}</TextLink>,
    },
    { label: words.sessions, value: has.sessions },
    { label: words.actions, value: has.actions },
  ];
}
