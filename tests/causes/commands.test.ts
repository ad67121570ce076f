import { expect, test } from "vitest";
import { editCause } from "#lib/causes/commands.ts";
import { getTaxonomy } from "#lib/causes/queries.ts";
import { promiseFor } from "#lib/causes/rules/taxonomy.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { draftOf, finishedOf, now, pastInterview, people, sendScreen } from "../post-mortems/staged.ts";
import { formOf, newestNumber, refusalOf } from "./edited.ts";

const versions = () => db().taxonomyVersion.count();
const numberOf = async (id: string) =>
  (await db().postMortem.findUniqueOrThrow({ where: { id } })).taxonomyNumber;

test("a change makes the next version: the whole copied, one cause as it was written, by whom and when", async () => {
  const { amir } = await people();
  const from = await newestNumber();
  const form = await formOf("NO_EXAMPLES", { name: "No example came to mind", days2: 9, on3: false });
  expect(refusalOf(await editCause(amir, form, now))).toBe("ok");
  const [before, after] = [await getTaxonomy(from), await getTaxonomy(from + 1)];
  expect(after.causes).toEqual(
    before.causes.map((cause) =>
      cause.code === "NO_EXAMPLES"
        ? {
            ...cause,
            name: "No example came to mind",
            actions: [
              cause.actions[0],
              { ...cause.actions[1], days: 9 },
              { ...cause.actions[2], isOn: false },
            ],
          }
        : cause,
    ),
  );
  expect(await db().taxonomyVersion.findUniqueOrThrow({ where: { number: from + 1 } })).toMatchObject({
    madeAt: dateOf(now),
    madeById: amir.personId,
  });
  expect(await guidesOf(from + 1)).toEqual(await guidesOf(from));
  expect(await db().event.findUniqueOrThrow({ where: { id: form.key } })).toMatchObject({
    kind: "taxonomy.changed",
    actorId: amir.personId,
  });
  expect(await db().mail.count({ where: { eventId: form.key } })).toBe(0);
});

const guidesOf = (taxonomyNumber: number) =>
  db().cause.findMany({
    where: { taxonomyNumber },
    orderBy: { position: "asc" },
    select: { code: true, position: true, suggestedWhen: true, recognise: true, helps: true, exercise: true },
  });

test("nobody but an admin changes it, and whoever was refused leaves nothing", async () => {
  const { ana, maya } = await people();
  const count = await versions();
  for (const viewer of [ana, maya]) {
    const form = await formOf("NERVES", { name: "Mine" });
    expect(refusalOf(await editCause(viewer, form, now))).toBe("not_found");
    expect(await db().event.count({ where: { id: form.key } })).toBe(0);
  }
  const { amir } = await people();
  await db().person.update({ where: { id: amir.personId }, data: { role: "counselor" } });
  expect(refusalOf(await editCause(amir, await formOf("NERVES", { name: "Mine" }), now))).toBe("signed_out");
  expect(await versions()).toBe(count);
});

test("of admins who save at once one makes the version, and the others hear that it changed", async () => {
  const { amir } = await people();
  const { amir: ruth } = await people();
  const from = await newestNumber();
  const forms = await Promise.all(
    ["One", "Two", "Three", "Four"].map((name, index) => formOf(index < 2 ? "PITCH" : "CLOSING", { name })),
  );
  const answers = await Promise.all(
    forms.map((form, index) => editCause(index % 2 === 0 ? amir : ruth, form, now)),
  );
  expect(answers.map(refusalOf).toSorted()).toEqual(["ok", "stale", "stale", "stale"]);
  expect(await newestNumber()).toBe(from + 1);
});

test("a form sent twice makes one version; the same key with another text is refused", async () => {
  const { amir } = await people();
  const from = await newestNumber();
  const form = await formOf("RAMBLED", { line: "Once." });
  const answers = await Promise.all([editCause(amir, form, now), editCause(amir, form, now)]);
  expect(answers.map(refusalOf)).toEqual(["ok", "ok"]);
  expect(await newestNumber()).toBe(from + 1);
  expect(refusalOf(await editCause(amir, { ...form, line: "Again." }, now))).toBe("already_saved");
});

test("what rules refuse makes no version", async () => {
  const { amir } = await people();
  const count = await versions();
  const refused = {
    unchanged: await formOf("NERVES", {}),
    stale: await formOf("NERVES", { name: "Old", version: (await newestNumber()) - 1 }),
    stays_on: await formOf("UNSURE", { isOn: false }),
    bad_input: { ...(await formOf("NERVES", { name: "Short" })), on3: undefined },
  };
  for (const [refusal, form] of Object.entries(refused))
    expect(refusalOf(await editCause(amir, form, now)), refusal).toBe(refusal);
  expect(await versions()).toBe(count);
});

test("old post-mortems keep their version, new ones begin with the newest", async () => {
  const { amir, maya } = await people();
  const from = await newestNumber();
  const open = await draftOf(maya, (await pastInterview(maya)).id);
  const done = await finishedOf(maya, (await pastInterview(maya, 30)).id);
  await editCause(amir, await formOf("LOGISTICS", { name: "Something practical" }), now);
  const fresh = await draftOf(maya, (await pastInterview(maya, 60)).id);
  expect([await numberOf(open), await numberOf(done), await numberOf(fresh)]).toEqual([from, from, from + 1]);
});

test("a form that was open while its cause was turned off keeps the version that it began with", async () => {
  const { amir, maya } = await people();
  const from = await newestNumber();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  await editCause(amir, await formOf("DISPOSITION", { isOn: false, promiseIf: "something else" }), now);
  await sendScreen(maya, postMortem, { screen: "causes", cause_primary: "DISPOSITION" });
  await sendScreen(maya, postMortem, { screen: "promise", suggestion: 0 });
  const finished = await finishPostMortem(maya, { key: newId(), postMortem }, now);
  expect(refusalOf(finished)).toBe("ok");
  expect(await numberOf(postMortem)).toBe(from);
  expect(await db().opinion.findFirstOrThrow({ where: { postMortemId: postMortem } })).toMatchObject({
    primary: "DISPOSITION",
  });
  const begun = promiseFor(await getTaxonomy(from), "DISPOSITION");
  expect(begun.if).not.toBe("something else");
  expect(await db().promise.findFirstOrThrow({ where: { postMortemId: postMortem } })).toMatchObject({
    ifText: begun.if,
    thenText: begun.then[0],
  });
});

test("no version is ever rewritten or taken away", async () => {
  const { amir } = await people();
  await editCause(amir, await formOf("SKILL_GAP", { line: "Another line" }), now);
  const taxonomyNumber = await newestNumber();
  const where = { taxonomyNumber };
  const attempts = [
    () => db().taxonomyVersion.updateMany({ where: { number: taxonomyNumber }, data: { madeById: null } }),
    () => db().taxonomyVersion.deleteMany({ where: { number: taxonomyNumber } }),
    () => db().cause.updateMany({ where, data: { name: "Other" } }),
    () => db().cause.deleteMany({ where }),
    () => db().causeAction.updateMany({ where, data: { days: 3 } }),
    () => db().causeAction.deleteMany({ where }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/append_only|only grows/);
});
