import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** The mails on a viewer's log: admins all; counselors those to themselves and to their own candidates; candidates none. */
export function mailsVisibleTo(viewer: Viewer): Prisma.MailWhereInput {
  if (viewer.role === "admin") return {};
  if (!isStaff(viewer)) return { id: { in: [] } };
  return { recipient: { OR: [{ id: viewer.personId }, { counselorId: viewer.personId }] } };
}

/** The same decision about one mail at hand. */
export function canSeeMail(
  viewer: Viewer,
  mail: { recipientId: string; recipientCounselorId: string | null },
): boolean {
  if (viewer.role === "admin") return true;
  return (
    isStaff(viewer) && (mail.recipientId === viewer.personId || mail.recipientCounselorId === viewer.personId)
  );
}

/** Who can see the log, in one line. */
export function whoSeesMails(viewer: Viewer): string {
  return viewer.role === "admin"
    ? "Admins see every mail; counselors those to themselves and to their own candidates. Nobody sees what a mail said."
    : "You see the mails to yourself and to your own candidates. Nobody sees what a mail said.";
}
