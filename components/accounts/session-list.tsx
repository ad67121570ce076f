import { ActionForm } from "#components/ui/form.tsx";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import { endSessionAction, signOutAction, signOutEverywhereAction } from "#lib/accounts/actions.ts";
import type { listSessions } from "#lib/accounts/queries.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { ClearsDevice } from "./clears-device.tsx";

type SessionListProps = {
  sessions: Awaited<ReturnType<typeof listSessions>>;
  ending: FormState;
  leaving: FormState;
};

/** Every device that is signed in, each with its way out. */
export function SessionList({ sessions, ending, leaving }: SessionListProps) {
  return (
    <>
      <ul className="divide-y divide-line rounded-md border border-line bg-raised">
        {sessions.map(({ id, device, lastSeen, isHere }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div>
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {device}
                {isHere ? <Tag icon="check">This device</Tag> : null}
              </p>
              <p className="text-sm text-quiet">
                Last used <Time {...lastSeen} />
              </p>
            </div>
            <ActionForm
              action={isHere ? signOutAction : endSessionAction}
              initial={ending}
              hidden={{ session: id }}
            >
              {isHere ? <ClearsDevice /> : null}
              <SubmitButton variant="quiet" size="small" pendingLabel="Signing out…">
                Sign out<VisuallyHidden> {device}</VisuallyHidden>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={signOutEverywhereAction} initial={leaving}>
        <ClearsDevice />
        <SubmitButton variant="quiet" pendingLabel="Signing out…">
          Sign out everywhere
        </SubmitButton>
      </ActionForm>
    </>
  );
}
