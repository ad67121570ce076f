import { ButtonLink } from "#components/ui/button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Prose, Tag, WhoCanSee } from "#components/ui/words.tsx";
import type { FormFor } from "#lib/web/form-state.ts";
import { cancelWorkshopAction, publishWorkshopAction } from "#lib/workshops/actions/workshops.ts";
import type { ShownWorkshop } from "#lib/workshops/queries/workshop.ts";
import { fieldWords, workshopPages as pages } from "#lib/workshops/words/pages.ts";
import { workshopKindWords } from "#lib/workshops/words/staff.ts";
import { CancelForm } from "./cancel-forms.tsx";
import { OutsideLink } from "./seat-list.tsx";

/** What all its sessions share, as staff read it. */
export function WorkshopFacts({ workshop }: { workshop: ShownWorkshop }) {
  const { kind, state, about, causes, isOpen, elsewhereLink, materials, cancelledWhy } = workshop;
  return (
    <div className="space-y-4">
      {state === "draft" ? <Tag icon="draft">{pages.draftTag}</Tag> : null}
      {state === "cancelled" ? <Tag icon="cancelled">{pages.cancelledTag}</Tag> : null}
      {cancelledWhy ? <Prose>{cancelledWhy}</Prose> : null}
      <Prose>{about}</Prose>
      <DefinitionList
        facts={[
          { label: fieldWords.kind, value: workshopKindWords[kind] },
          { label: pages.helps, value: causes.length > 0 ? causes.join(", ") : pages.anything },
          { label: fieldWords.isOpen, value: isOpen ? pages.isOpen : pages.forCandidates },
          elsewhereLink === null
            ? null
            : {
                label: pages.elsewhereTag,
                value: <OutsideLink href={elsewhereLink}>{elsewhereLink}</OutsideLink>,
              },
          materials.length === 0
            ? null
            : {
                label: pages.materials,
                value: (
                  <ul>
                    {materials.map(({ label, url }) => (
                      <li key={`${label} ${url}`}>
                        <OutsideLink href={url}>{label}</OutsideLink>
                      </li>
                    ))}
                  </ul>
                ),
              },
        ]}
      />
      <WhoCanSee closed={state === "draft"}>{state === "draft" ? pages.draftSeen : pages.whoSees}</WhoCanSee>
    </div>
  );
}

/** Change and copy, for admins. */
export function WorkshopLinks({ workshop }: { workshop: ShownWorkshop }) {
  if (!workshop.mayEdit) return null;
  return (
    <>
      {workshop.state === "cancelled" ? null : (
        <ButtonLink href={`/workshops/${workshop.id}/change`} variant="quiet">
          {pages.change}
        </ButtonLink>
      )}
      <ButtonLink href={`/workshops/new?copy=${workshop.id}`} variant="quiet">
        {pages.copy}
      </ButtonLink>
    </>
  );
}

/** Publishing a draft, and cancelling all of it, for admins. */
export function WorkshopActs({ workshop, form }: { workshop: ShownWorkshop; form: FormFor }) {
  const { id, state, mayEdit, told } = workshop;
  if (!mayEdit || state === "cancelled") return null;
  const hidden = { workshop: id };
  const title = state === "draft" ? pages.cancelDraft : pages.cancelTitle;
  return (
    <Section title={state === "draft" ? pages.publish : pages.cancelTitle}>
      {state === "draft" ? (
        <ActionForm
          action={publishWorkshopAction}
          initial={form("publishWorkshopAction", hidden)}
          hidden={hidden}
        >
          <SubmitButton pendingLabel={pages.publishing}>{pages.publish}</SubmitButton>
        </ActionForm>
      ) : null}
      <CancelForm
        action={cancelWorkshopAction}
        initial={form("cancelWorkshopAction", hidden)}
        hidden={hidden}
        title={title}
        told={told}
      />
    </Section>
  );
}
