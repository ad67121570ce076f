import { simpleParser } from "mailparser";

/** A mail as it arrived, newest first at `/api/mails` (`?to=` narrows it to one address). */
export interface ReceivedMail {
  id: string;
  /** ISO instant of the arrival. */
  receivedAt: string;
  /** The recipients of the envelope, in small letters. */
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  /** Names in small letters; a header that stands twice is joined by a line end. */
  headers: Record<string, string>;
  /** The text of every calendar part, in the order of the mail. */
  calendars: { method: string; source: string }[];
  attachments: { name: string; type: string; size: number }[];
}

/** Takes a mail apart. */
export async function readMail(
  raw: Buffer,
  arrival: Pick<ReceivedMail, "id" | "receivedAt" | "to">,
): Promise<ReceivedMail> {
  const parsed = await simpleParser(raw, {
    skipTextToHtml: true,
    skipHtmlToText: true,
    skipImageLinks: true,
  });
  const headers: Record<string, string> = {};
  for (const { key, line } of parsed.headerLines) {
    const value = line.slice(line.indexOf(":") + 1).trim();
    headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  }
  const isCalendar = (type: string) => type === "text/calendar" || type === "application/ics";
  return {
    ...arrival,
    from: parsed.from?.text ?? "",
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: parsed.html || "",
    headers,
    calendars: parsed.attachments
      .filter(({ contentType }) => isCalendar(contentType))
      .map(({ content }) => ({
        source: content.toString("utf8"),
        method: /^METHOD:(\S+)/m.exec(content.toString("utf8"))?.[1] ?? "",
      })),
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? "",
      type: contentType,
      size,
    })),
  };
}
