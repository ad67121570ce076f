import { expect, test, vi } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { changeAgencyAction, changePoliciesAction } from "#lib/settings/actions.ts";
import { findSettings } from "#lib/settings/queries.ts";
import { settingsWords } from "#lib/settings/words.ts";
import { commonWords } from "#lib/web/write.ts";
import { makePerson, makeSession } from "../../prisma/seed/factories.ts";
import { browse, send } from "../support/request.ts";
import { agencyFields, policyFields } from "./forms.ts";

vi.mock("next/headers", async () => (await import("../support/request.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

async function asAdmin(): Promise<void> {
  const { id } = await makePerson(db(), { role: "admin" });
  browse({ token: (await makeSession(db(), id, now())).token, path: "/settings/policies" });
}

test("an admin saves and is led back to the form, which says so", async () => {
  await asAdmin();
  const agency = await agencyFields({ name: "Harbour Lane", locale: "en-IE" });
  expect(await send(changeAgencyAction, agency)).toEqual({ to: "/settings/agency?done=agency" });
  const policies = await policyFields({ openLimit: "1", feedbackDays: "9" });
  expect(await send(changePoliciesAction, policies)).toEqual({ to: "/settings/policies?done=policies" });
  expect(await findSettings(db())).toMatchObject({
    agency: { saved: { name: "Harbour Lane", locale: "en-IE" } },
    policies: { saved: { openLimit: 1, feedbackDays: 9 } },
  });
});

test("each field's own error, everything typed stays", async () => {
  await asAdmin();
  const typed = await policyFields({
    noticeHours: "0",
    freeHours: "-1",
    openLimit: "1000000000",
    quietFrom: "late",
  });
  const { key: _, ...values } = typed;
  expect(await send(changePoliciesAction, typed)).toMatchObject({
    message: commonWords.mend,
    errors: {
      noticeHours: settingsWords.between(1, 168),
      freeHours: settingsWords.between(1, 168),
      openLimit: settingsWords.between(1, 10),
      quietFrom: settingsWords.notATime,
    },
    values,
  });
  expect(
    await send(changeAgencyAction, await agencyFields({ name: " ", timeZone: "Nowhere/At_All" })),
  ).toMatchObject({
    errors: { name: settingsWords.needed, timeZone: settingsWords.zoneUnknown },
  });
  const same = await policyFields({ quietFrom: "08:00", quietUntil: "08:00" });
  expect(await send(changePoliciesAction, same)).toMatchObject({
    errors: { quietUntil: settingsWords.no_quiet },
    values: { quietFrom: "08:00", quietUntil: "08:00" },
  });
});

test("a form from before another's saving saves nothing, gives back what was typed, and saves when sent again", async () => {
  await asAdmin();
  const mine = await agencyFields({ name: "Mine" });
  await send(changeAgencyAction, await agencyFields({ name: "Theirs" }));
  expect(await send(changeAgencyAction, mine)).toMatchObject({
    refusal: "stale",
    message: settingsWords.stale,
    values: { name: "Mine" },
  });
  expect((await findSettings(db())).agency.saved.name).toBe("Theirs");
  expect(await send(changeAgencyAction, await agencyFields({ name: "Mine" }))).toEqual({
    to: "/settings/agency?done=agency",
  });
});
