import { expect, test } from "vitest";
import { dateOf, dateOfDay } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import {
  correctInformationalInterview,
  logInformationalInterview,
} from "#lib/mocks/commands/informational.ts";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { getFair } from "#lib/mocks/queries/informational.ts";
import { makeCandidate, makePerson } from "../../prisma/seed/factories.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { db, people, refusal, stranger, viewerOf } from "./booked.ts";
import type { Person } from "./booked.ts";

/** A Saturday morning in Kathmandu, a Friday evening in New York. */
const startsAt = Temporal.Instant.from("2026-05-09T02:00:00Z");
const during = startsAt.add({ minutes: 40 });

/** What staff read of Maya's on her page; null where they do not see the page at all. */
const onPage = async (viewer: Person, maya: Person) =>
  (await getCandidate(viewerOf(viewer), maya.id, { before: null, now: during }))?.informational.map(
    ({ whom }) => whom,
  ) ?? null;

/** A fair in Kathmandu at which Maya has a seat. */
async function staged(kind: "job_fair" | "workshop" = "job_fair") {
  const { ana, maya } = await people();
  const about = { createdById: ana.id, startsAt };
  const session = await makeWorkshopSession(db(), about, { timeZone: "Asia/Kathmandu" }, { kind });
  await makeSeat(db(), { sessionId: session.id, personId: maya.id, at: startsAt.subtract({ hours: 24 }) });
  return { ana, maya, session };
}
const ask = (session: string, whom = "Ida of Harbour Freight") => ({
  key: newId(),
  session,
  whom,
  learned: "They take people without a degree.",
  askNext: "Her brother in sales",
});
const log = (actor: Person, session: string, whom?: string, now = during) =>
  logInformationalInterview(viewerOf(actor), ask(session, whom), now);

test("several are logged one after the other, on the date of the fair, and stand newest first; nobody is mailed", async () => {
  const { ana, maya, session } = await staged();
  for (const [minute, whom] of ["Ida", "Ben", "Cem"].entries())
    expect(refusal(await log(maya, session.id, whom, during.add({ minutes: minute })))).toBe("ok");
  const fair = await getFair(viewerOf(maya), session.id, during);
  expect(fair?.logged.map(({ whom }) => whom)).toEqual(["Cem", "Ben", "Ida"]);
  const row = await db().informationalInterview.findFirstOrThrow({
    where: { whom: "Ida", candidateId: maya.id },
  });
  expect(row).toMatchObject({
    loggedById: maya.id,
    heldOn: dateOfDay(Temporal.PlainDate.from("2026-05-09")),
    version: 0,
  });
  expect(await onPage(ana, maya)).toEqual(["Cem", "Ben", "Ida"]);
  expect(await db().mail.count({ where: { recipientId: maya.id } })).toBe(0);
});

test("only at a fair that has started, by somebody with a seat there", async () => {
  const { ana, maya, session } = await staged();
  const workshop = await staged("workshop");
  const other = await makeCandidate(db(), ana.id);
  expect(refusal(await log(maya, session.id, "Ida", startsAt.subtract({ minutes: 1 })))).toBe("not_started");
  expect(refusal(await log(other, session.id))).toBe("not_found");
  expect(refusal(await log(ana, session.id))).toBe("not_found");
  expect(refusal(await log(workshop.maya, workshop.session.id))).toBe("not_found");
  expect(refusal(await log(maya, newId()))).toBe("not_found");
  expect(refusal(await logInformationalInterview(stranger(), ask(session.id), during))).toBe("signed_out");
  expect(await getFair(viewerOf(other), session.id, during)).toBeNull();
});

test("nobody but the assigned counselor and admins reads them among staff, and no other candidate", async () => {
  const { maya, session } = await staged();
  await log(maya, session.id);
  const others = await people();
  const admin = await makePerson(db(), { role: "admin" });
  expect(await onPage(others.ana, maya)).toBeNull();
  expect(await onPage(others.maya, maya)).toBeNull();
  expect(await onPage(admin, maya)).toHaveLength(1);
});

test("one's own is corrected, not somebody else's; of two corrections at once one is refused", async () => {
  const { ana, maya, session } = await staged();
  const other = await makeCandidate(db(), ana.id);
  const logged = await log(maya, session.id);
  const informational = logged.ok ? logged.value.id : "";
  const input = (whom: string, id = informational) => ({
    key: newId(),
    informational: id,
    version: 0,
    whom,
    learned: null,
    askNext: null,
  });
  const correct = (actor: Person, whom: string, id?: string) =>
    correctInformationalInterview(viewerOf(actor), input(whom, id));
  expect(refusal(await correct(other, "Mine"))).toBe("not_found");
  expect(refusal(await correct(ana, "Mine"))).toBe("not_found");
  expect(refusal(await correct(maya, "Mine", newId()))).toBe("not_found");
  expect(refusal(await correctInformationalInterview(stranger(), input("Mine")))).toBe("signed_out");
  const answers = await Promise.all([correct(maya, "Ida Berg"), correct(maya, "Ida Burg")]);
  expect(answers.map(refusal).toSorted()).toEqual(["ok", "stale"]);
  const row = await db().informationalInterview.findUniqueOrThrow({ where: { id: informational } });
  expect(row).toMatchObject({ version: 1, learned: null, loggedAt: dateOf(during) });
  expect(row.whom).toMatch(/^Ida B[eu]rg$/);
});
