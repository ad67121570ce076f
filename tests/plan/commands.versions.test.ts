import { expect, test } from "vitest";
import { editCause } from "#lib/causes/commands.ts";
import { findTaxonomyNumber } from "#lib/causes/queries.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { addAction } from "#lib/plan/commands/changes.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { formOf } from "../causes/edited.ts";
import { draftOf, later, pastInterview, people } from "../post-mortems/staged.ts";
import { actionsOf, chosenBy, plannedOf, refusal } from "./staged.ts";

const answers = { mood: "low", outcome: "rejected", cause_primary: "NERVES" };

test("a plan is made by the version that its post-mortem began with, a new one by the newest", async () => {
  const { amir, ana, maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya, 30)).id, answers);
  const form = await formOf("NERVES", { text1: "Book an hour of practice", days1: 21, on3: false });
  expect(refusal(await editCause(amir, form, later(0)))).toBe("ok");
  expect(await findTaxonomyNumber(db())).toBe(2);
  expect(refusal(await finishPostMortem(maya, { key: newId(), postMortem }, later(1)))).toBe("ok");
  await chosenBy(ana, postMortem);
  const addition = { choice: "NERVES.recovery_line", text: null, kind: undefined, dueOn: null };
  expect(refusal(await addAction(ana, { key: newId(), postMortem, ...addition }, later(3)))).toBe("ok");
  const begun = await actionsOf(postMortem);
  expect(begun.map(({ taxonomyNumber }) => taxonomyNumber)).toEqual([1, 1, 1]);
  expect(begun[0]).toMatchObject({
    code: "mock",
    text: "Book a mock interview, a friendly one first",
    days: 7,
  });

  const [next] = await actionsOf(await plannedOf(maya));
  expect(next).toMatchObject({ taxonomyNumber: 2, code: "mock", text: "Book an hour of practice", days: 21 });
});
