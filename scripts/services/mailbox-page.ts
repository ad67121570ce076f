import type { ReceivedMail } from "./received-mail.ts";

const STYLE = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #22302b; background: #f6f5f1; }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: minmax(17rem, 24rem) 1fr; min-height: 100vh; }
nav { border-right: 1px solid #dcd9d0; background: #fbfaf7; overflow-y: auto; max-height: 100vh; position: sticky; top: 0; }
nav header { padding: 1.25rem 1.25rem .75rem; }
h1 { font-size: 1.125rem; margin: 0; }
nav p { margin: 0; color: #5d6a64; font-size: .875rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .75rem 1.25rem; border-top: 1px solid #ebe8e0; color: inherit; text-decoration: none; }
nav a:hover { background: #f1efe8; }
nav a[aria-current] { background: #e4ede7; box-shadow: inset 3px 0 #2f6b53; }
nav b { display: block; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav small { display: flex; justify-content: space-between; gap: .5rem; color: #5d6a64; }
nav small span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem); min-width: 0; }
main h2 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem .75rem; margin: 0 0 1.25rem; color: #5d6a64; }
dt { font-size: .875rem; } dd { margin: 0; font-size: .875rem; overflow-wrap: anywhere; }
iframe { width: 100%; height: 65vh; border: 1px solid #dcd9d0; border-radius: .5rem; background: #fff; }
details { margin-top: .75rem; border: 1px solid #dcd9d0; border-radius: .5rem; background: #fff; }
summary { cursor: pointer; padding: .625rem 1rem; }
pre { margin: 0; padding: .25rem 1rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; }
a { color: #1f5c46; } :focus-visible { outline: 2px solid #2f6b53; outline-offset: -2px; }
#more { display: block; padding: .5rem 1.25rem; background: #2f6b53; color: #fff; border: 0; }
#more[hidden] { display: none; }
@media (max-width: 48rem) { body { display: block; } nav { max-height: 40vh; position: static; border-right: 0; border-bottom: 1px solid #dcd9d0; } }
`;

/** The list of mails, and one of them opened. */
export function mailPage(mails: ReceivedMail[], open: ReceivedMail | undefined, current: string): string {
  const items = mails.map((mail) => {
    const mark = mail.id === current || (current === "" && mail === open) ? ' aria-current="page"' : "";
    return `<li><a href="/mails/${mail.id}"${mark}><b>${escape(mail.subject || "(no subject)")}</b><small><span>${escape(mail.to.join(", "))}</span><time datetime="${mail.receivedAt}">${clock(mail.receivedAt)}</time></small></a></li>`;
  });
  const list = `<nav aria-label="Mails"><header><h1>Mailbox</h1><p>${count(mails.length)}. Everything that Debrief sends here arrives here, whoever it is for.</p></header><a id="more" href="/" hidden>New mail has come</a><ol>${items.join("")}</ol></nav>`;
  return page(
    open?.subject ?? "Mailbox",
    `${list}<main>${open ? letter(open) : "<h2>No mail yet</h2><p>It appears here by itself.</p>"}</main><script src="/refresh.js"></script>`,
    mails[0]?.id,
  );
}

export function notFoundPage(): string {
  return page(
    "Not here",
    '<main><h2>This mail is not here</h2><p><a href="/">All mails</a>. The last thousand are kept.</p></main>',
  );
}

function letter(mail: ReceivedMail): string {
  const rows = [
    ["To", mail.to.join(", ")],
    ["From", mail.from],
    ["Received", mail.receivedAt.replace("T", " ").replace(/\..*$/, " UTC")],
  ];
  const parts = [
    mail.html
      ? `<iframe title="The mail" src="/mails/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
      : "",
    ...mail.calendars.map(({ method, source }) =>
      section(`Calendar part${method ? ` (${method})` : ""}`, escape(source), true),
    ),
    section("As text", withLinks(mail.text), !mail.html),
    section(
      "Headers",
      escape(
        Object.entries(mail.headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join("\n"),
      ),
      false,
    ),
  ];
  return `<h2>${escape(mail.subject || "(no subject)")}</h2><dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value ?? "")}</dd>`).join("")}</dl>${parts.join("")}`;
}

function section(title: string, content: string, isOpen: boolean): string {
  return `<details${isOpen ? " open" : ""}><summary>${escape(title)}</summary><pre>${content}</pre></details>`;
}

function page(title: string, body: string, newest = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Mailbox</title><style>${STYLE}</style></head><body data-newest="${newest}">${body}</body></html>`;
}

function withLinks(text: string): string {
  return escape(text).replaceAll(
    /https?:\/\/[^\s<>"&]+(?:&amp;[^\s<>"&]+)*/g,
    (link) => `<a href="${link}" target="_blank">${link}</a>`,
  );
}

function clock(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

function count(mails: number): string {
  return mails === 1 ? "One mail" : `${mails === 0 ? "No" : mails} mails`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
