import { ButtonLink } from "#components/ui/button.tsx";
import { PageTitle } from "#components/ui/page.tsx";

/** The same words inside the portal, whose shell stands around it already. */
export default function NotFound() {
  return (
    <>
      <PageTitle intro="It may have moved, or it is not yours to see.">This page is not here</PageTitle>
      <ButtonLink href="/">Go to my start page</ButtonLink>
    </>
  );
}
