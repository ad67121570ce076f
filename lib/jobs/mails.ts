import type { KindOfMail } from "#lib/jobs/compose.ts";
import { accountMails } from "#lib/jobs/mails/accounts.ts";
import { helpMails } from "#lib/jobs/mails/help.ts";
import { mockMails } from "#lib/jobs/mails/mocks.ts";
import { peopleMails } from "#lib/jobs/mails/people.ts";
import { postMortemMails } from "#lib/jobs/mails/post-mortems.ts";
import { reviewMails } from "#lib/jobs/mails/reviews.ts";
import { seatMails } from "#lib/jobs/mails/seats.ts";
import { workshopChangeMails } from "#lib/jobs/mails/workshop-changes.ts";
import type { MailKind } from "#lib/mail/words.ts";

/** How each kind of mail comes to its text. A kind without its entry does not compile. */
export const mails = {
  ...accountMails,
  ...peopleMails,
  ...helpMails,
  ...reviewMails,
  ...postMortemMails,
  ...mockMails,
  ...seatMails,
  ...workshopChangeMails,
} satisfies Record<MailKind, Pick<KindOfMail<never>, "compose">>;
