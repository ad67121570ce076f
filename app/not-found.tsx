import { ButtonLink } from "#components/ui/button.tsx";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { PageTitle } from "#components/ui/page.tsx";

export default function NotFound() {
  return (
    <PublicShell agency="Debrief">
      <PageTitle intro="It may have moved, or it is not yours to see.">This page is not here</PageTitle>
      <ButtonLink href="/">Go to my start page</ButtonLink>
    </PublicShell>
  );
}
