import { expect, test } from "vitest";
import { houseStyle } from "#lib/core/house.ts";
import { formatDateTime } from "#lib/core/format.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, pagesDb } from "#lib/infra/db.ts";
import { listMailPreviews, previewMail } from "#lib/jobs/preview.ts";
import { accentTones } from "#lib/mail/mail.tsx";
import { mailKinds } from "#lib/mail/words.ts";
import { changeAgency, changePolicies } from "#lib/settings/commands.ts";
import { getAgency, getSettings, listSettingChanges } from "#lib/settings/queries.ts";
import { pagePlaceFrom } from "#lib/core/paging.ts";
import { makeCounselor } from "../../prisma/seed/factories.ts";
import { admin, agencyForm, policyForm } from "./forms.ts";

test("an installation that nobody has set up goes by the name of the software, and by product.md", async () => {
  expect(await db().agency.count()).toBe(0);
  expect(await getAgency()).toMatchObject({ name: "Debrief", locale: "en-GB", policies: { openLimit: 2 } });
  const settings = await getSettings(await admin());
  expect(settings).toMatchObject({ agency: { version: 0 }, policies: { version: 0 } });
  expect(settings?.zones).toContain("Asia/Katmandu");
});

test("reading the agency sets how everything is printed", async () => {
  const ruth = await admin();
  const at = Temporal.Instant.from("2026-05-05T14:30:00Z");
  await changeAgency(ruth, await agencyForm({ locale: "en-US", accent: "berry" }));
  await getAgency();
  expect(houseStyle()).toEqual({ locale: "en-US", accent: "berry" });
  expect(formatDateTime(at, "America/New_York")).toBe("Tuesday, May 5, 10:30 am");
  await changeAgency(ruth, await agencyForm({ locale: "en-GB", accent: "harbour" }));
  await getAgency();
  expect(formatDateTime(at, "America/New_York")).toBe("Tuesday 5 May, 10:30");
});

test("the history: each saving once with who and what, newest first, page by page, in one statement", async () => {
  const ruth = await admin("Ruth of the history");
  for (let index = 0; index < 35; index += 1)
    await changePolicies(
      ruth,
      await policyForm({ openLimit: String((index % 9) + 1), feedbackDays: String(index + 8) }),
    );
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  const first = await listSettingChanges(ruth, { after: null, now: now() });
  expect(statements).toBe(1);
  expect(first.savings).toHaveLength(30);
  expect(first.savings[0]).toMatchObject({ by: "Ruth of the history" });
  expect(first.savings[0]?.changes).toEqual([
    { code: "policies.openLimit", before: "7", after: "8" },
    { code: "policies.feedbackDays", before: "41", after: "42" },
  ]);
  const second = await listSettingChanges(ruth, { after: pagePlaceFrom(first.next), now: now() });
  expect(second.next).toBeNull();
  const ids = [...first.savings, ...second.savings].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const events = await db().settingChange.groupBy({ by: ["eventId"] });
  expect(ids.toSorted()).toEqual(events.map(({ eventId }) => eventId).toSorted());
});

test("nobody but an admin reads settings or their history", async () => {
  const { id, name, role, timeZone } = await makeCounselor(db());
  const ana = viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
  expect(await getSettings(ana)).toBeNull();
  expect(await listSettingChanges(ana, { after: null, now: now() })).toEqual({ savings: [], next: null });
});

test("every kind of mail has its preview, by the bodies that are sent and as the agency is set", async () => {
  const ruth = await admin();
  await changeAgency(
    ruth,
    await agencyForm({
      name: "Lane & Co",
      senderName: "Lane",
      replyTo: "hello@lane.example",
      accent: "indigo",
      locale: "en-US",
      timeZone: "America/New_York",
    }),
  );
  const listed = await listMailPreviews();
  expect(listed.map(({ kind }) => kind)).toEqual(Object.keys(mailKinds));
  for (const { kind, subject } of listed) {
    const mail = await previewMail(kind);
    expect(mail, kind).toMatchObject({
      subject,
      from: "Lane <debrief@agency.example>",
      replyTo: "hello@lane.example",
    });
    expect(mail?.html, kind).toContain("Lane &amp; Co");
    expect(mail?.text, kind).toContain("Lane & Co");
    expect(`${mail?.text}${subject}`, kind).not.toMatch(/undefined|null|\[object|NaN/);
    expect(mail?.html, kind).not.toMatch(
      /<script|<img|https?:\/\/(?!localhost:3000|meet\.example\.org|www\.w3\.org)/i,
    );
  }
  const booked = await previewMail("mock.booked");
  expect(booked?.subject).toBe("Booked: mock interview on Thursday, May 7, 1:30 pm");
  expect(booked?.hasCalendar).toBe(true);
  expect(booked?.html).toContain(accentTones.indigo);
  expect(await previewMail("mock.lost")).toBeNull();
  expect(await previewMail("__proto__")).toBeNull();
});
