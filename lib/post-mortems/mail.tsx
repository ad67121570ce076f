import { Link } from "react-email";
import { Facts, MailLayout, NextStep, Paragraph } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";

type FinishedMail = {
  agency: string;
  candidate: string;
  employer: string;
  jobTitle: string;
  interviewWhen: string;
  link: string;
};

/** A debrief to review, for the counselor who may see it. Nothing of causes: they are chosen blind (I22). */
export function finishedMail({
  agency,
  candidate,
  employer,
  jobTitle,
  interviewWhen,
  link,
}: FinishedMail): MailBody {
  return {
    subject: `A debrief to review: ${candidate}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${candidate} finished a debrief`}
        preview="It reads in half a minute."
        why="This mail came because you may see this debrief. It stands on your desk until it is reviewed."
      >
        <Facts
          facts={[
            ["Employer", employer],
            ["Job", jobTitle],
            ["Interview", interviewWhen],
          ]}
        />
        <Paragraph>The review starts with your own choice of causes, before you see theirs.</Paragraph>
        <NextStep href={link}>Review it</NextStep>
      </MailLayout>
    ),
  };
}

/** One thing to write, as a mail tells it. */
type ToWrite = { employer: string; when: string; isStarted: boolean; link: string };

type PromptMail = { agency: string; latest: ToWrite; others: readonly ToWrite[] };

/** Half an hour after the day's last interview. Subjects name no employer: they are read on locked screens. */
export function promptMail({ agency, latest, others }: PromptMail): MailBody {
  return {
    subject: "How was your interview?",
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`How was it at ${latest.employer}?`}
        preview="Two minutes while it is fresh."
        why="This mail came because you had an interview today. There is at most one more about it, tomorrow morning."
      >
        <Paragraph>
          {latest.employer}, {latest.when}.
        </Paragraph>
        <Paragraph>
          Two minutes while it is fresh: what they asked, and what to try next time. Only you can see it until
          you finish.
        </Paragraph>
        <NextStep href={latest.link}>{latest.isStarted ? "Go on" : "Write your debrief"}</NextStep>
        <Others others={others} />
      </MailLayout>
    ),
  };
}

type NudgeMail = { agency: string; written: readonly ToWrite[]; rests: readonly ToWrite[] };

/** Once, the next morning, with everything that is due. */
export function nudgeMail({ agency, written, rests }: NudgeMail): MailBody {
  const [latest, ...others] = written;
  if (!latest) return restMail({ agency, rests });
  return {
    subject: "Your interview, while you still remember it",
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={latest.isStarted ? "Your debrief is waiting for you" : `How was it at ${latest.employer}?`}
        preview="What is still there is enough."
        why="This mail came because an interview of yours is not written up yet. It is the last one about it."
      >
        <Paragraph>
          {latest.employer}, {latest.when}.
        </Paragraph>
        <Paragraph>
          {latest.isStarted
            ? "Everything you entered is kept. Go on where you stopped, or send it as it is."
            : "What is still there is enough: a question or two, and one thing to try next time."}
        </Paragraph>
        <NextStep href={latest.link}>{latest.isStarted ? "Go on" : "Write your debrief"}</NextStep>
        <Others others={[...others, ...rests]} />
      </MailLayout>
    ),
  };
}

type RestMail = { agency: string; rests: readonly ToWrite[] };

/** The other half of what was enough for that day: offered once, without a push. */
export function restMail({ agency, rests }: RestMail): MailBody {
  const [latest, ...others] = rests;
  return {
    subject: "The rest of your debrief, if you like",
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading="The rest, if you like"
        preview="It takes two minutes, and it can wait."
        why="This mail came because you stopped after the first half. Nobody asks again."
      >
        <Paragraph>
          What you wrote about {latest?.employer ?? "your interview"} was enough for that day, and it is kept.
          The other half looks for one thing to try next time. It is open whenever you are ready.
        </Paragraph>
        {latest ? <NextStep href={latest.link}>Open the rest</NextStep> : null}
        <Others others={others} />
      </MailLayout>
    ),
  };
}

function Others({ others }: { others: readonly ToWrite[] }) {
  if (others.length === 0) return null;
  return (
    <>
      <Paragraph>Also open:</Paragraph>
      {others.map(({ employer, when, link }) => (
        <Paragraph key={link}>
          <Link href={link}>
            {employer}, {when}
          </Link>
        </Paragraph>
      ))}
    </>
  );
}
