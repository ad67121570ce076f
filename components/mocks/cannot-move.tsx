import { Card } from "#components/ui/page.tsx";
import type { mockWordsFor } from "#lib/mocks/words.ts";
import { MailLink } from "./mail-link.tsx";

type CannotMoveProps = {
  why: "cancelled" | "started" | "changed" | "late_move";
  /** With the agency's figures. */
  words: ReturnType<typeof mockWordsFor>;
  counselor: { name: string; email: string };
};

/** Why a session stays where it is, and the way on. */
export function CannotMove({ why, words, counselor }: CannotMoveProps) {
  return (
    <Card>
      <p>{words[why]}</p>
      {why === "late_move" ? (
        <p>
          <MailLink email={counselor.email}>Ask {counselor.name} to move it</MailLink>
        </p>
      ) : null}
    </Card>
  );
}
