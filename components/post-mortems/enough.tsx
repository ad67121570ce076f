import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Card, PageTitle, Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { IconLine, Prose, WhoCanSee } from "#components/ui/words.tsx";
import { askForCallAction, takeBackCallAction } from "#lib/post-mortems/actions.ts";
import type { Enough } from "#lib/post-mortems/queries/moments.ts";
import type { PostMortemDraft, PostMortemInterview } from "#lib/post-mortems/queries/page.ts";
import { addressOf, placeFor } from "#lib/post-mortems/rules/screens.ts";
import { formWords } from "#lib/post-mortems/words/form.ts";
import { enoughWords } from "#lib/post-mortems/words/rest.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { ChangeSharing } from "./change-sharing.tsx";

type EnoughProps = {
  interview: PostMortemInterview;
  draft: PostMortemDraft;
  enough: Enough;
  form: FormFor;
};

/** After the first half of a very low one: nothing is asked any more, somebody can be called for, the rest can wait. */
export function EnoughForToday({ interview, draft, enough, form }: EnoughProps) {
  const rest = addressOf(interview.id, placeFor({}, draft.facts));
  return (
    <>
      <PageTitle intro={enoughWords.body}>{enoughWords.title}</PageTitle>
      <div className="max-w-column space-y-6">
        <Card>
          <CallForm enough={enough} form={form} />
          {enough.helpLine ? (
            <p>
              <span className="block text-sm text-quiet">{enoughWords.helpLine}</span>
              {enough.helpLine}
            </p>
          ) : null}
        </Card>
        {enough.keepLine ? (
          <Section title={enoughWords.keepLabel}>
            <Prose>{enough.keepLine}</Prose>
          </Section>
        ) : null}
        <Section title={enoughWords.restTitle}>
          <p>{enoughWords.rest}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/home">{enoughWords.toHome}</ButtonLink>
            <ButtonLink href={rest} variant="quiet">
              {enoughWords.goOn}
            </ButtonLink>
          </div>
        </Section>
        <WhoCanSee closed={enough.sharing === "only_me"}>{enough.whoCanSee}</WhoCanSee>
        <ChangeSharing
          read={{ id: enough.id, sharing: enough.sharing, counselor: enough.counselor }}
          initial={form("changeSharingAction", { postMortem: enough.id })}
        />
      </div>
    </>
  );
}

/** One tap asks for a call; while nobody called, one takes it back. */
function CallForm({ enough, form }: Pick<EnoughProps, "enough" | "form">) {
  const counselor = enough.counselor ?? formWords.yourCounselor;
  const hidden = { postMortem: enough.id };
  if (enough.call?.called)
    return (
      <IconLine icon="done">
        {enoughWords.called(enough.call.called.by, enough.call.called.at.label)}
      </IconLine>
    );
  if (enough.call)
    return (
      <ActionForm
        action={takeBackCallAction}
        initial={form("", hidden)}
        hidden={hidden}
        className="space-y-3"
      >
        <p role="status">{enoughWords.asked(counselor)}</p>
        <SubmitButton variant="quiet">{enoughWords.takeBack}</SubmitButton>
      </ActionForm>
    );
  return (
    <ActionForm
      action={askForCallAction}
      initial={form("askForCallAction", hidden)}
      hidden={hidden}
      className="space-y-3"
    >
      <SubmitButton>{enoughWords.askCall(counselor)}</SubmitButton>
      <p className="text-sm text-quiet">
        {enough.sharing === "only_me"
          ? enoughWords.askCallOnly(counselor)
          : enoughWords.askCallMeans(counselor)}
      </p>
    </ActionForm>
  );
}
