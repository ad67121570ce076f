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
