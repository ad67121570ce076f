import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BesideDesk } from "#components/desk/beside-desk.tsx";
import { HelpOnDesk } from "#components/people/help-on-desk.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { isId } from "#lib/core/id.ts";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { getHelpRequest } from "#lib/people/queries/help.ts";
import { helpDeskFlashes, helpDeskWords } from "#lib/people/words/help.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Request for help" };

export default async function HelpRequestPage({ params, searchParams }: PageProps<"/desk/help/[request]">) {
  const viewer = await gate("/desk/help/[request]");
  const [{ request: id }, { done, kept }] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const { now } = await thisSession();
  const [request, desk, form] = await Promise.all([
    getHelpRequest(viewer, id, now),
    listDesk(viewer, now),
    keptForms(viewer, kept),
  ]);
  if (!request) notFound();
  const flash = flashFor(helpDeskFlashes, done);
  return (
    <BesideDesk
      desk={desk}
      here={`/desk/help/${id}`}
      title={helpDeskWords.title(request.name)}
      intro={helpDeskWords.about(request.topic, request.confirmed)}
      flash={flash ? <Flash>{flash}</Flash> : null}
    >
      <HelpOnDesk request={request} form={form} />
    </BesideDesk>
  );
}
