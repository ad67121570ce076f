import { MailLayout, NextStep, Paragraph } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";

type InvitationMail = { agency: string; inviter: string; isCandidate: boolean; link: string };

/** The invitation of somebody new. A link to a page, not a key: signing in takes a mail of its own. */
export function invitationMail({ agency, inviter, isCandidate, link }: InvitationMail): MailBody {
  return {
    subject: `${inviter} invites you to ${agency}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${inviter} invites you`}
        preview={
          isCandidate ? "A place to make the most of every interview." : "Your place on the team is ready."
        }
        why={`This mail came because ${inviter} entered your address at ${agency}.`}
      >
        {isCandidate ? (
          <ForCandidate inviter={inviter} />
        ) : (
          <Paragraph>
            You are invited to work with our candidates: reading their debriefs, coaching, and practising with
            them.
          </Paragraph>
        )}
        <NextStep href={link}>Accept the invitation</NextStep>
      </MailLayout>
    ),
  };
}

function ForCandidate({ inviter }: { inviter: string }) {
  return (
    <>
      <Paragraph>
        An interview that did not go as you hoped is the best material there is for the next one. Here you
        write down what happened while it is fresh, find out what got in the way, and practise with {inviter}.
      </Paragraph>
      <Paragraph>What you write is only yours until you choose who may see it.</Paragraph>
    </>
  );
}

type HandedOverMail = {
  agency: string;
  counselor: string;
  /** How many debriefs the new counselor may read now, because they are shared with "my counselor". */
  shared: number;
  link: string;
};

/** Tells a candidate who "my counselor" now is, and where the choice of sharing can be changed. */
export function handedOverMail({ agency, counselor, shared, link }: HandedOverMail): MailBody {
  return {
    subject: `${counselor} is your counselor now`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${counselor} is your counselor now`}
        preview="Who may read your debriefs is yours to choose, as before."
        why={`This mail came because ${agency} gave you another counselor.`}
      >
        <Paragraph>
          From today {counselor} reads what you share with your counselor, writes back, and practises with
          you.
        </Paragraph>
        <Paragraph>{sharedLine(shared, counselor)}</Paragraph>
        <NextStep href={link}>See who may read what</NextStep>
      </MailLayout>
    ),
  };
}

function sharedLine(shared: number, counselor: string): string {
  if (shared === 0) return "Nothing that you have written so far is shared with your counselor.";
  const what = shared === 1 ? "One debrief is" : `${shared} debriefs are`;
  return `${what} shared with “my counselor”, and ${counselor} can read that now. You can change this for each one, at any time.`;
}

type ReceivedMail = {
  agency: string;
  names: string;
  /** How many they are, empty for one. */
  many: string;
  link: string;
};

/** Tells a counselor whom they look after from now on. */
export function receivedMail({ agency, names, many, link }: ReceivedMail): MailBody {
  const heading = many === "" ? `You look after ${names} now` : `You look after ${many} more candidates now`;
  return {
    subject: heading,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={heading}
        preview="They are told by mail as well."
        why="This mail came because an admin handed candidates over to you."
      >
        <Paragraph>{names}</Paragraph>
        <Paragraph>
          Their open reviews, calls and next steps stand on your desk. They know that you are their counselor
          now.
        </Paragraph>
        <NextStep href={link}>See your candidates</NextStep>
      </MailLayout>
    ),
  };
}
