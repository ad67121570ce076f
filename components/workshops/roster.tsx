import { ActionForm } from "#components/ui/form.tsx";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import { markAttendanceAction } from "#lib/workshops/actions/roster.ts";
import type { Roster as Shown } from "#lib/workshops/queries/roster.ts";
import { rosterWords as words } from "#lib/workshops/words/roster.ts";
import { attendanceWords } from "#lib/workshops/words/staff.ts";

type RosterProps = { roster: Shown; search: string; form: () => FormState };

/** Who has a seat, by name: one tap a person. On paper a name and a box to tick. */
export function Roster({ roster, search, form }: RosterProps) {
  if (roster.seats.length === 0) {
    if (search !== "") return <p className="py-4 text-quiet">{words.nobody}</p>;
    return <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>;
  }
  return (
    <ul className="rounded-lg border border-line bg-raised print:border-0">
      {roster.seats.map((seat) => (
        <SeatRow key={seat.id} seat={seat} form={form()} isDoorOpen={roster.isDoorOpen} />
      ))}
    </ul>
  );
}

type Seat = Shown["seats"][number];

function SeatRow({ seat, form, isDoorOpen }: { seat: Seat; form: FormState; isDoorOpen: boolean }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-3 py-2 last:border-b-0 print:break-inside-avoid">
      <div className="flex min-w-0 items-center gap-3">
        <span aria-hidden className="hidden size-4 shrink-0 border border-ink print:inline-block" />
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">{seat.name}</p>
          {seat.source === "walk_in" ? <p className="text-sm text-quiet">{words.walkIn}</p> : null}
        </div>
      </div>
      {isDoorOpen ? <Attendance seat={seat} form={form} /> : null}
    </li>
  );
}

const toneOf = { attended: "done", absent: "attention", excused: "plain" } as const;
const iconOf = { attended: "done", absent: "cancelled", excused: "info" } as const;

/** What to tap, or what was tapped, by whom and when, with the way back. */
function Attendance({ seat, form }: { seat: Seat; form: FormState }) {
  const { attendance, markedAt, markedBy, name } = seat;
  const hidden = { seat: seat.id, was: attendance ?? "none" };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
      {attendance ? (
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-quiet">
          <Tag icon={iconOf[attendance]} tone={toneOf[attendance]}>
            {attendanceWords[attendance]}
          </Tag>
          {markedAt ? <Time {...markedAt} /> : null} {markedBy ? words.by(markedBy) : null}
        </p>
      ) : null}
      <ActionForm
        // A form of its own for each state: after a tap the next one is another request.
        key={hidden.was}
        action={markAttendanceAction}
        initial={form}
        hidden={hidden}
        label={`${words.status}: ${name}`}
        className="flex flex-wrap gap-2"
      >
        {attendance ? (
          <SubmitButton name="attendance" value="none" variant="quiet" pendingLabel={words.saving}>
            {words.undo}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </SubmitButton>
        ) : (
          (["attended", "absent", "excused"] as const).map((mark) => (
            <SubmitButton
              key={mark}
              name="attendance"
              value={mark}
              variant={mark === "attended" ? "primary" : "quiet"}
              pendingLabel={words.saving}
            >
              {attendanceWords[mark]}
              <VisuallyHidden>: {name}</VisuallyHidden>
            </SubmitButton>
          ))
        )}
      </ActionForm>
    </div>
  );
}
