import type { Metadata } from "next";
import { InviteForm } from "#components/people/invite-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { inviteColleagueAction } from "#lib/people/actions.ts";
import { listCounselors } from "#lib/people/queries.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Invite somebody" };

export default async function InvitePersonPage({ searchParams }: PageProps<"/people/invite">) {
  const viewer = await gate("/people/invite");
  const { kept } = await searchParams;
  const [counselors, form] = await Promise.all([listCounselors(viewer), keptForm(viewer, kept)]);
  return (
    <div className="max-w-column">
      <PageTitle
        back={{ href: "/people", label: "People" }}
        intro="They get a mail with a link. No password to remember."
      >
        Invite somebody
      </PageTitle>
      <InviteForm
        action={inviteColleagueAction}
        initial={form}
        counselors={counselors}
        roles={["candidate", "counselor", "admin"]}
      />
    </div>
  );
}
