import { TextLink } from "#components/ui/page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Prose, Tag } from "#components/ui/words.tsx";
import { guideAddress } from "#lib/causes/rules/addresses.ts";
import { actionKindLabels } from "#lib/causes/words/settings.ts";
import type { ShownAction } from "#lib/plan/queries/shown.ts";
import { nextStepsWords } from "#lib/plan/words.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { DoneForm, NotDoingForm, ReopenForm } from "./action-forms.tsx";

type Props = {
  action: ShownAction;
  form: FormFor;
  /** On Home: the page that it comes from, which says and offers more. */
  about?: { label: string; href: string };
};

/** One next step as its candidate reads it: what, until when, and the one tap that says it is done. */
export function NextStepItem({ action, form, about }: Props) {
  const isOpen = action.endedAs === null;
  return (
    <li className="space-y-3 px-4 py-4 print:break-inside-avoid">
      <div className="space-y-1">
        <p dir="auto" className={isOpen ? "font-semibold wrap-anywhere" : "text-quiet wrap-anywhere"}>
          {action.text}
        </p>
        {isOpen ? (
          <p className="text-sm text-quiet">
            {actionKindLabels[action.kind]} · {action.dueLabel}
          </p>
        ) : null}
        <Said action={action} />
      </div>
      {isOpen ? (
        <Open action={action} form={form} onHome={about !== undefined} />
      ) : (
        <Ended action={action} form={form} />
      )}
      {about ? (
        <p className="flex min-h-11 items-center text-sm wrap-anywhere">
          <TextLink href={about.href}>{about.label}</TextLink>
        </p>
      ) : null}
    </li>
  );
}

/** What the counselor has to do with it. */
function Said({ action }: { action: ShownAction }) {
  const said = [
    action.isCandidates ? null : nextStepsWords.ownedBy(action.owner),
    action.side === "counselor" ? nextStepsWords.addedBy(action.madeBy) : null,
    action.acceptedBy && nextStepsWords.accepted(action.acceptedBy),
  ].filter((one) => one !== null);
  return said.length > 0 ? <p className="text-sm text-quiet">{said.join(" ")}</p> : null;
}

function Open({ action, form, onHome }: Pick<Props, "action" | "form"> & { onHome: boolean }) {
  if (!action.isCandidates) return null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <DoneForm action={action} form={form} variant={onHome ? "quiet" : "primary"} />
        {action.code === "mock" ? (
          <ButtonLink href="/practice/mocks/new" variant="quiet">
            {nextStepsWords.book}
          </ButtonLink>
        ) : null}
      </div>
      {onHome ? null : (
        <>
          <Guides action={action} />
          <NotDoingForm action={action} form={form} />
        </>
      )}
    </>
  );
}

/** The page about each cause that it is for. */
function Guides({ action }: { action: ShownAction }) {
  if (action.causes.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm print:hidden">
      {action.causes.map(({ code, name }) => (
        <li key={code} className="flex min-h-11 items-center">
          <TextLink href={guideAddress(code)}>{nextStepsWords.guide(name)}</TextLink>
        </li>
      ))}
    </ul>
  );
}

function Ended({ action, form }: Pick<Props, "action" | "form">) {
  if (action.endedAs === "carried") return <Tag icon="next">{nextStepsWords.isCarried}</Tag>;
  const isDone = action.endedAs === "done";
  return (
    <>
      <Tag icon={isDone ? "done" : "close"} tone={isDone ? "done" : "plain"}>
        {isDone ? nextStepsWords.isDone : nextStepsWords.isNotDoing}
      </Tag>
      {action.why ? <Prose>{action.why}</Prose> : null}
      {action.isCandidates ? (
        <ReopenForm action={action} form={form}>
          {isDone ? nextStepsWords.undo : nextStepsWords.bringBack}
        </ReopenForm>
      ) : null}
    </>
  );
}
