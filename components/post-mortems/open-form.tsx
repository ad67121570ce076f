import type { PostMortemInterview, PostMortemPage } from "#lib/post-mortems/queries/page.ts";
import { placeFor } from "#lib/post-mortems/rules/screens.ts";
import { bankFor } from "#lib/questions/rules.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { EnoughForToday } from "./enough.tsx";
import { LiveForm } from "./live-form.tsx";
import type { FormInterview } from "./screen-frame.tsx";

type Props = {
  page: Extract<PostMortemPage, { kind: "new" | "draft" }>;
  person: string;
  /** What the address names. */
  wanted: Parameters<typeof placeFor>[0];
  form: FormFor;
};

/** The interview as its form is given it. */
export function withBank(interview: PostMortemInterview): FormInterview {
  return { ...interview, bank: bankFor(interview.roleFamily) };
}

/** A post-mortem that is being written: its first screen, the place where it goes on, or the page of a first half that is enough. */
export function OpenForm({ page, person, wanted, form }: Props) {
  const interview = withBank(page.interview);
  if (page.kind === "new") {
    const forms = { first: form("startPostMortemAction"), second: form("") };
    const draft = { id: forms.first.key, ...page.draft };
    return <LiveForm isNew {...{ person, interview, draft, forms }} place={{ screen: "mood" }} />;
  }
  const { draft, enough } = page;
  if (enough && wanted.screen === undefined)
    return <EnoughForToday {...{ interview, draft, enough, form }} />;
  const place = placeFor(wanted, draft.facts);
  const forms = { first: form("answerStepAction", { screen: place.screen }), second: form("") };
  return <LiveForm isNew={false} {...{ person, interview, draft, place, forms }} />;
}
