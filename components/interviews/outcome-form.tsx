import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Time } from "#components/ui/words.tsx";
import { setOutcomeAction } from "#lib/interviews/actions.ts";
import type { getInterview } from "#lib/interviews/queries.ts";
import {
  outcomeHints,
  outcomeLabels,
  outcomeStaffLabels,
  reasonLabels,
  reasonStaffLabels,
} from "#lib/interviews/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { optionsOf } from "./format-field.tsx";

type Interview = NonNullable<Awaited<ReturnType<typeof getInterview>>>;

/** How it stands now, in one line: after a refused change it says what somebody else saved. */
export function OutcomeNow({ interview }: { interview: Interview }) {
  const { isOwn, outcome, outcomeReason: reason, outcomeSince } = interview;
  return (
    <p className="mb-6 text-quiet">
      How it stands now: {(isOwn ? outcomeLabels : outcomeStaffLabels)[outcome]}
      {reason ? `. ${(isOwn ? reasonLabels : reasonStaffLabels)[reason]}` : ""}
      {outcomeSince ? (
        <>
          , saved <Time {...outcomeSince} />
        </>
      ) : null}
      .
    </p>
  );
}

/** One tap says how it ended. */
export function OutcomeForm({ initial, interview }: { initial: FormState; interview: Interview }) {
  const options = interview.isOwn
    ? optionsOf(outcomeLabels).map((option) => ({
        ...option,
        hint: outcomeHints[option.value as keyof typeof outcomeHints],
      }))
    : optionsOf(outcomeStaffLabels);
  return (
    <ActionForm
      action={setOutcomeAction}
      initial={initial}
      hidden={{ interview: interview.id, version: String(interview.version) }}
    >
      <ChoiceButtons
        name="outcome"
        label="How did it end?"
        labelHidden
        options={options}
        chosen={interview.outcome}
      />
    </ActionForm>
  );
}

/** After a no: the reason, if there was one. */
export function ReasonForm({ initial, interview }: { initial: FormState; interview: Interview }) {
  const { id, version, outcomeReason, isOwn } = interview;
  return (
    <ActionForm
      action={setOutcomeAction}
      initial={initial}
      hidden={{ interview: id, version: String(version), outcome: "rejected" }}
    >
      <ChoiceButtons
        name="reason"
        label="Their reason"
        labelHidden
        options={optionsOf(isOwn ? reasonLabels : reasonStaffLabels)}
        {...(outcomeReason === null ? {} : { chosen: outcomeReason })}
      />
    </ActionForm>
  );
}
