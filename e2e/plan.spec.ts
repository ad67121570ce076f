import type { Locator } from "@playwright/test";

import { finished } from "../tests/accounts/things.ts";
import { closeStageDb } from "./support/database.ts";
import { press, section, twoPeople, unfold } from "./support/post-mortem.ts";
import type { Hand, People } from "./support/post-mortem.ts";
import { compared, nextSteps } from "./support/post-mortem-walks.ts";
import { expect, test } from "./support/test.ts";

/** The two views and the plan that comes from them, as both press it. */
test.describe.configure({ mode: "parallel", timeout: 180_000 });
test.afterAll(closeStageDb);

const mock = "Book a mock interview, a friendly one first";
const rehearsal = "Rehearse with a friend";

/** A finished post-mortem about which Ana has chosen this; both stand before it. */
async function viewed(
  people: People,
  cause: string,
  source: "own" | "agency" = "own",
): Promise<{ reading: string; review: string }> {
  const { id, interviewId } = await finished(people.company);
  const rounds = { interviews: { some: { id: interviewId } } };
  await people.company.db.application.updateMany({ where: rounds, data: { source } });
  const { candidate, counselor } = people;
  const [reading, review] = [`/interviews/${interviewId}/post-mortem`, `/desk/post-mortems/${id}`];
  await counselor.page.goto(review);
  await counselor.page.getByRole("radio", { name: cause }).first().check();
  await press(counselor, "Keep my choice");
  await expect(counselor.page.getByText("Your choice is written down.", { exact: false })).toBeVisible();
  await candidate.page.goto(reading);
  await expect(candidate.page.getByText("Ana has a view. Yours first?")).toBeVisible();
  return { reading, review };
}

/** One step of the plan, as either side sees it. */
function step({ page }: Hand, text: string): Locator {
  return page.locator("#next-steps > ul > li, #plan > ul > li").filter({ hasText: text });
}

async function tap(on: Locator, name: string): Promise<void> {
  await on.getByRole("button", { name, exact: true }).click();
}

async function open(on: Locator, line: string): Promise<void> {
  await on.locator("summary").getByText(line, { exact: true }).click();
}

async function setAside(on: Locator, why: string): Promise<void> {
  await open(on, "Not doing this");
  await on.getByLabel("What makes it not for you?").fill(why);
  await tap(on, "Not doing this");
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test("mine is given, both are read, and the candidate ticks off and sets aside", async ({ arrive }) => {
      const people = await twoPeople(arrive, script);
      const { candidate, counselor } = people;
      const { reading, review } = await viewed(people, "Nerves took over");
      await unfold(candidate, "Give mine");
      await press(candidate, /^Nerves took over/);
      await expect(candidate.page.getByRole("status").first()).toContainText("Your view is written down.");
      await expect(compared(candidate, "What got in the way")).toContainText([
        "Nerves took over: you both chose this.",
      ]);
      expect(await nextSteps(candidate)).toEqual([mock, rehearsal]);

      await tap(step(candidate, mock), "Done");
      await tap(step(candidate, mock), "Undo");
      await tap(step(candidate, mock), "Done");
      await expect(step(candidate, mock).getByRole("button", { name: "Undo" })).toBeVisible();
      await open(step(candidate, rehearsal), "Not doing this");
      await tap(step(candidate, rehearsal), "Not doing this");
      // What was refused comes back open, so that the sentence is seen.
      await expect(step(candidate, rehearsal).getByText("One line of why is enough").first()).toBeVisible();
      const why = "Nobody is near this week";
      await step(candidate, rehearsal).getByLabel("What makes it not for you?").fill(why);
      await tap(step(candidate, rehearsal), "Not doing this");
      await expect(step(candidate, rehearsal).getByText(why)).toBeVisible();

      await counselor.page.goto(review);
      await expect(step(counselor, mock)).toContainText("Maya has done this");
      await expect(step(counselor, rehearsal)).toContainText("Maya is not doing this");
      await expect(step(counselor, rehearsal)).toContainText(why);
      await tap(step(candidate, rehearsal), "Bring it back");
      await expect(step(candidate, rehearsal).getByRole("button", { name: "Done" })).toBeVisible();

      await counselor.page.reload();
      await tap(step(counselor, rehearsal), "A good thing to do");
      await expect(step(counselor, rehearsal)).toContainText("Accepted by Ana");
      await candidate.page.goto(reading);
      await expect(step(candidate, rehearsal)).toContainText("Ana says: a good thing to do.");
    });

    test("the counselor does the own part, adds, changes and replaces", async ({ arrive }) => {
      const people = await twoPeople(arrive, script);
      const { candidate, counselor } = people;
      const { reading, review } = await viewed(people, "I did not connect me to the job", "agency");
      await unfold(candidate, "Give mine");
      await press(candidate, /^Outside my control/);
      await expect(step(candidate, "Check with the client")).toContainText("Ana does this.");

      await counselor.page.goto(review);
      const own = step(counselor, "Check with the client");
      await tap(own, "Done");
      await expect(own).toContainText("Ana has done this");
      await tap(own, "Undo");
      await setAside(own, "They told me yesterday");
      await expect(own).toContainText("Ana is not doing this");
      await expect(own).toContainText("They told me yesterday");

      const plan = section(counselor.page, "The plan");
      const suggestion = plan
        .getByRole("form", { name: "What helps with the causes that you chose" })
        .getByRole("button")
        .first();
      const suggested = await suggestion.locator("span.font-semibold").innerText();
      await suggestion.click();
      await expect(step(counselor, suggested)).toContainText("Added by Ana");

      const adding = plan.getByRole("form", { name: "Add a next step" });
      await open(adding, "Add a next step");
      await adding.getByLabel("Or in your own words").fill("Call the clinic about shifts");
      await adding.getByLabel("What it works on").selectOption("Practical");
      await tap(adding, "Add it");
      const added = step(counselor, "Call the clinic about shifts");
      await expect(added).toContainText("Practical");

      await open(added, "Change");
      await added.getByLabel("What to do").fill("Call the clinic about nights");
      await tap(added, "Save the change");
      const changed = step(counselor, "Call the clinic about nights");
      await expect(changed).toBeVisible();
      await open(changed, "Replace");
      await changed.getByLabel("Or in your own words").fill("Ask the clinic by mail");
      await tap(changed, "Replace it");
      await expect(step(counselor, "Ask the clinic by mail")).toBeVisible();
      await expect(changed).toHaveCount(0);

      await candidate.page.goto(reading);
      const steps = await nextSteps(candidate);
      expect(steps.filter((text) => text !== suggested).toSorted()).toEqual([
        "Ask the clinic by mail",
        "Check with the client what decided it",
      ]);
      expect(steps).toContain(suggested);
      await expect(step(candidate, "Ask the clinic by mail")).toContainText("Added by Ana.");
    });

    test("“Show me” notes not sure yet and shows both; sharing is changed with one tap", async ({
      arrive,
      expectError,
    }) => {
      expectError(/status of 404/);
      const people = await twoPeople(arrive, script);
      const { candidate, counselor } = people;
      const { review } = await viewed(people, "Nerves took over");
      await expect(section(candidate.page, "What got in the way").getByText("Ana chose this")).toHaveCount(0);
      await press(candidate, "Show me");
      await expect(compared(candidate, "What got in the way")).toContainText([
        "Not sure yet: you chose this, Ana did not.",
        "Nerves took over: Ana chose this, you did not.",
      ]);

      const sharedWith = async (choice: RegExp, line: string, status: number) => {
        await unfold(candidate, "Change who may see this");
        await press(candidate, choice);
        await expect(candidate.page.getByRole("status").first()).toContainText("Changed.");
        await expect(candidate.page.getByText(line).first()).toBeVisible();
        expect((await counselor.page.goto(review))?.status()).toBe(status);
      };
      await sharedWith(/^Only me/, "Only you can see this.", 404);
      await sharedWith(/^The agency/, "You and every counselor of the agency can see this.", 200);
      await sharedWith(/^My counselor/, "You and Ana can see this.", 200);
    });
  });
}
