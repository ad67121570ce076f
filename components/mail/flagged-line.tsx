import { Flash } from "#components/ui/notices.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { logAddress } from "#lib/mail/rules.ts";
import { flagWords } from "#lib/mail/words.ts";

/** That mails to somebody come back, and what to do about it: ask, mend (for an admin), or, where it is mended, nothing. */
export function FlaggedLine({
  person,
  next = null,
}: {
  person: { id: string; firstName: string };
  next?: "ask" | "mend" | null;
}) {
  return (
    <Flash tone="attention">
      <strong className="block">{flagWords.title}</strong>
      {flagWords.ofCandidate(person.firstName)} {next === "ask" ? flagWords.ask : null}
      <span className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
        <TextLink href={logAddress({ person: person.id })}>{flagWords.see}</TextLink>
        {next === "mend" ? <TextLink href={`/people/${person.id}/address`}>{flagWords.mend}</TextLink> : null}
      </span>
    </Flash>
  );
}
