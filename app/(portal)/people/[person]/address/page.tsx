import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddressForm } from "#components/accounts/address-form.tsx";
import { FlaggedLine } from "#components/mail/flagged-line.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { getAddress } from "#lib/accounts/queries.ts";
import { addressWords } from "#lib/accounts/words.ts";
import { isId } from "#lib/core/id.ts";
import { firstName } from "#lib/core/text.ts";
import { getFlag } from "#lib/mail/queries/flags.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: addressWords.title };

export default async function AddressPage({ params, searchParams }: PageProps<"/people/[person]/address">) {
  const viewer = await gate("/people/[person]/address");
  const [{ person: id }, { done, kept }] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const [person, flagged, form] = await Promise.all([
    getAddress(viewer, id),
    getFlag(id),
    keptForm(viewer, kept),
  ]);
  if (!person) notFound();
  const flash = flashFor({ saved: addressWords.saved }, done);
  return (
    <div className="max-w-column">
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={{ href: `/people/${id}`, label: person.name }}
        intro={addressWords.intro(firstName(person.name))}
      >
        {addressWords.title}
      </PageTitle>
      {flagged ? <FlaggedLine person={{ id, firstName: firstName(person.name) }} /> : null}
      <AddressForm person={person} initial={form} />
    </div>
  );
}
