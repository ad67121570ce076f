import type { Metadata } from "next";
import { RecoveryCodes } from "#components/accounts/second-factor-forms.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listUnseenCodes } from "#lib/accounts/queries/second-factor.ts";
import { secondFactorWords as words } from "#lib/accounts/words/second-factor.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { ownPath } from "#lib/web/guard.ts";
import { freshForm, gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Recovery codes" };

export default async function RecoveryCodesPage({ searchParams }: PageProps<"/second-factor/codes">) {
  const viewer = await gate("/second-factor/codes");
  const [{ next: asked }, { name }, codes] = await Promise.all([
    searchParams,
    getAgency(),
    listUnseenCodes(viewer),
  ]);
  const next = typeof asked === "string" ? ownPath(asked) : null;
  return (
    <PublicShell agency={name}>
      <PageTitle intro={codes.length > 0 ? words.codesIntro : words.codesGone}>{words.codesTitle}</PageTitle>
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} initial={freshForm()} next={next} />
      ) : (
        <ButtonLink href={next ?? "/"}>{words.codesGoneOn}</ButtonLink>
      )}
    </PublicShell>
  );
}
