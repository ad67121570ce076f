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
