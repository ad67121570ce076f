import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "react-email";
import type { ReactElement, ReactNode } from "react";
import { houseStyle } from "#lib/core/house.ts";
import type { Accent } from "#lib/core/house.ts";
import type { CalendarEvent } from "#lib/infra/calendar.ts";

/** What a feature's mail is before it is rendered: everything but the two addresses. */
export type MailBody = {
  readonly subject: string;
  readonly content: ReactElement;
  readonly calendar: CalendarEvent | null;
};

// Mail programs know no classes: styles stand in the elements (the one place where they may).
const ink = "#2b2a28";
const quiet = "#6b6862";
const line = "#dedad2";
/** The accents of app/globals.css in the light scheme, for mail programs; they carry white. A test compares both. */
export const accentTones: Readonly<Record<Accent, string>> = {
  harbour: "#21547b",
  teal: "#035d55",
  indigo: "#45468a",
  moss: "#485a25",
  berry: "#7f3148",
  slate: "#444e5b",
};
const accentTone = () => accentTones[houseStyle().accent];
const serif = "Georgia, 'Times New Roman', serif";
const sans = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";

type LayoutProps = {
  agency: string;
  heading: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  /** Why this mail came, in one sentence. */
  why: string;
  children: ReactNode;
};

/** The one frame of every mail: a quiet page of 36 rem with the agency's name. */
export function MailLayout({ agency, heading, preview, why, children }: LayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ margin: 0, backgroundColor: "#faf8f4", color: ink, fontFamily: sans }}>
        <Container style={{ maxWidth: "36rem", padding: "32px 24px" }}>
          <Text style={{ margin: "0 0 24px", color: quiet, fontFamily: serif, fontSize: 16 }}>{agency}</Text>
          <Heading
            as="h1"
            style={{
              margin: "0 0 16px",
              fontFamily: serif,
              fontSize: 24,
              lineHeight: "32px",
              fontWeight: 600,
            }}
          >
            {heading}
          </Heading>
          {children}
          <Hr style={{ margin: "32px 0 16px", borderColor: line }} />
          <Text style={{ margin: 0, color: quiet, fontSize: 14, lineHeight: "20px" }}>{why}</Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ margin: "0 0 16px", fontSize: 16, lineHeight: "24px" }}>{children}</Text>;
}

/** What to do next, and its address in full for mail programs that show no buttons. */
export function NextStep({ href, children }: { href: string; children: string }) {
  return (
    <Section style={{ margin: "8px 0 16px" }}>
      <Button
        href={href}
        style={{
          padding: "12px 20px",
          borderRadius: 6,
          backgroundColor: accentTone(),
          color: "#ffffff",
          fontSize: 16,
          fontWeight: 600,
        }}
      >
        {children}
      </Button>
      <Text
        data-skip-in-text={true}
        style={{ margin: "12px 0 0", color: quiet, fontSize: 13, lineHeight: "20px", wordBreak: "break-all" }}
      >
        Or open{" "}
        <Link href={href} style={{ color: accentTone() }}>
          {href}
        </Link>
      </Text>
    </Section>
  );
}

/** What a person wrote, as text: nothing in it becomes a link or a tag. */
export function Quote({ children }: { children: string }) {
  return (
    <blockquote style={{ margin: "0 0 20px", padding: "4px 0 4px 16px", borderLeft: `3px solid ${line}` }}>
      {children.split("\n").map((text, at) => (
        <Text key={at} style={{ margin: "0 0 8px", fontFamily: serif, fontSize: 17, lineHeight: "26px" }}>
          {text}
        </Text>
      ))}
    </blockquote>
  );
}

/** A few facts, one a line. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: string])[] }) {
  return (
    <Section style={{ margin: "0 0 16px" }}>
      {facts.map(([label, value]) => (
        <Text key={label} style={{ margin: "0 0 4px", fontSize: 16, lineHeight: "24px" }}>
          <span style={{ color: quiet }}>{label}: </span>
          {value}
        </Text>
      ))}
    </Section>
  );
}

/** The six digits, large enough to read across a desk. */
export function Code({ children }: { children: string }) {
  return (
    <Text
      style={{
        margin: "0 0 16px",
        fontFamily: "monospace",
        fontSize: 32,
        lineHeight: "40px",
        letterSpacing: 6,
      }}
    >
      {children}
    </Text>
  );
}
