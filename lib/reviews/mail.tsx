import { MailLayout, NextStep, Paragraph, Quote } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";

type NoteMail = {
  agency: string;
  author: string;
  employer: string;
  interviewDay: string;
  body: string;
  link: string;
};

/** A counselor's note for the candidate, in full. The subject holds nobody's words but ours. */
export function noteMail({ agency, author, employer, interviewDay, body, link }: NoteMail): MailBody {
  return {
    subject: `Note from ${author} about your interview of ${interviewDay}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`A note from ${author}`}
        preview="Read it when you want to."
        why={`This mail came because ${author} of ${agency} wrote to you.`}
      >
        <Paragraph>
          About your interview with {employer} of {interviewDay}:
        </Paragraph>
        <Quote>{body}</Quote>
        <NextStep href={link}>Read and answer</NextStep>
      </MailLayout>
    ),
  };
}

type AnswerMail = { agency: string; candidate: string; body: string; link: string };

/** The candidate's answer to a note, for the counselor who wrote it. */
export function answerMail({ agency, candidate, body, link }: AnswerMail): MailBody {
  return {
    subject: `${candidate} answered your note`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${candidate} answered your note`}
        preview="The answer is in this mail."
        why="This mail came because the note is yours."
      >
        <Quote>{body}</Quote>
        <NextStep href={link}>Open the debrief</NextStep>
      </MailLayout>
    ),
  };
}
