import type { ReactNode } from "react";

/** A mail to a person, in the reader's own mail program. */
export function MailLink({ email, children }: { email: string; children: ReactNode }) {
  return (
    <a
      href={`mailto:${email}`}
      className="text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {children}
    </a>
  );
}
