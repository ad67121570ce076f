import { SendsFirst } from "#components/post-mortems/sends-first.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Card } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time, type TimeWords } from "#components/ui/words.tsx";
import type { getHome } from "#lib/home/queries/home.ts";
import { confirmWords, homeWords, stepLines, stepReasons, stepWords } from "#lib/home/words.ts";
import { finishPostMortemAction } from "#lib/plan/actions.ts";
import type { FormState } from "#lib/web/form-state.ts";

type Home = Awaited<ReturnType<typeof getHome>>;

/** The one thing to do next. `sending` is for the form that sends a draft as it is. */
export function NextStep({ home, sending }: { home: Home; sending: FormState }) {
  const step = contentOf(home, home.step);
  const next = home.next && contentOf(home, home.next);
  return (
    <Card marked>
      <h2 className="font-serif text-xl font-semibold wrap-anywhere">{step.title}</h2>
      {step.when ? (
        <p className="first-letter:uppercase">
          <Time {...step.when} />
        </p>
      ) : null}
      {step.line ? <p className="text-quiet">{step.line}</p> : null}
      <div className="flex flex-wrap gap-3 pt-1">
        <ButtonLink href={step.href}>{step.button}</ButtonLink>
        {home.step === "finish" && home.draft ? (
          <ActionForm
            action={finishPostMortemAction}
            initial={sending}
            hidden={{ postMortem: home.draft.postMortemId }}
          >
            <SendsFirst interview={home.draft.id}>
              <SubmitButton variant="quiet" pendingLabel="Sending…">
                {homeWords.sendAsItIs}
              </SubmitButton>
            </SendsFirst>
          </ActionForm>
        ) : null}
      </div>
      <p className="text-sm text-quiet">{stepReasons[home.why]}</p>
      {next ? (
        <p className="text-sm text-quiet wrap-anywhere">
          {homeWords.afterThat} {next.title}
        </p>
      ) : null}
    </Card>
  );
}

type Content = { title: string; button: string; href: string; line?: string; when?: TimeWords };

function contentOf(home: Home, step: Home["step"]): Content {
  const { untold, missed, draft, coming, session, offer, notes, news, rest, due } = home;
  const postMortemOf = (interview: { id: string }) => `/interviews/${interview.id}/post-mortem`;
  const [note] = notes;
  if ((step === "join" || step === "session") && session) {
    return { ...stepWords[step](session.what), href: session.href, when: session.when };
  }
  if (step === "answer" && offer)
    return {
      ...stepWords.answer(offer.kind),
      href: offer.href,
      when: offer.when,
      line: stepLines.answer(offer.title, offer.until),
    };
  const told = step === "write" ? untold : missed;
  if ((step === "write" || step === "catchUp") && told) {
    return { ...stepWords[step](told.employer), href: postMortemOf(told), line: stepLines[step] };
  }
  if (step === "finish" && draft)
    return {
      ...(draft.enteredBy ? confirmWords(draft.employer, draft.enteredBy) : stepWords.finish(draft.employer)),
      href: postMortemOf(draft),
      line: stepLines.finish(draft.ifSent),
    };
  if (step === "read" && note)
    return { ...stepWords.read(note.author), href: postMortemOf({ id: note.interviewId }), when: note.at };
  if (step === "prepare" && coming) {
    return { ...stepWords.prepare(coming.employer), href: `/interviews/${coming.id}`, when: coming.when };
  }
  if (step === "news" && news)
    return {
      ...stepWords.news(news.employer),
      href: `/interviews/${news.id}/heard-back`,
      line: stepLines.news,
    };
  if (step === "do" && due)
    return {
      ...stepWords.do(due.text),
      href: postMortemOf({ id: due.interviewId }),
      line: stepLines.due(due.on),
    };
  if (step === "rest" && rest)
    return { ...stepWords.rest(rest.employer), href: postMortemOf(rest), line: stepLines.rest };
  if (step === "practise")
    return { ...stepWords.practise(), href: "/practice/mocks/new", line: stepLines.practise };
  const other = step === "first" ? "first" : "nothing";
  return { ...stepWords[other](), href: "/interviews/new", line: stepLines[other] };
}
