import { readFileSync } from "node:fs";
import { join } from "node:path";
import { busyFlashes, busyPageWords, busyWords } from "#lib/mocks/words/busy.ts";
import { signIn } from "./support/axe-shapes.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { expect, test } from "./support/test.ts";

test.afterAll(closeStageDb);

/** A file of a real calendar program, from beside the repository. */
const shipped = (name: string) => readFileSync(join(import.meta.dirname, "../../shared/calendars", name));

for (const script of [true, false])
  test(`${script ? "with" : "without"} script: a calendar is read, its day is not offered any more, and is again when it is removed`, async ({
    arrive,
  }) => {
    const { now, cast, tokens } = await makeCompany();
    const day = now.toZonedDateTimeISO(cast.assigned.timeZone).toPlainDate().add({ days: 3 });
    const ana = await arrive({ javaScriptEnabled: script });
    await signIn(ana, tokens.assigned);

    const offered = async () => {
      await ana.goto(`/calendar/book?candidate=${cast.owner.id}&week=${day.toString()}`);
      await expect(ana.getByRole("heading", { level: 1 })).toBeVisible();
      return ana.locator(`#day-${day.toString()}`).count();
    };
    const send = async (name: string, buffer: Buffer) => {
      await ana.goto("/calendar/hours");
      await ana.getByRole("link", { name: busyPageWords.title }).click();
      const form = ana.getByRole("form", { name: busyPageWords.fileTitle });
      await form.getByLabel(busyPageWords.name).fill(name);
      await form
        .getByLabel(busyPageWords.file)
        .setInputFiles({ name: "work.ics", mimeType: "text/calendar", buffer });
      await form.getByRole("button", { name: busyPageWords.add }).click();
    };
    expect(await offered()).toBe(1);

    await send("Google", shipped("google-recurrence-order.ics"));
    await expect(ana.getByText(busyFlashes.added)).toBeVisible();
    await expect(ana.getByText("Google", { exact: true })).toBeVisible();
    await send("Broken", shipped("badRRULE.ics"));
    await expect(ana.getByText(busyWords.bad_rule)).toBeVisible();

    const away = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "UID:away",
      "SUMMARY:Nobody reads this title",
      `DTSTART;VALUE=DATE:${day.toString().replaceAll("-", "")}`,
      "END:VEVENT",
      "END:VCALENDAR",
    ];
    await send("Work", Buffer.from(`${away.join("\r\n")}\r\n`));
    await expect(ana.getByText(busyPageWords.entries(1))).toBeVisible();
    await expect(ana.getByText("Nobody reads this title")).toHaveCount(0);
    expect(await offered()).toBe(0);

    await ana.goto("/calendar/busy");
    await ana
      .getByRole("form", { name: busyPageWords.removeLabel("Work") })
      .getByRole("button", { name: busyPageWords.remove })
      .click();
    await expect(ana.getByText(busyFlashes.removed)).toBeVisible();
    expect(await offered()).toBe(1);
  });
