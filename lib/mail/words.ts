/** Every kind of mail, with its name for staff. A kind without a body in lib/jobs/mails does not compile. */
export const mailKinds = {
  "sign_in.requested": "Sign-in link and code",
  "person.invited": "Invitation",
  "note.shared": "Note from a counselor",
  "note.answered": "Answer to a note",
  "post_mortem.finished": "Debrief to review",
  "mock.booked": "Session booked",
  "mock.moved": "Session moved",
  "mock.cancelled": "Session cancelled",
} as const;

export type MailKind = keyof typeof mailKinds;

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(mailKinds, kind);
}
