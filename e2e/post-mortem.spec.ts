import { closed, interview } from "../tests/accounts/things.ts";
import { closeStageDb, stageNow } from "./support/database.ts";
import { heading, valuesOf } from "./support/form.ts";
import { hearing, readBlind } from "./support/hearing.ts";
import { linkIn } from "./support/mailbox.ts";
import {
  blind,
  compared,
  earlierPromise,
  enterOnCall,
  everyStep,
  expectTold,
  firstHalf,
  heardNo,
  nextRound,
  nextSteps,
  noteTheCall,
  promise,
  readMoment,
  told,
  unexpectedCauses,
  wishForCall,
} from "./support/post-mortem-walks.ts";
import {
  fact,
  finish,
  firstScreen,
  postMortemOf,
  press,
  pressAll,
  section,
  titles,
  twoPeople,
  write,
} from "./support/post-mortem.ts";
import { expect, test } from "./support/test.ts";

/** The post-mortem as it goes, in every way that it can: by a candidate on a phone and her counselor. */
test.describe.configure({ mode: "parallel", timeout: 180_000 });
test.afterAll(closeStageDb);

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test("core: nine taps and one sentence after a no", async ({ arrive }) => {
      const people = await twoPeople(arrive, script);
      const { candidate } = people;
      await firstScreen(people);
      await pressAll(candidate, ["Low", titles.outcome], [/^They said no/, titles.questions]);
      await pressAll(candidate, ["Tell me about yourself.", titles.rating], [/^Rough/, titles.signals]);
      await pressAll(candidate, ["Next", titles.causes], [/^I did not connect me to the job/, titles.more]);
      await press(candidate, "Next", titles.promise);
      await write(candidate, /^then I will/, blind.thenText);
      await press(candidate, "Next", titles.sharing);
      await finish(candidate);
      expect(candidate.taps).toBeLessThanOrEqual(9);
      expect(candidate.sentences).toBe(1);
      const steps = await nextSteps(candidate);
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.length).toBeLessThanOrEqual(3);
      await expect(section(candidate.page, titles.promise)).toContainText(blind.thenText);
    });

    test("full: every step, read by both afterwards", async ({ arrive }) => {
      const people = await twoPeople(arrive, script);
      const { candidate, counselor } = people;
      await earlierPromise(people);
      const { id } = await firstScreen(people);
      await everyStep(candidate);
      await counselor.page.goto(`/interviews/${id}/post-mortem`);
      await expect(counselor.page.getByText("Started, and not yet shared")).toBeVisible();
      expect(await counselor.page.content()).not.toContain(told.worked);
      await finish(candidate);
      await expectTold(candidate);
      await expect(fact(candidate.page, "How it ended")).toHaveText(
        "They said no: A requirement I do not meet yet",
      );
      await expect(fact(candidate.page, "I had planned")).toContainText("Partly");
      await expect(section(candidate.page, "What got in the way")).toContainText(
        /Nerves took over[\s\S]*My answers ran long or short/,
      );
      await expect(section(candidate.page, titles.promise)).toContainText(blind.thenText);
      await counselor.page.goto(`/interviews/${id}/post-mortem`);
      await counselor.page.waitForURL("**/desk/post-mortems/*");
      await expectTold(counselor);
      await expect(fact(counselor.page, "Mood")).toHaveText("Low");
      await expect(fact(counselor.page, "Outcome")).toHaveText("Rejected");
      await expect(fact(counselor.page, "Reason")).toHaveText("A requirement");
      expect(await counselor.page.content()).not.toContain(blind.thenText);
    });

    test("very low: half of it, a call, and the rest another day", async ({ arrive, mailbox }) => {
      const people = await twoPeople(arrive, script);
      const { company, candidate, counselor } = people;
      const { page } = candidate;
      const line = "They asked about the night shift";
      const { id } = await firstHalf(people, line);
      const { helpLine } = await company.db.agency.findFirstOrThrow();
      expect(helpLine).not.toBe("");
      await expect(page.getByText(helpLine)).toBeVisible();
      await wishForCall(candidate);
      await page.getByRole("link", { name: "Go on with the rest" }).click();
      await expect(heading(page, titles.questions)).toBeVisible();
      await write(candidate, "In your words", told.asked[1]);
      await pressAll(candidate, ["Add", titles.rating], [/^Rough/, titles.signals]);
      await expect.poll(async () => (await valuesOf(company, id, "question.1")).at(-1)).toContain("rough");
      await readMoment(people, mailbox, { line, unsent: told.asked[1] });
      await noteTheCall(people);

      await page.goto(`/interviews/${id}/post-mortem`);
      await expect(page.getByText("Ana noted a call with you", { exact: false })).toBeVisible();
      await page.getByRole("link", { name: "Go on with the rest" }).click();
      await expect(heading(page, titles.signals)).toBeVisible();
      await pressAll(
        candidate,
        ["Next", titles.causes],
        ["Skip this", titles.more],
        ["Next", titles.promise],
      );
      await promise(candidate);
      await finish(candidate);
      await expect(section(page, "What I kept while it was fresh")).toContainText(line);
      await counselor.page.goto(`/interviews/${id}/post-mortem`);
      await expect(counselor.page.getByText("In thirty seconds")).toBeVisible();
      await expect(counselor.page.getByText(told.asked[1])).toBeVisible();
    });

    test("good news: the next round and the offer", async ({ arrive }) => {
      const people = await twoPeople(arrive, script);
      const { company, candidate, counselor } = people;
      const { page } = candidate;
      await earlierPromise(people);
      const { id } = await firstScreen(people);
      const day = stageNow().toZonedDateTimeISO("America/New_York").add({ days: 7 }).toPlainDate();
      await nextRound(candidate, day.toString());
      await expect(page.getByText("The agency.", { exact: true })).toBeVisible();
      await finish(candidate);
      expect(await postMortemOf(people, id)).toMatchObject({ sharing: "agency", mood: "good" });
      await page.goto(`/interviews/${id}`);
      const round = section(page, "Rounds").getByRole("listitem").filter({ hasText: "To come" });
      await expect(round).toHaveCount(1);
      await expect(round).toContainText("10:30");

      const before = candidate.taps;
      await firstScreen(people);
      await pressAll(
        candidate,
        ["Great", titles.outcome],
        [/^Offer/, titles.worked],
        ["Next", titles.sharing],
      );
      await finish(candidate);
      expect(candidate.taps - before).toBe(4);
      await expect(section(page, "Next steps")).toHaveCount(0);

      await counselor.page.goto("/desk");
      const rows = counselor.page.getByRole("listitem").filter({ hasText: company.cast.owner.name });
      await expect(rows.filter({ hasText: "Good news from" })).toHaveCount(2);
      await rows.filter({ hasText: "next round" }).getByRole("link").click();
      await press(counselor, "Say “Well done”");
      await expect(counselor.page.getByText("Well done!", { exact: true }).first()).toBeVisible();
      await page.goto(`/interviews/${id}/post-mortem`);
      await expect(page.getByText("Well done!", { exact: true }).first()).toBeVisible();
    });

    test("heard back: a no after a reviewed one", async ({ arrive, mailbox }) => {
      const people = await twoPeople(arrive, script);
      const { company, candidate, counselor } = people;
      const { page } = candidate;
      const { interviewId } = await closed(company);
      await heardNo(candidate);
      await expect(page.getByRole("status").first()).toContainText("Added to your debrief.");
      await expect(page.getByText(told.theirWords).first()).toBeVisible();
      await expect(fact(page, "How their answer felt")).toHaveText("Low");
      await expect(fact(page, "How it ended")).toHaveText("They said no: Somebody fitted better");

      const mail = await mailbox.waitFor(company.cast.assigned.email, /has heard back$/);
      expect(mail.text).not.toContain(told.theirWords);
      await counselor.page.goto(new URL(linkIn(mail, "/desk/post-mortems/")).pathname);
      await expect(fact(counselor.page, "Mood after the answer")).toHaveText("Low");
      await expect(counselor.page.getByText(told.theirWords)).toBeVisible();
      expect((await postMortemOf(people, interviewId)).newsAt).not.toBeNull();
    });

    test("entered on a call, confirmed by the candidate", async ({ arrive, mailbox }) => {
      const people = await twoPeople(arrive, script);
      const { company, candidate, counselor } = people;
      const { id } = await interview(company);
      await counselor.page.goto(`/interviews/${id}`);
      await enterOnCall(counselor);
      await expect(counselor.page.getByText("Handed over. A mail is on its way.")).toBeVisible();
      await expect(counselor.page.getByText("Started, and not yet shared")).toBeVisible();

      const mail = await mailbox.waitFor(company.cast.owner.email, /^Your debrief of .*, entered by Ana/);
      const { page } = candidate;
      await page.goto(new URL(linkIn(mail, "/interviews/")).pathname);
      await expect(page.getByText("Ana entered this with you on a call.")).toBeVisible();
      await expect(heading(page, titles.causes)).toBeVisible();
      await pressAll(candidate, [/^My answers ran long or short/, titles.more], ["Next", titles.promise]);
      await promise(candidate);
      await finish(candidate);
      await expect(page.getByText("Ana entered this with you on a call.")).toBeVisible();
      await expect(fact(page, "How I felt")).toHaveText("Unsure");
      await counselor.page.goto(`/interviews/${id}/post-mortem`);
      await expect(
        counselor.page.getByText(/^Entered by Ana.* on a call, confirmed by the candidate\.$/),
      ).toBeVisible();
    });

    test("blind until both have chosen, then the differences first", async ({ arrive, mailbox }) => {
      const people = await twoPeople(arrive, script);
      const { candidate, counselor } = people;
      const { id } = await firstScreen(people);
      await unexpectedCauses(candidate);
      await finish(candidate);
      const steps = await nextSteps(candidate);
      expect(steps.length).toBeGreaterThan(0);

      const heard = await hearing(counselor.page);
      const secrets = [...steps, blind.ifText, blind.thenText];
      await readBlind(people, { interview: id, mailbox, heard, secrets });
      await expect(counselor.page.getByRole("radio", { checked: true })).toHaveCount(0);

      await counselor.page.getByRole("radio", { name: "A practical problem" }).first().check();
      await press(counselor, "Keep my choice");
      await expect(compared(counselor, "What got in the way?")).toContainText([
        "My answers ran long or short: Maya chose this, you did not.",
        "A practical problem: you both chose this.",
      ]);
      await expect(counselor.page.getByText(blind.thenText)).toBeVisible();
      await expect.poll(async () => (await heard()).join()).toContain(blind.thenText);
      for (const step of steps) await expect(section(counselor.page, "The plan")).toContainText(step);
      await candidate.page.goto(`/interviews/${id}/post-mortem`);
      await expect(compared(candidate, "What got in the way")).toContainText([
        "My answers ran long or short: you chose this, Ana did not.",
        "A practical problem: you both chose this.",
      ]);
    });
  });
}
