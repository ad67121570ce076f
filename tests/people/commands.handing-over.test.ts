import { describe, expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { handOverCandidate } from "#lib/people/commands/handing-over.ts";
import { makeCounselor, makeMock } from "../../prisma/seed/factories.ts";
import { db, mailsAbout, refusal, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { agency, ahead } from "./agency.ts";

describe("handing one candidate over", () => {
  const handOver = (actor: Person, person: Person, counselor: Person, version = 0) =>
    handOverCandidate(viewerOf(actor), { key: newId(), person: person.id, counselor: counselor.id, version });

  test("the candidate and the new counselor are told; booked sessions stay with whom they were booked", async () => {
    const { ada, ana, ben, maya } = await agency();
    const booked = await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: ahead(0) });
    expect(refusal(await handOver(ada, maya, ben))).toBe("ok");
    expect(await db().person.findUniqueOrThrow({ where: { id: maya.id } })).toMatchObject({
      counselorId: ben.id,
      version: 1,
    });
    expect(await mailsAbout(maya.id)).toEqual({
      "person.handed_over": [maya.id],
      "person.received": [ben.id],
    });
    expect(await db().mock.findUniqueOrThrow({ where: { id: booked.id } })).toMatchObject({
      counselorId: ana.id,
    });
  });

  test("refusals, and of two at once one", async () => {
    const { ada, ana, ben, cleo, maya } = await agency();
    const gone = await makeCounselor(db(), { deactivatedAt: dateOf(now()) });
    expect([
      refusal(await handOver(ana, maya, ben)),
      refusal(await handOver(maya, maya, ben)),
      refusal(await handOver(gone, maya, ben)),
      refusal(await handOver(ada, ben, cleo)),
      refusal(await handOver(ada, maya, maya)),
      refusal(await handOver(ada, maya, gone)),
      refusal(await handOver(ada, maya, ana)),
      refusal(await handOver(ada, maya, ben, 7)),
    ]).toEqual([
      "not_found",
      "not_found",
      "signed_out",
      "not_found",
      "no_counselor",
      "no_counselor",
      "same_counselor",
      "stale",
    ]);
    const answers = await Promise.all([handOver(ada, maya, ben), handOver(ada, maya, cleo)]);
    expect(answers.map(refusal).toSorted()).toEqual(["ok", "stale"]);
  });
});
