import { NextStepItem } from "#components/plan/next-step-item.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Section } from "#components/ui/page.tsx";
import type { OpenActions as Listed } from "#lib/plan/queries/open.ts";
import { nextStepsWords } from "#lib/plan/words.ts";
import type { FormFor } from "#lib/web/form-state.ts";

/** How many stand open; the others are one tap away. */
const shown = 3;

/** What there is to do from all debriefs, the soonest first; what was just done stays for a moment, with "Undo". */
export function OpenActions({ actions, form }: { actions: Listed; form: FormFor }) {
  const { open, justEnded } = actions;
  if (open.length + justEnded.length === 0) return null;
  const more = open.slice(shown);
  return (
    <Section title={nextStepsWords.homeTitle} id="next-steps">
      <Items actions={[...justEnded, ...open.slice(0, shown)]} form={form} />
      {more.length > 0 ? (
        <Details summary={nextStepsWords.more(more.length)}>
          <Items actions={more} form={form} />
        </Details>
      ) : null}
    </Section>
  );
}

function Items({ actions, form }: { actions: readonly Listed["open"][number][]; form: FormFor }) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-raised">
      {actions.map((action) => (
        <NextStepItem
          key={action.id}
          action={action}
          form={form}
          about={{
            label: nextStepsWords.about(action.employer),
            href: `/interviews/${action.interviewId}/post-mortem#next-steps`,
          }}
        />
      ))}
    </ul>
  );
}
