import { environment } from "#lib/infra/env.ts";
import type { KindOfMail } from "#lib/jobs/compose.ts";
import { writeText } from "#lib/jobs/letter.ts";
import { mails } from "#lib/jobs/mails.ts";
import { samplesOf } from "#lib/jobs/samples.ts";
import type { FactsOf } from "#lib/jobs/samples.ts";
import type { MailBody } from "#lib/mail/mail.tsx";
import { isMailKind, mailKinds } from "#lib/mail/words.ts";
import type { MailKind } from "#lib/mail/words.ts";
import { getAgency } from "#lib/settings/queries.ts";

const kinds: { readonly [Kind in MailKind]: KindOfMail<FactsOf[Kind]> } = mails;

function bodyFor<Kind extends MailKind>(kind: Kind, facts: Pick<FactsOf, Kind>): MailBody {
  return kinds[kind].body(facts[kind]);
}

/** Every kind of mail with the subject that its made-up one has, in the order of `mailKinds`. Nobody's data is read. */
export async function listMailPreviews() {
  const { samples } = await readHouse();
  return Object.entries(mailKinds)
    .flatMap(([kind, label]) => (isMailKind(kind) ? [{ kind, label }] : []))
    .map(({ kind, label }) => ({ kind, label, subject: bodyFor(kind, samples).subject }));
}

/** One kind as its reader would get it, with made-up facts; null for what is no kind of mail. */
export async function previewMail(kind: string) {
  if (!isMailKind(kind)) return null;
  const { agency, samples, address } = await readHouse();
  const body = bodyFor(kind, samples);
  return {
    kind,
    label: mailKinds[kind],
    from: `${agency.senderName || agency.name} <${address}>`,
    replyTo: agency.replyTo || null,
    hasCalendar: body.calendar !== null,
    ...(await writeText(body)),
  };
}

async function readHouse() {
  const agency = await getAgency();
  const { MAIL_FROM: address, ORIGIN } = environment();
  const link = (path: string) => `${ORIGIN}${path}`;
  const house = { agency: agency.name, timeZone: agency.timeZone, senderAddress: address, link };
  return { agency, address, samples: samplesOf(house) };
}

export type MailPreview = NonNullable<Awaited<ReturnType<typeof previewMail>>>;
