import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { setAttendanceAction } from "#lib/mocks/actions/attendance.ts";
import { attendanceChoices, attendanceWords as words } from "#lib/mocks/words/attendance.ts";
import type { FormState } from "#lib/web/form-state.ts";
import type { Session } from "./session-facts.tsx";

/** One tap for what became of a session, and its undo. Before the start there is nothing to say. */
export function Attendance({ session, initial }: { session: Session; initial: FormState }) {
  const { attendance, candidate } = session;
  if (!attendance) return null;
  return (
    <div className="mt-6 max-w-column">
      <Section title={words.title}>
        <ActionForm
          action={setAttendanceAction}
          initial={initial}
          hidden={{ mock: session.id, shown: attendance.set?.what ?? "" }}
        >
          {attendance.set ? (
            <>
              <p>
                {words.set(attendanceChoices[attendance.set.what], attendance.set.by, attendance.set.when)}
              </p>
              <SubmitButton variant="quiet" name="attendance" value="undo">
                {words.undo}
              </SubmitButton>
            </>
          ) : (
            <ChoiceButtons
              name="attendance"
              label={words.ask}
              hint={words.hint(candidate.name)}
              options={Object.entries(attendanceChoices).map(([value, label]) => ({ value, label }))}
            />
          )}
        </ActionForm>
      </Section>
    </div>
  );
}
