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
