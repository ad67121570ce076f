import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { changeSharingAction } from "#lib/post-mortems/actions.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import { readWords } from "#lib/post-mortems/words/form.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { sharingOptions } from "./sharing-screen.tsx";

type Shared = { id: string; sharing: Sharing; counselor: string | null };

/** Who may see it, changed with one tap, at any time. */
export function ChangeSharing({ read, initial }: { read: Shared; initial: FormState }) {
  return (
    <div className="mt-8 print:hidden">
      <Details summary={readWords.changeSharing}>
        <ActionForm action={changeSharingAction} initial={initial} hidden={{ postMortem: read.id }}>
          <ChoiceButtons
            name="sharing"
            label={readWords.changeSharing}
            labelHidden
            options={sharingOptions(read.counselor)}
            chosen={read.sharing}
          />
        </ActionForm>
      </Details>
    </div>
  );
}
