import type { ReactNode } from "react";
import { ActionForm } from "#components/ui/form.tsx";
import { IconLine } from "#components/ui/words.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import { NoSlots } from "./no-slots.tsx";
import { NextSlots, SlotDays } from "./slot-buttons.tsx";
import { WeekLinks } from "./week-links.tsx";
import type { getSlotsToMove } from "#lib/mocks/queries/slots.ts";

type Month = Pick<
  NonNullable<Awaited<ReturnType<typeof getSlotsToMove>>>,
  "weeks" | "days" | "later" | "none" | "openLimit" | "zone" | "minutes" | "counselor"
>;

type SlotFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  initial: FormState;
  month: Month;
  /** What goes along with the chosen time. */
  hidden: Record<string, string>;
  path: string;
  verb: "Book" | "Move to";
  /** Whom the reader meets. */
  partner: string;
  /** Is the reader the candidate? Then an empty calendar says whom to ask. */
  forCandidate: boolean;
  /** Fields beside the time. */
  children?: ReactNode;
};

/** A month of slots: weeks to choose from, and the times of one of them. Choosing a time books it. */
export function SlotForm({
  action,
  initial,
  month,
  hidden,
  path,
  verb,
  partner,
  forCandidate,
  children,
}: SlotFormProps) {
  const { days, later, weeks, minutes, zone } = month;
  const hasTimes = days.length > 0;
  const rest = `${minutes} minutes, with ${partner}`;
  return (
    <div className="space-y-6">
      {weeks.length > 1 && hasTimes ? <WeekLinks weeks={weeks} path={path} /> : null}
      <ActionForm action={action} initial={initial} hidden={hidden}>
        <NextSlots days={days} later={later} verb={verb} rest={rest} />
        {hasTimes ? children : null}
        {hasTimes ? (
          <IconLine icon="clock">{`Times are yours: ${zone}. ${minutes} minutes each.`}</IconLine>
        ) : null}
        <SlotDays days={days} verb={verb} rest={rest} />
      </ActionForm>
      {hasTimes ? null : (
        <NoSlots
          none={month.none}
          openLimit={month.openLimit}
          counselor={month.counselor}
          forCandidate={forCandidate}
          week={month.weeks.some((week) => week.count > 0)}
        />
      )}
    </div>
  );
}
