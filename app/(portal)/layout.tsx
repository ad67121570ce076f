import type { ReactNode } from "react";
import { SignOutForm } from "#components/accounts/sign-out-form.tsx";
import { SendWaiting } from "#components/layout/send-waiting.tsx";
import { PortalShell } from "#components/layout/portal-shell.tsx";
import { firstName } from "#lib/core/text.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { navigation } from "#lib/web/navigation.ts";
import { currentSession, freshForm, homeOf } from "#lib/web/session.ts";

/** What stands around every signed-in page. It decides nothing: each page has its own gate. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [current, agency] = await Promise.all([currentSession(), getAgency()]);
  if (!current) return children;
  const { viewer, sessionId, welcomed } = current;
  return (
    <PortalShell
      agency={agency.name}
      home={homeOf(viewer)}
      entries={welcomed ? [...navigation[viewer.role]] : []}
      account={{ href: "/you", label: viewer.name, short: firstName(viewer.name) }}
      signOut={<SignOutForm initial={freshForm()} session={sessionId} />}
      width={viewer.role === "candidate" ? "column" : "wide"}
    >
      {children}
      <SendWaiting person={viewer.personId} />
    </PortalShell>
  );
}
