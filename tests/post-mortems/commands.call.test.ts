import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { markCalled } from "#lib/post-mortems/commands/call.ts";
import { makePostMortem } from "../../prisma/seed/factories.ts";
import { later, now, pastInterview, people } from "./staged.ts";

async function asked(facts = {}) {
  const cast = await people();
  const at = dateOf(now);
  const low = { mood: "very_low", sharing: "my_counselor", enoughAt: at, callAskedAt: at, ...facts } as const;
  const { id } = await makePostMortem(db(), await pastInterview(cast.maya), now, low);
  const input = () => ({ key: newId(), postMortem: id });
  const row = () =>
    db().postMortem.findUniqueOrThrow({ where: { id }, select: { calledAt: true, calledById: true } });
  return { ...cast, id, input, row };
}

test("only the assigned counselor can say it; to anybody else it is not there", async () => {
  const { ana, ben, maya, luis, amir, input, row } = await asked();
  for (const viewer of [ben, maya, luis, amir])
    expect(await markCalled(viewer, input(), now)).toEqual({ ok: false, refusal: "not_found" });
  expect(await row()).toEqual({ calledAt: null, calledById: null });
  expect(await markCalled(ana, input(), now)).toMatchObject({ ok: true });
  expect(await row()).toEqual({ calledAt: dateOf(now), calledById: ana.personId });
});

test("nobody who is signed out, of nothing that was not asked for or is theirs alone", async () => {
  const { ana, input } = await asked();
  const gone = viewerFrom({ ...ana, personId: newId() });
  expect(await markCalled(gone, input(), now)).toEqual({ ok: false, refusal: "signed_out" });
  for (const facts of [{ callAskedAt: null }, { sharing: "only_me" }]) {
    const other = await asked(facts);
    expect(await markCalled(other.ana, other.input(), now)).toEqual({ ok: false, refusal: "not_found" });
  }
});

test("of two at once the first stays, and nobody is mailed", async () => {
  const { ana, amir, input, row } = await asked({ sharing: "agency" });
  const [first, ...others] = await Promise.all([
    markCalled(ana, input(), now),
    markCalled(amir, input(), later(1)),
    markCalled(ana, input(), later(2)),
  ]);
  for (const answer of [first, ...others]) expect(answer).toMatchObject({ ok: true });
  const before = await row();
  await markCalled(amir, input(), later(3));
  expect(await row()).toEqual(before);
  expect(await db().mail.count()).toBe(0);
});
