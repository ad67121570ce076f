import { Section } from "#components/ui/page.tsx";
import type { ShownInformational } from "#lib/mocks/queries/informational.ts";
import { informationalWords as words } from "#lib/mocks/words.ts";
import { InformationalList } from "./informational.tsx";

/** The short list on a candidate's page; nothing where nothing was logged. */
export function InformationalSection({ logged }: { logged: ShownInformational[] }) {
  if (logged.length === 0) return null;
  return (
    <Section title={words.staffTitle}>
      <InformationalList logged={logged} />
    </Section>
  );
}
