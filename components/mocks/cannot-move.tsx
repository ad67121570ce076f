import { Card } from "#components/ui/page.tsx";
import { mockWords } from "#lib/mocks/words.ts";
import { MailLink } from "./mail-link.tsx";

type CannotMoveProps = {
  why: "cancelled" | "started" | "changed" | "late_move";
  counselor: { name: string; email: string };
};

/** Why a session stays where it is, and the way on. */
export function CannotMove({ why, counselor }: CannotMoveProps) {
  return (
    <Card>
      <p>{mockWords[why]}</p>
      {why === "late_move" ? (
        <p>
          <MailLink email={counselor.email}>Ask {counselor.name} to move it</MailLink>
        </p>
      ) : null}
    </Card>
  );
}
