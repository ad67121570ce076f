import { expect, test } from "vitest";
import { editCause } from "#lib/causes/commands.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { changeAgency, changePolicies } from "#lib/settings/commands.ts";
import { findPolicies, findSettings, getAgency } from "#lib/settings/queries.ts";
import { makeCandidate, makeCounselor } from "../../prisma/seed/factories.ts";
import { formOf } from "../causes/edited.ts";
import { admin, agencyForm, changesOf, policyForm, refusalOf } from "./forms.ts";

const changes = () => db().settingChange.count();
const agencyNow = async () => (await findSettings(db())).agency;

test("an admin changes the agency: the row, the event, and each setting with what stood there before; nobody is mailed", async () => {
  const ruth = await admin();
  const { saved, version } = await agencyNow();
  const form = await agencyForm({ name: "Harbour Lane", helpLine: "+1 212 555 0142", accent: "moss" });
  expect(refusalOf(await changeAgency(ruth, form))).toBe("ok");
  expect(await agencyNow()).toEqual({
    version: version + 1,
    saved: { ...saved, name: "Harbour Lane", helpLine: "+1 212 555 0142", accent: "moss" },
  });
  expect(await changesOf(form.key)).toEqual([
    ["agency.name", saved.name, "Harbour Lane"],
    ["agency.helpLine", saved.helpLine, "+1 212 555 0142"],
    ["agency.accent", saved.accent, "moss"],
  ]);
  expect(await db().event.findUniqueOrThrow({ where: { id: form.key } })).toMatchObject({
    kind: "agency.changed",
    actorId: ruth.personId,
  });
  expect(await db().mail.count({ where: { eventId: form.key } })).toBe(0);
  expect(await getAgency()).toMatchObject({ name: "Harbour Lane", accent: "moss" });
});

test("policies hold from then on, and changing them leaves the agency's version alone", async () => {
  const ruth = await admin();
  const { version } = await agencyNow();
  const before = await findPolicies(db());
  const form = await policyForm({ freeHours: "24", quietFrom: "20:00", staffSecondFactor: "on" });
  expect(refusalOf(await changePolicies(ruth, form))).toBe("ok");
  expect(await findPolicies(db())).toMatchObject({ freeHours: 24, staffSecondFactor: true });
  expect(String((await findPolicies(db())).quiet.from)).toBe("20:00:00");
  expect(await changesOf(form.key)).toEqual([
    ["policies.freeHours", String(before.freeHours), "24"],
    ["policies.quietFrom", "21:00", "20:00"],
    ["policies.staffSecondFactor", "off", "on"],
  ]);
  expect((await agencyNow()).version).toBe(version);
  await changePolicies(
    ruth,
    await policyForm({ freeHours: "12", quietFrom: "21:00", staffSecondFactor: "off" }),
  );
});

test("a change of a cause stands in the same history, with before and after", async () => {
  const ruth = await admin();
  const form = await formOf("PITCH", { name: "The first minute", days2: 9, on1: false });
  const { name } = await db().cause.findFirstOrThrow({
    where: { code: "PITCH" },
    orderBy: { taxonomyNumber: "desc" },
  });
  expect(refusalOf(await editCause(ruth, form, now()))).toBe("ok");
  expect(await changesOf(form.key)).toEqual([
    ["causes.PITCH.name", name, "The first minute"],
    ["causes.PITCH.1.isOn", "on", "off"],
    ["causes.PITCH.2.days", "3", "9"],
  ]);
});

test("nobody but an admin changes anything, and whoever was refused leaves nothing", async () => {
  const ana = await makeCounselor(db());
  const maya = await makeCandidate(db(), ana.id);
  const count = await changes();
  for (const { id, name, role, timeZone } of [ana, maya]) {
    const viewer = viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
    const [agency, policies] = [await agencyForm({ name: "Mine" }), await policyForm({ openLimit: "9" })];
    expect(refusalOf(await changeAgency(viewer, agency))).toBe("not_found");
    expect(refusalOf(await changePolicies(viewer, policies))).toBe("not_found");
    expect(await db().event.count({ where: { id: { in: [agency.key, policies.key] } } })).toBe(0);
  }
  expect(await changes()).toBe(count);
});

test("an admin who is none any more, or nobody at all, is signed out", async () => {
  await admin("Stays");
  const ruth = await admin();
  await db().person.update({ where: { id: ruth.personId }, data: { role: "counselor" } });
  expect(refusalOf(await changeAgency(ruth, await agencyForm({ name: "Mine" })))).toBe("signed_out");
  const nobody = viewerFrom({
    personId: newId(),
    name: "",
    role: "admin",
    timeZone: "UTC",
    looked: () => undefined,
  });
  expect(refusalOf(await changePolicies(nobody, await policyForm({ openLimit: "9" })))).toBe("signed_out");
});

test("of admins who save at once one does, and the others hear that it changed", async () => {
  const [amir, ruth] = [await admin(), await admin()];
  const { version } = await agencyNow();
  const forms = await Promise.all(["One", "Two", "Three", "Four"].map((name) => agencyForm({ name })));
  const answers = await Promise.all(forms.map((form, index) => changeAgency(index % 2 ? amir : ruth, form)));
  expect(answers.map(refusalOf).toSorted()).toEqual(["ok", "stale", "stale", "stale"]);
  expect((await agencyNow()).version).toBe(version + 1);
  const policies = await Promise.all(["3", "4", "5"].map((openLimit) => policyForm({ openLimit })));
  const decided = await Promise.all(policies.map((form) => changePolicies(amir, form)));
  expect(decided.map(refusalOf).toSorted()).toEqual(["ok", "stale", "stale"]);
});

test("one saves the agency while another saves the policies: both are saved", async () => {
  const [amir, ruth] = [await admin(), await admin()];
  const [agency, policies] = [await agencyForm({ name: "Both" }), await policyForm({ feedbackDays: "9" })];
  const answers = await Promise.all([changeAgency(amir, agency), changePolicies(ruth, policies)]);
  expect(answers.map(refusalOf)).toEqual(["ok", "ok"]);
  expect(await getAgency()).toMatchObject({ name: "Both", policies: { feedbackDays: 9 } });
});

test("a form sent twice is one change; the same key with another text is refused", async () => {
  const ruth = await admin();
  const count = await changes();
  const form = await agencyForm({ senderName: "Harbour" });
  const answers = await Promise.all([changeAgency(ruth, form), changeAgency(ruth, form)]);
  expect(answers.map(refusalOf)).toEqual(["ok", "ok"]);
  expect(await changes()).toBe(count + 1);
  expect(refusalOf(await changeAgency(ruth, { ...form, senderName: "Lane" }))).toBe("already_saved");
});

test("what rules refuse changes nothing", async () => {
  const ruth = await admin();
  const count = await changes();
  const { version } = await policyForm();
  const refused = {
    unchanged: await policyForm(),
    stale: { ...(await policyForm({ openLimit: "9" })), version: version + 1 },
    no_quiet: await policyForm({ quietFrom: "08:00", quietUntil: "08:00" }),
    quiet_too_long: await policyForm({ quietFrom: "09:00", quietUntil: "08:00" }),
  };
  for (const [refusal, form] of Object.entries(refused))
    expect(refusalOf(await changePolicies(ruth, form)), refusal).toBe(refusal);
  expect(await changes()).toBe(count);
});

test("the log cannot be changed: no row is rewritten, taken away or emptied out", async () => {
  const form = await agencyForm({ replyTo: `${newId()}@agency.example` });
  await changeAgency(await admin(), form);
  const where = { eventId: form.key };
  const attempts = [
    () => db().settingChange.updateMany({ where, data: { before: "other" } }),
    () => db().settingChange.deleteMany({ where }),
    () => db().settingChange.deleteMany(),
    () => db().$executeRaw`UPDATE setting_changes SET at = now()`,
    () => db().$executeRaw`TRUNCATE setting_changes`,
    () => db().$executeRaw`TRUNCATE events CASCADE`,
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/append_only|only grows/);
  expect(await changesOf(form.key)).toHaveLength(1);
});

test("the database holds the least and the most too", async () => {
  await getAgency();
  const wrong = [
    { openLimit: 0 },
    { noticeHours: 169 },
    { retentionMonths: 5 },
    { quietFrom: "24:00" },
    { quietFrom: "08:00", quietUntil: "08:00" },
  ];
  for (const data of wrong)
    await expect(db().agency.update({ where: { id: 1 }, data }), JSON.stringify(data)).rejects.toThrow(
      /agency_policies_sane/,
    );
});
