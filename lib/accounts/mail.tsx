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

/** `when` in the reader's zone. */
type SecondFactorMail = { agency: string; when: string; link: string };

const notYou = "If that was not you, sign out everywhere and tell an admin at once.";

/** Tells somebody that an app for their second step was set up, the first or another. */
export function enrolledMail({ agency, when, link }: SecondFactorMail): MailBody {
  return {
    subject: `An authenticator app was set up for ${agency}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading="An authenticator app was set up"
        preview={notYou}
        why="This mail came because the way you sign in has changed."
      >
        <Paragraph>
          On {when} an authenticator app was set up for your second step. Codes of an app before it, and
          recovery codes from before, have no use any more.
        </Paragraph>
        <Paragraph>{notYou}</Paragraph>
        <NextStep href={link}>See where you are signed in</NextStep>
      </MailLayout>
    ),
  };
}

/** Tells somebody that one of their recovery codes was used. */
export function recoveryUsedMail({ agency, when, link }: SecondFactorMail): MailBody {
  return {
    subject: `A recovery code was used at ${agency}`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading="A recovery code was used"
        preview={notYou}
        why="This mail came because somebody signed in as you with a recovery code."
      >
        <Paragraph>
          On {when} one of your recovery codes was used in place of your authenticator app.
        </Paragraph>
        <Paragraph>{notYou}</Paragraph>
        <NextStep href={link}>See where you are signed in</NextStep>
      </MailLayout>
    ),
  };
}

/** Tells one of the staff that an admin has taken their app away, and what comes next. */
export function resetMail({
  agency,
  admin,
  link,
}: {
  agency: string;
  admin: string;
  link: string;
}): MailBody {
  return {
    subject: `${admin} has reset your second step`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={`${admin} has reset your second step`}
        preview="You set up an authenticator app when you sign in next."
        why={`This mail came because ${admin} reset how you sign in at ${agency}.`}
      >
        <Paragraph>
          You are signed out everywhere. When you sign in next, you set up an authenticator app and get new
          recovery codes. If you did not ask for this, tell {admin} at once, and do not wait to sign in.
        </Paragraph>
        <NextStep href={link}>Sign in</NextStep>
      </MailLayout>
    ),
  };
}
