import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeSeat, makeWorkshopSession } from "../prisma/seed/workshop-factories.ts";
import { signIn } from "./support/axe-shapes.ts";
import { partOf } from "./support/calendar-parts.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { linkIn } from "./support/mailbox.ts";
import { expect, test } from "./support/test.ts";
import { visit, visitPayload } from "./support/visits.ts";

test.afterAll(closeStageDb);

const phone = { width: 360, height: 740 };

for (const script of [true, false]) {
  const how = script ? "with script" : "without script";

  test(`${how}: publish a copy of the last in three clicks, fill it, wait, free a seat, accept from the mail, cancel`, async ({
    arrive,
    mailbox,
  }) => {
    test.setTimeout(120_000);
    const company = await makeCompany();
    const { db, now, cast, tokens } = company;
    const title = `Stories ${newId().slice(0, 8)}`;
    const place = `Room ${newId().slice(0, 8)}`;
    // The newest of all that were published: what "Copy the last" copies.
    await makeWorkshopSession(
      db,
      { createdById: cast.admin.id, startsAt: now.subtract({ hours: 100 }).round("hour") },
      { capacity: 1, place },
      { title, publishedAt: dateOf(now.add({ minutes: 2 })) },
    );
    const admin = await arrive({ javaScriptEnabled: script });
    await signIn(admin, tokens.admin);
    await admin.goto("/desk");
    await admin.getByRole("link", { name: "Workshops" }).first().click();
    await admin.getByRole("link", { name: "Copy the last" }).click();
    await expect(admin.getByLabel("Title")).toHaveValue(title);
    await admin.getByRole("button", { name: "Publish" }).click();
    await expect(admin.getByRole("status")).toContainText("Published.");
    const session = await db.workshopSession.findFirstOrThrow({
      where: { workshop: { title, createdById: cast.admin.id }, startsAt: { gt: dateOf(now) } },
    });
    const page = `/practice/workshops/${session.id}`;

    const maya = await arrive({ javaScriptEnabled: script, viewport: phone });
    await signIn(maya, tokens.owner);
    await maya.goto(page);
    await expect(maya.getByText(place)).toHaveCount(0);
    await maya.getByRole("button", { name: "Take a seat" }).click();
    await expect(maya.getByText(place)).toBeVisible();
    const taken = partOf(await mailbox.waitFor(cast.owner.email, /Your seat/), cast.owner.email);
    expect(taken).toMatchObject({ method: "REQUEST", status: "CONFIRMED" });

    const noor = await arrive({ javaScriptEnabled: script, viewport: phone });
    await signIn(noor, tokens.otherCandidate);
    await noor.goto(page);
    await noor.getByRole("button", { name: "Join the waitlist" }).click();
    await expect(noor.getByText(/You are next on the waitlist/)).toBeVisible();

    await maya.getByRole("button", { name: "Give the seat back" }).click();
    const given = partOf(await mailbox.waitFor(cast.owner.email, /Given back/), cast.owner.email);
    expect(given).toMatchObject({ method: "CANCEL", uid: taken.uid });
    expect(given.sequence).toBeGreaterThan(taken.sequence);

    const offered = await mailbox.waitFor(cast.otherCandidate.email, /is held for you/);
    const offer = new URL(linkIn(offered, "/practice/workshops/offers/"));
    await noor.goto(offer.pathname + offer.search);
    // Opening it changed nothing.
    expect(await db.seat.count({ where: { sessionId: session.id, givenBackAt: null } })).toBe(0);
    await noor.getByRole("button", { name: "Yes, take the seat" }).click();
    await expect(noor.getByText(place)).toBeVisible();
    const seat = partOf(
      await mailbox.waitFor(cast.otherCandidate.email, /Your seat/),
      cast.otherCandidate.email,
    );

    // Nobody sees who else comes.
    for (const path of ["/practice/workshops", page, "/home"])
      for (const answer of [await visit(company, "owner", path), await visitPayload(company, "owner", path)])
        for (const secret of [cast.otherCandidate.name, cast.otherCandidate.email, cast.otherCandidate.id])
          expect(answer.body.includes(secret), `${path} tells ${secret}`).toBe(false);

    await admin.goto(`/workshops/sessions/${session.id}`);
    await admin.getByText("Cancel this session").click();
    await admin.getByLabel(/^Why/).fill("The room is being painted.");
    await admin.getByRole("button", { name: "Cancel it and tell 1 person" }).click();
    await expect(admin.getByRole("status")).toContainText("Cancelled.");
    const mail = await mailbox.waitFor(cast.otherCandidate.email, /^Cancelled: /);
    expect(mail.text).toContain("The room is being painted.");
    const cancelled = partOf(mail, cast.otherCandidate.email);
    expect(cancelled).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: seat.uid });
    expect(cancelled.sequence).toBeGreaterThan(seat.sequence);
    expect(
      (await mailbox.mails(cast.owner.email)).filter((one) => one.subject.startsWith("Cancelled: ")),
    ).toEqual([]);
  });

  test(`${how}: check in on a phone, undo, and let somebody in`, async ({ arrive }) => {
    const { db, now, cast, tokens } = await makeCompany();
    const startsAt = now.add({ minutes: 30 });
    const { id } = await makeWorkshopSession(db, { createdById: cast.admin.id, startsAt }, { capacity: 2 });
    await makeSeat(db, { sessionId: id, personId: cast.owner.id, at: now });
    const page = await arrive({ javaScriptEnabled: script, viewport: phone });
    await signIn(page, tokens.otherCounselor);
    await page.goto(`/workshops/sessions/${id}`);
    // What is only read out stands apart: a browser may read a space before it.
    const tap = (word: string) =>
      page.getByRole("button", { name: new RegExp(`^${word} ?: ${cast.owner.name}$`) }).click();
    await tap("Attended");
    await expect(page.getByText("1 of 1 came")).toBeVisible();
    await tap("Undo");
    await expect(page.getByText("0 of 1 came")).toBeVisible();
    await page.getByLabel("Their name").fill("Sam Walker");
    await page.getByRole("button", { name: "Let in", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("They are in.");
    await expect(page.getByText("1 of 2 came")).toBeVisible();
    await page.getByLabel("Search by name").fill("walk");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("Sam Walker", { exact: true })).toBeVisible();
    await expect(page.getByText(cast.owner.name, { exact: true })).toHaveCount(0);
  });

  test(`${how}: at a fair one person after the other is logged`, async ({ arrive }) => {
    const { db, now, cast, tokens } = await makeCompany();
    const startsAt = now.subtract({ minutes: 30 });
    const about = { createdById: cast.admin.id, startsAt };
    const { id } = await makeWorkshopSession(db, about, {}, { kind: "job_fair" });
    await makeSeat(db, { sessionId: id, personId: cast.owner.id, at: now });
    const page = await arrive({ javaScriptEnabled: script, viewport: phone });
    await signIn(page, tokens.owner);
    await page.goto(`/practice/workshops/${id}`);
    await page.getByRole("link", { name: "Who you talked to" }).click();
    for (const whom of ["Ida of Harbour Freight", "Ben of Northline"]) {
      await page.getByLabel("Whom did you talk to?").first().fill(whom);
      await page.getByRole("button", { name: "Save, and add another" }).click();
      await expect(page.getByText(whom, { exact: true })).toBeVisible();
      await expect(page.getByLabel("Whom did you talk to?").first()).toHaveValue("");
    }
    expect(await db.informationalInterview.count({ where: { candidateId: cast.owner.id } })).toBe(2);
  });
}
