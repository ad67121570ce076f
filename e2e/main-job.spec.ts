import type { Page } from "@playwright/test";
import { bothParts, fail } from "./support/calendar-parts.ts";
import { codeIn, linkIn, type MailboxReader } from "./support/mailbox.ts";
import { stageNow } from "./support/database.ts";
import { expect, test } from "./support/test.ts";

/**
 * The story of Debrief, by two people in two zones: from the invitation to a booked, moved and cancelled mock. Everything
 * that either of them needs comes by real mail, and nothing is written behind the portal's back.
 */
type Visitor = { page: Page; address: string; name: string; zone: string; script: boolean };

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.setTimeout(180_000);

    test("from a bad interview to a mock, seen by both", async ({ arrive, mailbox }, info) => {
      const mark = `${script ? "a" : "b"}${info.workerIndex}${String(process.hrtime.bigint()).slice(-8)}`;
      const meet = async (name: string, zone: string, phone: boolean): Promise<Visitor> => {
        const viewport = phone ? { width: 360, height: 740 } : { width: 1280, height: 800 };
        const page = await arrive({ javaScriptEnabled: script, timezoneId: zone, viewport });
        return {
          page,
          address: `${name.split(" ")[0]?.toLowerCase()}.${mark}@example.org`,
          name,
          zone,
          script,
        };
      };
      const zones = zonesByDay();
      const counselor = await meet("Ines Faria", zones.counselor, false);
      const candidate = await meet("Bimala Rai", zones.candidate, true);
      const admin = await arrive({ javaScriptEnabled: script });

      await inviteCounselor(admin, counselor);
      await comeIn(counselor, mailbox, /invites you/);
      await openHours(counselor.page);
      await inviteCandidate(counselor.page, candidate);
      await comeIn(candidate, mailbox, /invites you/);

      await logInterview(candidate.page);
      await writePostMortem(candidate.page);
      await review(counselor.page, candidate);
      await readAndAnswer(candidate, mailbox);
      await expectAnswer(counselor, mailbox);

      await bookMoveAndCancel(candidate, counselor, mailbox);
    });
  });
}

/**
 * Kathmandu and New York, the candidate where it is day: a note waits for the morning of its reader. When it is night in both: Auckland.
 */
function zonesByDay(): { candidate: string; counselor: string } {
  const [east, west] = ["Asia/Kathmandu", "America/New_York"] as const;
  const isDay = (zone: string) => {
    const { hour } = stageNow().add({ minutes: 5 }).toZonedDateTimeISO(zone);
    return hour >= 8 && hour < 21;
  };
  const byNight = { candidate: isDay(west) ? west : "Pacific/Auckland", counselor: east };
  return isDay(east) ? { candidate: east, counselor: west } : byNight;
}

async function inviteCounselor(admin: Page, counselor: Visitor): Promise<void> {
  await admin.goto("/sign-in");
  await admin.getByRole("button", { name: /Admin ·/ }).click();
  await admin.waitForURL("**/desk");
  await admin.goto("/people/invite");
  await admin.getByLabel("Name", { exact: true }).fill(counselor.name);
  await admin.getByLabel("Mail address").fill(counselor.address);
  await admin.getByRole("radio", { name: "Counselor" }).check();
  await admin.getByRole("button", { name: "Send the invitation" }).click();
  await expect(admin.getByRole("status")).toContainText("The invitation is on its way.");
}

/** From the invitation's mail through the sign-in mail to one's own page: by the link with script, by the code without. */
async function comeIn(
  { page, address, name, zone, script }: Visitor,
  mailbox: MailboxReader,
  subject: RegExp,
): Promise<void> {
  const invitation = await mailbox.waitFor(address, subject);
  await page.goto(new URL(linkIn(invitation, "/invitations/")).pathname);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await page.waitForURL("**/sign-in/*");
  const mail = await mailbox.waitFor(address, /sign-in/i);
  if (script) {
    const link = new URL(linkIn(mail, "/sign-in/"));
    await page.goto(link.pathname + link.hash);
    await expect(page.getByText("Press the button to sign in on this device.")).toBeVisible();
  } else {
    await page.getByLabel("Six digits from the mail").fill(codeIn(mail));
  }
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/welcome");
  await expect(page.getByLabel("Your name")).toHaveValue(name);
  const [, place = ""] = zone.split("/");
  const city = place === "Kathmandu" ? /Kat(h)?mandu/ : new RegExp(place.replace("_", " "));
  if (script) await expect(page.getByLabel("Your time zone").locator("option:checked")).toHaveText(city);
  else await page.getByLabel("Your time zone").selectOption({ label: (await optionLike(page, city)) ?? "" });
  await page.getByRole("button", { name: "That is right" }).click();
  await page.waitForURL(/\/(home|desk)$/);
}

async function optionLike(page: Page, pattern: RegExp): Promise<string | undefined> {
  const labels = await page.getByLabel("Your time zone").locator("option").allTextContents();
  return labels.find((label) => pattern.test(label));
}

/** Bookable at every hour of every day, so that the story holds whatever time it is. */
async function openHours(page: Page): Promise<void> {
  await page.goto("/calendar/hours");
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]) {
    await page.getByLabel(new RegExp(`^${day}`)).fill("0:00-24:00");
  }
  await page.getByLabel("Where you meet").fill("https://meet.example.org/ines");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("status").first()).toContainText("Saved.");
}

async function inviteCandidate(page: Page, candidate: Visitor): Promise<void> {
  await page.goto("/candidates/invite");
  await page.getByLabel("Name", { exact: true }).fill(candidate.name);
  await page.getByLabel("Mail address").fill(candidate.address);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.waitForURL("**/candidates/*?done=invited");
}

async function logInterview(page: Page): Promise<void> {
  await page.getByRole("link", { name: "I've just had an interview" }).click();
  await page.getByLabel("Employer").fill("Lakeside Clinic");
  await page.getByLabel("Job", { exact: true }).fill("Ward clerk");
  await page.getByRole("radio", { name: "Video" }).check();
  await page.getByRole("radio", { name: "Care and health" }).check();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.waitForURL("**/interviews/*/post-mortem*");
}

async function writePostMortem(page: Page): Promise<void> {
  const tap = async (name: string | RegExp, heading: string) => {
    await page.getByRole("button", { name, exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  };
  await expect(page.getByText("Only yours until you finish.")).toBeVisible();
  await tap("Low", "How did it end?");
  await tap("They said no", "What did they ask?");
  await tap("Tell me about yourself.", "How did your answer go?");
  await tap(/^Rough/, "What did you notice?");
  await page.getByRole("checkbox", { name: "Cut me off" }).check();
  await tap("Next", "What got in the way most?");
  await expect(page.getByText("Suggested from what you wrote")).toBeVisible();
  await tap(/My answers ran long or short/, "Anything else?");
  await tap("Next", "One promise for next time");
  await page.getByLabel(/^If\b/).fill("they ask about me");
  await page.getByLabel(/^then I will/).fill("stop after sixty seconds");
  await tap("Next", "Who may see this?");
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Debrief" })).toBeVisible();
  await expect(page.getByText(/stop after sixty seconds/)).toBeVisible();
}

async function review(page: Page, candidate: Visitor): Promise<void> {
  await page.goto("/desk");
  await page.getByRole("link", { name: candidate.name }).first().click();
  await page.waitForURL("**/desk/post-mortems/*");
  await expect(page.getByText("In thirty seconds")).toBeVisible();
  await expect(page.getByText(/stop after sixty seconds/)).toHaveCount(0);
  await page
    .getByRole("radio", { name: /Nerves took over/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Keep my choice" }).click();
  await expect(page.getByText(/stop after sixty seconds/)).toBeVisible();
  await page.getByRole("textbox", { name: "Internal note" }).fill("Ask the clinic what they wanted.");
  await page.getByRole("button", { name: "Save the internal note" }).click();
  await expect(page.getByText("Ask the clinic what they wanted.")).toBeVisible();
  await page
    .getByRole("textbox", { name: /^A note to/ })
    .fill("You had the facts. Let us practise stopping.");
  await page.getByRole("button", { name: "Share and mark as reviewed" }).click();
  await expect(page.getByText("You had the facts. Let us practise stopping.").first()).toBeVisible();
  await expect(page.getByText("Bimala has not read this yet.")).toBeVisible();
}

async function readAndAnswer({ page, address }: Visitor, mailbox: MailboxReader): Promise<void> {
  const mail = await mailbox.waitFor(address, /note/i);
  expect(mail.subject).not.toContain("practise stopping");
  const link = new URL(linkIn(mail, "/interviews/"));
  await page.goto(link.pathname + link.search + link.hash);
  await expect(page.getByText("You had the facts. Let us practise stopping.")).toBeVisible();
  await expect(page.getByText("Ask the clinic what they wanted.")).toHaveCount(0);
  await page.getByRole("textbox", { name: /^Answer Ines/ }).fill("Yes please, this week.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByRole("article").filter({ hasText: "Yes please, this week." }).first()).toBeVisible();
}

async function expectAnswer({ page, address }: Visitor, mailbox: MailboxReader): Promise<void> {
  const mail = await mailbox.waitFor(address, /answer/i);
  const link = new URL(linkIn(mail, "/desk/post-mortems/"));
  await page.goto(link.pathname + link.search + link.hash);
  await expect(page.getByText("Yes please, this week.")).toBeVisible();
  await expect(page.getByText(/Bimala read this/)).toBeVisible();
}

async function bookMoveAndCancel(
  candidate: Visitor,
  counselor: Visitor,
  mailbox: MailboxReader,
): Promise<void> {
  const { page } = candidate;
  await page.goto("/practice");
  await page.getByRole("link", { name: "Book a mock interview" }).click();
  await page
    .getByRole("button", { name: /^Book .*, 45 minutes, with Ines/ })
    .nth(2) // The first, twelve hours away when it is booked, could not be moved a moment later.
    .click();
  await page.waitForURL("**/practice/mocks/*?done=booked");
  const booked = await bothParts([candidate, counselor], mailbox, /booked/i, []);
  expect(booked.map(({ method, sequence }) => [method, sequence])).toEqual([
    ["REQUEST", 0],
    ["REQUEST", 0],
  ]);

  await page.getByRole("link", { name: "Move it to another time" }).click();
  await page
    .getByRole("button", { name: /^Move to .*, 45 minutes, with Ines/ })
    .nth(5)
    .click();
  await page.waitForURL("**/practice/mocks/*?done=moved");
  const moved = await bothParts([candidate, counselor], mailbox, /moved/i, booked);
  expect(moved.map(({ method, sequence }) => [method, sequence])).toEqual([
    ["REQUEST", 1],
    ["REQUEST", 1],
  ]);
  expect(moved[0]?.start).not.toBe(booked[0]?.start);

  await counselor.page.goto(
    new URL(linkIn(moved[1]?.mail ?? fail("no mail to the counselor"), "/calendar/mocks/")).pathname,
  );
  await counselor.page.getByText("Cancel this session").click();
  await counselor.page.getByRole("button", { name: "I cannot make it" }).click();
  await expect(counselor.page.getByRole("status").first()).toContainText("Cancelled.");
  const cancelled = await bothParts([candidate, counselor], mailbox, /cancelled/i, moved);
  expect(cancelled.map(({ method, sequence, status }) => [method, sequence, status])).toEqual([
    ["CANCEL", 2, "CANCELLED"],
    ["CANCEL", 2, "CANCELLED"],
  ]);
  expect(new Set([...booked, ...moved, ...cancelled].map(({ uid }) => uid)).size).toBe(1);
}
