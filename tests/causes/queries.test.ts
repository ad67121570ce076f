import { expect, test } from "vitest";
import { editCause } from "#lib/causes/commands.ts";
import { getCauseForAdmin, getGuide, listCausesForAdmin, listGuides } from "#lib/causes/queries.ts";
import { firstGuides } from "#lib/causes/words/first-guides.ts";
import { firstTaxonomy } from "#lib/causes/words/first-taxonomy.ts";
import type { EditCauseInput } from "#lib/causes/schema.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { now, people } from "../post-mortems/staged.ts";
import { formOf, newestNumber, refusalOf } from "./edited.ts";

async function edit(admin: Viewer, code: CauseCode, changed: Partial<EditCauseInput>): Promise<void> {
  expect(refusalOf(await editCause(admin, await formOf(code, changed), now))).toBe("ok");
}
const page = (admin: Viewer, code: CauseCode, before: number | null = null) =>
  getCauseForAdmin(admin, code, { before, now });

test("before anybody changes anything: all fifteen, on, as they came with the installation", async () => {
  const { amir } = await people();
  const listed = await listCausesForAdmin(amir, now);
  expect(listed?.number).toBe(1);
  expect(listed?.causes.map(({ code, isOn, changed }) => [code, isOn, changed])).toEqual(
    firstTaxonomy.map(({ code }) => [code, true, null]),
  );
  expect(listed?.causes.find(({ code }) => code === "NERVES")?.actions).toEqual({ on: 3, all: 3 });
  expect(await page(amir, "NERVES")).toMatchObject({ number: 1, history: [], older: null });
  expect(await listGuides()).toHaveLength(15);
  for (const { code, name } of firstTaxonomy) {
    const { helps, ...guide } = await getGuide(code);
    expect({ ...guide, helps: helps.join("\n") }).toMatchObject({ name, ...firstGuides[code] });
  }
});

test("nobody but an admin reads the settings", async () => {
  const { ana, maya } = await people();
  for (const viewer of [ana, maya]) {
    expect(await listCausesForAdmin(viewer, now)).toBeNull();
    expect(await page(viewer, "NERVES")).toBeNull();
  }
});

test("the list and the history name who changed what in which version, and only changes of that cause", async () => {
  const { amir } = await people();
  const from = await newestNumber();
  await edit(amir, "NERVES", { name: "Nerves", days1: 10 });
  await edit(amir, "PITCH", { on2: false });
  await edit(amir, "NERVES", { name: "Nerves took over" });
  const listed = await listCausesForAdmin(amir, now);
  const numbers = listed?.causes.map(({ code, changed }) => [code, changed?.number ?? null]);
  expect(listed?.number).toBe(from + 3);
  expect(numbers).toContainEqual(["NERVES", from + 3]);
  expect(numbers).toContainEqual(["PITCH", from + 2]);
  expect(numbers).toContainEqual(["CLOSING", null]);
  expect(listed?.causes.find(({ code }) => code === "PITCH")).toMatchObject({
    actions: { on: 1, all: 2 },
    changed: { by: amir.name },
  });
  const nerves = await page(amir, "NERVES");
  expect(nerves?.history.map(({ number, by, changes }) => ({ number, by, changes }))).toEqual([
    {
      number: from + 3,
      by: amir.name,
      changes: [{ field: "name", before: "Nerves", after: "Nerves took over" }],
    },
    {
      number: from + 1,
      by: amir.name,
      changes: [
        { field: "name", before: "Nerves took over", after: "Nerves" },
        { field: "days", place: 1, before: 7, after: 10 },
      ],
    },
  ]);
});

test("a cause that is off is not listed, and its guide can still be read as it is now", async () => {
  const { amir } = await people();
  await edit(amir, "HISTORY", { isOn: false, exercise: "Write three true sentences." });
  expect((await listGuides()).map(({ code }) => code)).not.toContain("HISTORY");
  expect(await getGuide("HISTORY")).toMatchObject({
    name: "Hard topics",
    exercise: "Write three true sentences.",
  });
});

test("a long history comes twenty at a time, each change once", async () => {
  const { amir } = await people();
  for (let count = 0; count < 23; count += 1) await edit(amir, "CLOSING", { line: `Line ${count}` });
  const first = await page(amir, "CLOSING");
  expect(first?.history).toHaveLength(20);
  const second = await page(amir, "CLOSING", first?.older ?? null);
  expect(second?.older).toBeNull();
  const lines = [first, second].flatMap((one) => one?.history ?? []).map(({ changes }) => changes[0]?.after);
  expect(lines).toEqual(Array.from({ length: 23 }, (_, index) => `Line ${22 - index}`));
});
