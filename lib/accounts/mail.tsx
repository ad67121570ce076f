import { Code, MailLayout, NextStep, Paragraph } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";

type SignInMail = { agency: string; link: string; code: string; until: string };

/** The link and the six digits of one sign-in request. `until` is the end of their ten minutes in the reader's zone. */
export function signInMail({ agency, link, code, until }: SignInMail): MailBody {
  return {
    subject: `Your sign-in link for ${agency}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading="Sign in"
        preview={`The link and the code work until ${until}.`}
        why="This mail came because somebody entered your address on our sign-in page. If that was not you, leave it: without this mail nobody can sign in."
      >
        <Paragraph>Open the link on this device:</Paragraph>
        <NextStep href={link}>Sign in</NextStep>
        <Paragraph>Or type this code on the page where you asked for it:</Paragraph>
        <Code>{code}</Code>
        <Paragraph>Both work once, until {until}.</Paragraph>
      </MailLayout>
    ),
  };
}
