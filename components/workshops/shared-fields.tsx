import { ChoiceChips, RadioList } from "#components/ui/choices.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import type { SharedFields as Saved } from "#lib/workshops/queries/forms.ts";
import { fieldWords as words } from "#lib/workshops/words/pages.ts";
import { workshopKindWords, workshopLimits } from "#lib/workshops/words/staff.ts";
import { SavedValue } from "#components/ui/saved-value.tsx";

type SharedFieldsProps = {
  saved: Saved | null;
  causes: { code: string; name: string }[];
  /** The link of one that is held elsewhere; left out where it is held here. */
  withLink: boolean;
  beside: boolean;
};

/** What all sessions of a workshop share. */
export function SharedFields({ saved, causes, withLink, beside }: SharedFieldsProps) {
  const also = (name: "title" | "about", label: string) =>
    beside ? <SavedValue name={name} label={label} saved={saved?.[name] ?? ""} /> : null;
  return (
    <div className="space-y-6">
      <ChoiceChips
        name="kind"
        label={words.kind}
        options={Object.entries(workshopKindWords).map(([value, label]) => ({ value, label }))}
        defaultValue={saved?.kind ?? "workshop"}
      />
      {beside && saved ? <SavedValue name="kind" label={words.kind} saved={saved.kind} /> : null}
      <div className="space-y-1">
        <TextField
          name="title"
          label={words.title}
          maxLength={workshopLimits.title}
          autoComplete="off"
          defaultValue={saved?.title ?? ""}
        />
        {also("title", words.title)}
      </div>
      <div className="space-y-1">
        <TextArea
          name="about"
          label={words.about}
          hint={words.aboutHint}
          maxLength={workshopLimits.about}
          defaultValue={saved?.about ?? ""}
        />
        {also("about", words.about)}
      </div>
      <LinkField saved={saved} withLink={withLink} beside={beside} />
      <ForWhom saved={saved} causes={causes} />
      <MaterialsField saved={saved} beside={beside} />
    </div>
  );
}

function LinkField({ saved, withLink, beside }: Omit<SharedFieldsProps, "causes">) {
  if (!withLink) return null;
  return (
    <div className="space-y-1">
      <TextField
        name="elsewhereLink"
        label={words.elsewhereLink}
        hint={words.elsewhereLinkHint}
        optional
        type="url"
        inputMode="url"
        maxLength={workshopLimits.link}
        defaultValue={saved?.elsewhereLink ?? ""}
      />
      {beside ? (
        <SavedValue name="elsewhereLink" label={words.elsewhereLink} saved={saved?.elsewhereLink ?? ""} />
      ) : null}
    </div>
  );
}

function ForWhom({ saved, causes }: Pick<SharedFieldsProps, "saved" | "causes">) {
  return (
    <>
      <ChoiceChips
        name="causes"
        multiple
        optional
        label={words.causes}
        hint={words.causesHint}
        options={causes.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={saved?.causes ?? []}
      />
      <RadioList
        name="isOpen"
        label={words.isOpen}
        options={[
          { value: "candidates", label: words.candidatesOnly },
          { value: "everybody", label: words.everybody },
        ]}
        defaultValue={saved?.isOpen ?? "candidates"}
      />
    </>
  );
}

function MaterialsField({ saved, beside }: Pick<SharedFieldsProps, "saved" | "beside">) {
  return (
    <div className="space-y-1">
      <TextArea
        name="materials"
        label={words.materials}
        hint={words.materialsHint}
        optional
        rows={2}
        maxLength={workshopLimits.materials}
        defaultValue={saved?.materials ?? ""}
      />
      {beside ? <SavedValue name="materials" label={words.materials} saved={saved?.materials ?? ""} /> : null}
    </div>
  );
}
