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

type LowMomentMail = { agency: string; candidate: string; employer: string; link: string };

/** The first half of a very low one, for the assigned counselor. The subject is neutral and nothing is quoted. */
export function veryLowMail({ agency, candidate, employer, link }: LowMomentMail): MailBody {
  return {
    subject: `A first word from ${candidate}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${candidate} wrote the first lines of a debrief`}
        preview="And left it at that for today."
        why="This mail came because you may see how this candidate feels. No review is due for it."
      >
        <Paragraph>
          It is about the interview with {employer}, and it was a hard one. The rest may follow when they want
          to; a word from you may do more today than any advice.
        </Paragraph>
        <NextStep href={link}>Read it</NextStep>
      </MailLayout>
    ),
  };
}

/** Somebody asked to be called, for the assigned counselor; what was written is told only where it is shared. */
export function callAskedMail({ agency, candidate, link }: Omit<LowMomentMail, "employer">): MailBody {
  return {
    subject: `${candidate} would like you to call`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${candidate} would like you to call`}
        preview="Asked for with one tap, just now."
        why="This mail came because you are their counselor and they asked for it."
      >
        <Paragraph>When you have called, one tap on the page notes it.</Paragraph>
        <NextStep href={link}>Open it</NextStep>
      </MailLayout>
    ),
  };
}

type HeardBackMail = Omit<FinishedMail, "interviewWhen">;

/** An employer's answer was added to a debrief that was reviewed before. The answer itself is read on the page. */
export function heardBackMail({ agency, candidate, employer, jobTitle, link }: HeardBackMail): MailBody {
  return {
    subject: `${candidate} has heard back`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${candidate} has heard back`}
        preview="What came back stands in the debrief that you have reviewed."
        why="This mail came because you may see this debrief and it was reviewed before the answer came."
      >
        <Facts
          facts={[
            ["Employer", employer],
            ["Job", jobTitle],
          ]}
        />
        <NextStep href={link}>Read what was added</NextStep>
      </MailLayout>
    ),
  };
}

type EnteredMail = {
  agency: string;
  counselor: string;
  employer: string;
  interviewDay: string;
  link: string;
};

/** A debrief that was entered on a call, for the candidate to confirm. */
export function enteredMail({ agency, counselor, employer, interviewDay, link }: EnteredMail): MailBody {
  return {
    subject: `Your debrief of ${interviewDay}, entered by ${counselor}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading="Written down on your call"
        preview="Change anything you like. Finish confirms it."
        why={`This mail came because ${counselor} of ${agency} entered a debrief with you.`}
      >
        <Paragraph>
          {counselor} wrote down what you told about your interview with {employer} of {interviewDay}. It is
          yours: read it, change any answer, say what got in the way, and who may see it. Nothing is shared
          before you finish.
        </Paragraph>
        <NextStep href={link}>Read and confirm</NextStep>
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
