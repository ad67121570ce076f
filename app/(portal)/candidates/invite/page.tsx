import type { Metadata } from "next";
import { InviteForm } from "#components/people/invite-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { inviteCandidateAction } from "#lib/people/actions.ts";
import { listCounselors } from "#lib/people/queries.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Invite a candidate" };

export default async function InviteCandidatePage({ searchParams }: PageProps<"/candidates/invite">) {
  const viewer = await gate("/candidates/invite");
  const { kept } = await searchParams;
  const [counselors, form] = await Promise.all([listCounselors(viewer), keptForm(viewer, kept)]);
  return (
    <div className="max-w-column">
      <PageTitle
        back={{ href: "/candidates", label: "Candidates" }}
        intro={
          viewer.role === "admin"
            ? "They get a mail with a link."
            : "They get a mail with a link, and you are their counselor."
        }
      >
        Invite a candidate
      </PageTitle>
      <InviteForm
        action={inviteCandidateAction}
        initial={form}
        counselors={counselors}
        roles={["candidate"]}
      />
    </div>
  );
}
