import { Flash } from "#components/ui/notices.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { logAddress } from "#lib/mail/rules.ts";
import { flagWords } from "#lib/mail/words.ts";

/** That mails to somebody come back, and what to do about it. `mends`: for an admin, who can change the address. */
export function FlaggedLine({
  person,
  mends = false,
}: {
  person: { id: string; name: string };
  mends?: boolean;
}) {
  const links = (
    <>
      <TextLink href={logAddress({ person: person.id })}>{flagWords.see}</TextLink>
      {mends ? <TextLink href={`/people/${person.id}/address`}>{flagWords.mend}</TextLink> : null}
    </>
  );
  return (
    <Flash tone="attention" action={links}>
      <strong className="block">{flagWords.title}</strong>
      {flagWords.ofCandidate(person.name)} {mends ? null : flagWords.ask}
    </Flash>
  );
}
