import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { makePlanAction } from "../prisma/seed/factories.ts";
import { finished } from "../tests/accounts/things.ts";
import { actors } from "../tests/support/cast.ts";
import type { Actor } from "../tests/support/cast.ts";
import { plant } from "./support/canaries.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { sides } from "./support/marks.ts";
import { rechoose } from "./support/rechoose.ts";
import { columnsWithout, notPrivate } from "./support/planted-columns.ts";
import type { Canary } from "./support/marks.ts";
import { expect, test } from "./support/test.ts";
import { faceOf, faceOfPayload, visit, visitPayload } from "./support/visits.ts";
import type { Visit } from "./support/visits.ts";

test.afterAll(closeStageDb);

const homes = [
  "/",
  "/home",
  "/desk",
  "/interviews",
  "/practice",
  "/you",
  "/you/progress",
  "/candidates",
  "/calendar",
  "/calendar/hours",
  "/calendar/off",
  "/calendar/busy",
  "/log",
  "/workshops",
  "/practice/workshops",
  "/people",
  "/people/import",
  "/you/sharing",
  "/interviews/new",
  "/practice/mocks/new",
  "/practice/guides",
  "/practice/guides/nerves",
  "/settings",
  "/settings/agency",
  "/settings/policies",
  "/settings/mails",
  "/settings/mails/note.shared",
  "/settings/history",
  "/settings/causes",
  "/settings/causes/nerves",
  "/api/auth/session",
  "/nowhere",
];
/** Pages that one person's crawl looks at; the demo's own people are none of the company's business. */
const most = 30;

/** Every address of ours that a page leads to, but for the pages about each cause and each kind of mail, which are all alike: one of each is a home. */
function linksOf(body: string): string[] {
  return [...body.matchAll(/href="(\/[^"#]*)/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => !/^\/(?:_next|icon|sign-in|practice\/guides|settings\/(?:causes|mails))/.test(href));
}

/** All of an answer but the person's own cookie, which next-auth gives them once more. */
function received({ body, headers }: Visit): string {
  return body + JSON.stringify([...headers].filter(([name]) => name !== "set-cookie"));
}

type Found = { actor: Actor; path: string; how: string; body: string };

/** What this person receives: the given addresses, then what their own pages lead to, as HTML and as payload. */
async function crawl(company: Company, actor: Actor, addresses: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  const waiting = [...homes, ...addresses];
  const seen = new Set<string>(waiting);
  for (
    let path = waiting.shift();
    path !== undefined && found.length < 2 * (addresses.length + homes.length + most);
    path = waiting.shift()
  ) {
    const page = await visit(company, actor, path);
    found.push({
      actor,
      path,
      how: "page",
      body: received(page),
    });
    const payload = await visitPayload(company, actor, path);
    const isPage = page.status === 200 && page.headers.get("content-type")?.startsWith("text/html");
    if (isPage)
      expect({ path, type: payload.headers.get("content-type") }).toEqual({ path, type: "text/x-component" });
    found.push({
      actor,
      path,
      how: "payload",
      body: received(payload),
    });
    for (const link of linksOf(page.body)) if (!seen.has(link) && seen.add(link)) waiting.push(link);
  }
  return found;
}

/** Whoever of the staff stands at the door reads the names on a roster, and nothing else of who comes. */
const atTheDoor = ({ field }: Canary, { actor, path }: Found) =>
  field.endsWith(": the candidate's name") &&
  path.startsWith("/workshops/sessions/") &&
  (actor === "assigned" || actor === "otherCounselor");

function reached(canaries: readonly Canary[], found: Found): string[] {
  const { actor, path, how, body } = found;
  const wrong = canaries.filter(
    (canary) => !canary.mayReach.includes(actor) && body.includes(canary.marker) && !atTheDoor(canary, found),
  );
  return wrong.map(({ field }) => `${actor} received ${field} at ${path} (${how})`);
}

test("every private text reaches those who may see it, and nobody else, in no page and no payload", async () => {
  test.setTimeout(300_000);
  const company = await makeCompany();
  const canaries: Canary[] = [];
  const addresses: string[] = [];
  for (const side of sides) {
    const planted = await plant(company, side);
    canaries.push(...planted.canaries);
    addresses.push(...planted.addresses);
  }
  const trouble: string[] = [];
  const reach = new Map<string, Set<Actor>>();
  for (const actor of actors) {
    for (const found of await crawl(company, actor, addresses)) {
      trouble.push(...reached(canaries, found));
      for (const { marker } of canaries)
        if (found.body.includes(marker)) reach.set(marker, (reach.get(marker) ?? new Set()).add(actor));
    }
  }
  expect(trouble).toEqual([]);
  // A crawl that found nothing would prove nothing: what a person may see and does see somewhere.
  const shown = (field: string) =>
    canaries
      .filter((canary) => canary.field.endsWith(`: ${field}`))
      .map(({ marker }) => [...(reach.get(marker) ?? [])].toSorted());
  expect(shown("coaching note")).toEqual([
    ["assigned", "owner"],
    ["otherCandidate", "otherCounselor"],
  ]);
  expect(shown("internal note on a post-mortem")).toEqual([["assigned"], ["otherCounselor"]]);
  expect(shown("surprise (shared)")).toEqual([
    ["assigned", "owner"],
    ["otherCandidate", "otherCounselor"],
  ]);
  expect(shown("surprise (only_me)")).toEqual([["owner"], ["otherCandidate"]]);
  expect(shown("promise, then (blind)")).toEqual([["owner"], ["otherCandidate"]]);
  expect(shown("plan action (blind)")).toEqual([["owner"], ["otherCandidate"]]);
  expect(shown("job title (shared)")).toEqual([
    ["admin", "assigned", "owner"],
    ["admin", "otherCandidate", "otherCounselor"],
  ]);
  expect(shown("focus of a session")).toEqual([
    ["admin", "assigned", "owner"],
    ["admin", "otherCandidate", "otherCounselor"],
  ]);
  expect(shown("cell of a list")).toEqual([["admin"], ["admin"]]);
  expect(shown("device")).toEqual([["owner"], ["otherCandidate"]]);
});

test("every text of the database is planted, or it is said why nothing in it is private", async () => {
  const company = await makeCompany();
  const [side] = sides;
  if (!side) throw new Error("nobody to look at");
  const { canaries } = await plant(company, side);
  expect(await columnsWithout(company, canaries)).toEqual(Object.keys(notPrivate).toSorted());
  const forgetful = canaries.filter(({ field }) => !field.includes("surprise"));
  expect(await columnsWithout(company, forgetful)).toContain("post_mortems.surprise");
});

// The candidate's time of day stands on some pages and may move on by a minute in between.
const timeless = (body: string) => body.replaceAll(/\b\d{1,2}:\d{2}\b/g, "time");

/** What this person sees of these pages now, as pages and as payloads. */
async function faces(company: Company, actor: Actor, places: readonly string[]): Promise<string[][]> {
  const looks = places.map(async (path) => [
    faceOf(timeless((await visit(company, actor, path)).body)),
    faceOfPayload(timeless((await visitPayload(company, actor, path)).body)),
  ]);
  return (await Promise.all(looks)).flat();
}

test("until both have chosen, a page is the same whatever the candidate chose (I22)", async () => {
  const company = await makeCompany();
  const [side] = sides;
  if (!side) throw new Error("nobody to look at");
  const { addresses } = await plant(company, side);
  const review = addresses.find((path) => path.startsWith("/desk/post-mortems/")) ?? "";
  const places = [review, "/desk", `/candidates/${company.cast.owner.id}`, "/calendar"];
  const before = await faces(company, "assigned", places);
  await rechoose(company, review.split("/").at(-1) ?? "", "HISTORY");
  expect(await faces(company, "assigned", places)).toEqual(before);
});

test("until both have chosen, a page is the same whatever the counselor chose and added (I22)", async () => {
  const company = await makeCompany();
  const { db, cast } = company;
  const { id, interviewId } = await finished(company);
  const chosenAt = dateOf(company.now.subtract({ hours: 2 }));
  const choice = (side: "candidate" | "counselor", authorId: string, primary: CauseCode) =>
    db.opinion.create({ data: { id: newId(), postMortemId: id, authorId, side, primary, chosenAt } });
  await choice("counselor", cast.assigned.id, "NERVES");
  const ahead = { ownerId: cast.owner.id, side: "counselor", madeById: cast.assigned.id } as const;
  const added = "Read the three sentences to me";
  const postMortem = { id, candidateId: cast.owner.id };
  const places = ["/home", `/interviews/${interviewId}/post-mortem`, "/you/progress"];
  const before = await faces(company, "owner", places);
  await makePlanAction(db, postMortem, company.now, { ...ahead, text: added, causes: ["HISTORY"] });
  await rechoose(company, id, "HISTORY");
  const after = await faces(company, "owner", places);
  expect(after).toEqual(before);
  expect(after.join()).not.toContain(added);

  // The same look finds it once the candidate has chosen too, so that it would have found it before.
  await choice("candidate", cast.owner.id, "UNSURE");
  const told = await faces(company, "owner", places);
  for (const [at, face] of told.entries()) expect(face).not.toEqual(before[at]);
  expect(told.join()).toContain(added);
});

test("planted: a private field in what a client component receives is told, with whose it is and where", async () => {
  const company = await makeCompany();
  const [side] = sides;
  if (!side) throw new Error("nobody to look at");
  const { canaries } = await plant(company, side);
  const secret = canaries.find(({ field }) => field.endsWith("internal note on a candidate"));
  const { body, headers } = await visitPayload(company, "owner", "/home");
  expect(headers.get("content-type")).toBe("text/x-component");
  const leaking = body.replace(/"children":/, `"note":{"body":"${secret?.marker}"},"children":`);
  const where = { actor: "owner", path: "/home", how: "payload" } as const;
  expect(reached(canaries, { ...where, body })).toEqual([]);
  expect(reached(canaries, { ...where, body: leaking })).toEqual([
    "owner received owner: internal note on a candidate at /home (payload)",
  ]);
});
