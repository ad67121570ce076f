import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeEmployer, makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { heading } from "./form.ts";
import { linkIn, type MailboxReader } from "./mailbox.ts";
import {
  fact,
  firstScreen,
  mark,
  press,
  pressAll,
  section,
  titles,
  unfold,
  write,
  type Hand,
  type People,
} from "./post-mortem.ts";
import { expect } from "./test.ts";

/** What is told of the full post-mortem: staff may read it all once it is shared. */
export const told = {
  asked: ["Tell me about yourself.", "Which shifts can you do?"],
  surprise: "Three people sat there, not one",
  theirWords: "Your examples were a little short",
  saidBy: "The team lead",
  worked: "I asked about the night shift",
} as const;

/** What stays hidden from the counselor until both have chosen. */
export const blind = { ifText: "they ask about me", thenText: "stop after a minute and ask" } as const;

/** An earlier one, shared with the agency, whose promise is still open. */
export async function earlierPromise({ company: { db, now, cast } }: People): Promise<void> {
  const startsAt = now.subtract({ hours: 24 * 9 });
  const at = now.subtract({ hours: 24 * 8 });
  const { id: employerId } = await makeEmployer(db, { name: `Quayside ${newId()}` });
  const before = await makeInterview(db, {
    candidateId: cast.owner.id,
    startsAt,
    application: { employerId },
  });
  const facts = { finishedAt: dateOf(at), sharing: "agency", mood: "low" } as const;
  const postMortem = await makePostMortem(db, before, startsAt, facts);
  const words = { ifText: "my mind goes blank", thenText: "breathe out once" };
  await db.promise.create({
    data: {
      id: newId(),
      candidateId: cast.owner.id,
      postMortemId: postMortem.id,
      ...words,
      madeAt: dateOf(at),
    },
  });
}

/** Every step that there is, up to the last screen. */
export async function everyStep(by: Hand): Promise<void> {
  await pressAll(by, ["Low", titles.kept], ["Partly", titles.outcome]);
  await unfold(by, "They said no, and why");
  await press(by, "A requirement I do not meet yet", titles.questions);
  await pressAll(by, [told.asked[0], titles.rating], [/^Blank, but I knew it/, titles.signals]);
  await by.page.getByRole("link", { name: "Add another" }).click();
  await write(by, "In your words", told.asked[1]);
  await pressAll(by, ["Add", titles.rating], [/^Strong/, titles.signals]);
  await mark(by, "Pushed back");
  await mark(by, "Cut me off");
  await write(by, "What surprised you?", told.surprise);
  await pressAll(by, ["Next", titles.causes], [/^Nerves took over/, titles.more]);
  await mark(by, "My answers ran long or short");
  await asides(by);
  await expect(by.page.getByRole("checkbox", { name: "My answers ran long or short" })).toBeChecked();
  await pressAll(by, ["Next", titles.keepOrNew], ["Make a new one", titles.promise]);
  await promise(by);
}

/** The steps that are opened from "Anything else?", each of which leads back there. */
async function asides(by: Hand): Promise<void> {
  const { page } = by;
  await press(by, "Rate yourself", titles.ratings);
  const level = (dimension: RegExp, word: string) =>
    page.getByRole("group", { name: dimension }).getByText(word, { exact: true }).click();
  await level(/^Evidence/, "Starting");
  await level(/^Composure/, "Not yet");
  await level(/^Disposition/, "Stands out");
  await pressAll(by, ["Next", titles.more], ["Any feedback so far", titles.feedback]);
  await write(by, "What they said", told.theirWords);
  await write(by, "Who said it", told.saidBy);
  await pressAll(by, ["Next", titles.more], ["What worked", titles.worked]);
  await write(by, "In one line", told.worked);
  await press(by, "Next", titles.more);
  await expect(page.getByText("written down")).toHaveCount(3);
}

/** A promise in one's own words, from its screen to the next. */
export async function promise(by: Hand, next: string = titles.sharing): Promise<void> {
  await write(by, /^If\b/, blind.ifText);
  await write(by, /^then I will/, blind.thenText);
  await press(by, "Next", next);
}

/** The ratings, words and questions that both read afterwards, each under the reader's own titles. */
export async function expectTold({ page }: Hand): Promise<void> {
  for (const text of [...told.asked, told.surprise, told.theirWords, told.saidBy, told.worked])
    await expect(page.getByText(text).first()).toBeVisible();
  await expect(fact(page, "Evidence")).toHaveText("Starting");
  await expect(fact(page, "Composure")).toHaveText("Not yet");
  await expect(fact(page, "Disposition")).toHaveText("Stands out");
  await expect(page.getByText("Pushed back · Cut me off")).toBeVisible();
}

/** Very low, up to the calm page. */
export async function firstHalf(people: People, line: string) {
  const { candidate: by } = people;
  const made = await firstScreen(people);
  await pressAll(by, ["Very low", titles.outcome], [/^They said no/, titles.keepLine]);
  await write(by, "To keep", line);
  await pressAll(by, ["Next", titles.sharing], ["That is enough for today", titles.enough]);
  return made;
}

/** The wish for a call: said, taken back, and said again. */
export async function wishForCall(by: Hand): Promise<void> {
  const asked = by.page.getByRole("status").filter({ hasText: "You asked Ana to call you." });
  await press(by, "Ask Ana to call me");
  await expect(asked).toBeVisible();
  await press(by, "Take it back");
  await expect(by.page.getByRole("button", { name: "Ask Ana to call me" })).toBeVisible();
  await expect(asked).toHaveCount(0);
  await press(by, "Ask Ana to call me");
  await expect(asked).toBeVisible();
}

/** What the counselor reads of a very low one: the mood, the end and the line; nothing that is not sent. */
export async function readMoment(
  { company, counselor: { page } }: People,
  mailbox: MailboxReader,
  { line, unsent }: { line: string; unsent: string },
): Promise<void> {
  const mail = await mailbox.waitFor(company.cast.assigned.email, /^A first word from Maya/);
  expect(mail.text).not.toContain(line);
  await page.goto(new URL(linkIn(mail, "/desk/post-mortems/")).pathname);
  await expect(page.getByRole("heading", { name: "Maya feels very low" })).toBeVisible();
  await expect(fact(page, "Mood")).toHaveText("Very low");
  await expect(page.getByText(line)).toBeVisible();
  await expect(page.getByText("No review is due.", { exact: false }).first()).toBeVisible();
  await expect(page.getByText("In thirty seconds")).toHaveCount(0);
  expect(await page.content()).not.toContain(unsent);
}

/** The call on the desk, and the one tap that notes it. */
export async function noteTheCall({ company, counselor }: People): Promise<void> {
  const { page } = counselor;
  await page.goto("/desk");
  const row = page.getByRole("listitem").filter({ hasText: company.cast.owner.name });
  await expect(row.filter({ hasText: "Asked for a call" })).toHaveCount(1);
  await press(counselor, "I have called");
  await expect(page.getByRole("status").first()).toContainText("Written down: you have called.");
  await expect(row.filter({ hasText: "Asked for a call" })).toHaveCount(0);
}

/** The texts of the next steps on the candidate's page. */
export async function nextSteps({ page }: Hand): Promise<string[]> {
  const texts = page.locator("#next-steps > ul > li > div:first-child > p:first-child");
  return (await texts.allTextContents()).map((text) => text.trim());
}

/** The next round, up to the last screen; `day` is when it is. */
export async function nextRound(by: Hand, day: string): Promise<void> {
  await pressAll(by, ["Good", titles.kept], ["Yes", titles.outcome], [/^Next round/, titles.questions]);
  await pressAll(by, [told.asked[0], titles.rating], [/^Strong/, titles.worked]);
  await write(by, "In one line", told.worked);
  await press(by, "Next", titles.promise);
  await promise(by, titles.nextRound);
  await by.page.getByLabel(/^Date/).fill(day);
  await by.page.getByLabel(/^Time/).fill("10:30");
  await press(by, "Next", titles.sharing);
}

/** The short path after a no: how it feels, why, and their words. */
export async function heardNo(by: Hand): Promise<void> {
  await by.page.goto("/home");
  await by.page.getByRole("link", { name: /^I've heard back/ }).click();
  await expect(heading(by.page, titles.outcome)).toBeVisible();
  await press(by, /^They said no/, "How does their answer feel?");
  await press(by, "Low", "Did they say what decided it?");
  await press(by, "Somebody fitted better", "What did they say?");
  await write(by, "Their words", told.theirWords);
  await write(by, /^Who said it/, told.saidBy);
  await press(by, "Next", titles.causes);
  await pressAll(by, ["Skip this", titles.promise], ["Skip this", "That is all"]);
  await press(by, "Done", titles.finished);
}

/** What the counselor is told on the phone, up to the hand-over; the causes are the candidate's. */
export async function enterOnCall(by: Hand): Promise<void> {
  await press(by, /^Fill in on a call/, titles.mood);
  await pressAll(by, ["Unsure", titles.outcome], ["No reply", titles.questions]);
  await pressAll(by, [told.asked[0], titles.rating], [/^Rough/, titles.signals]);
  await mark(by, "Cut me off");
  await press(by, "Next", "What got in the way: did you choose it together?");
  await press(by, "Maya chooses alone", "Hand it over");
  await press(by, "Maya confirms it", titles.finished);
}

/** One whose causes nothing that is written points to. */
export async function unexpectedCauses(by: Hand): Promise<void> {
  await pressAll(by, ["Low", titles.outcome], ["No reply", titles.questions]);
  await pressAll(by, [told.asked[0], titles.rating], [/^Rough/, titles.signals]);
  await mark(by, "Cut me off");
  await press(by, "Next", titles.causes);
  await unfold(by, "More");
  await press(by, /^A practical problem/, titles.more);
  await mark(by, "My answers ran long or short");
  await press(by, "Next", titles.promise);
  await promise(by);
}

/** The lines of two opinions side by side. */
export function compared({ page }: Hand, title: string) {
  return section(page, title).locator("ul.list-disc > li");
}
