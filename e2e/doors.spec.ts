import { actions, routes } from "#lib/web/access.ts";
import { newId } from "#lib/infra/hash.ts";
import { actors } from "../tests/support/cast.ts";
import type { Actor } from "../tests/support/cast.ts";
import { draft } from "../tests/accounts/things.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { missingThings, rows, thingsOf } from "./support/door-rows.ts";
import { builtActions, builtRoutes } from "./support/manifests.ts";
import { expect, test } from "./support/test.ts";
import { ask, faceOf, visit } from "./support/visits.ts";

test.afterAll(closeStageDb);

test("every route and every action of the build has its row in the access table, and no row is left over", () => {
  expect(new Set(builtRoutes())).toEqual(new Set(Object.keys(routes)));
  expect(
    builtActions()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(Object.keys(actions).toSorted());
  expect(builtActions().filter(({ file }) => !/^lib\/[^/]+\/actions/.test(file))).toEqual([]);
});

test("every page as everybody: in, to the sign-in page, or not there, as if it had never been", async () => {
  // Every route as seven people, twice where it is not theirs.
  test.setTimeout(180_000);
  const company = await makeCompany();
  const [real, missing] = [await thingsOf(company), missingThings()];
  for (const [route, { at, may }] of Object.entries(rows)) {
    if (route.startsWith("/api/post-mortems")) continue;
    const answers: Partial<Record<Actor, string>> = {};
    const expected: Partial<Record<Actor, unknown>> = {};
    for (const actor of actors) {
      const found = await visit(company, actor, at(real));
      const isOut = actor === "nobody" || actor === "former";
      const signIn = `/sign-in?next=${encodeURIComponent(at(real))}`;
      answers[actor] =
        `${found.status} ${found.location?.replace(String(process.env["PORTAL_URL"]), "") ?? ""}`.trim();
      if (may === "everyone") expected[actor] = expect.stringMatching(/^(?:200|307 \/)/);
      else if (isOut) expected[actor] = `307 ${signIn}`;
      else expected[actor] = may.includes(actor) ? "200" : "404";
      if (may === "everyone" || isOut || may.includes(actor)) continue;
      const none = await visit(company, actor, at(missing));
      expect(none.status, `${route} as ${actor}, missing`).toBe(404);
      expect(faceOf(found.body), `${route} as ${actor}: not yours and not there`).toEqual(faceOf(none.body));
    }
    expect({ route, ...answers }).toEqual({ route, ...expected });
  }
});

test("what a device sends later: the owner's own draft only, and nobody hears whether it is there", async () => {
  const company = await makeCompany();
  const [{ id: real }, missing] = [await draft(company), newId()];
  const answers = [{ id: newId(), field: "mood", value: "good", ageMs: 0 }];
  const send = async (
    actor: Actor,
    id: string,
    headers: Record<string, string> = { "sec-fetch-site": "same-origin" },
    person?: string,
  ) => {
    const body = JSON.stringify({ answers, person });
    const cookie: Record<string, string> =
      company.tokens[actor] === undefined ? {} : { cookie: `debrief=${company.tokens[actor]}` };
    const { status, body: text } = await ask(`/api/post-mortems/${id}/answers`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...cookie, ...headers },
    });
    return { status, text };
  };
  for (const actor of ["otherCandidate", "assigned", "otherCounselor", "admin"] as const) {
    const found = await send(actor, real);
    expect({ actor, status: found.status }).toEqual({ actor, status: 404 });
    expect(found).toEqual(await send(actor, missing));
  }
  expect([(await send("former", real)).status, (await send("nobody", real)).status]).toEqual([401, 401]);
  expect((await send("owner", missing)).status).toBe(404);
  expect((await send("owner", real, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  // Another person's answers, kept on the device that somebody else is signed in on now.
  const { owner, otherCandidate } = company.cast;
  for (const actor of ["owner", "assigned"] as const)
    expect((await send(actor, real, undefined, otherCandidate.id)).status).toBe(401);
  expect((await send("owner", real, undefined, owner.id)).status).toBe(200);
  expect((await send("owner", real)).status).toBe(200);
  expect((await visit(company, "owner", `/api/post-mortems/${real}/answers`)).status).toBe(405);
});

test("every action of the build, called by nobody or from elsewhere, does nothing and is no error", async () => {
  const call = (id: string, headers: Record<string, string>) => {
    const form = new FormData();
    form.append("1_key", newId());
    form.append("0", '[null,"$K1"]');
    return ask("/sign-in", { method: "POST", body: form, headers: { "next-action": id, ...headers } });
  };
  for (const { id, name } of builtActions()) {
    const open = actions[name as keyof typeof actions] === "everyone";
    const { status, headers } = await call(id, { "sec-fetch-site": "same-origin" });
    expect({ name, ok: status < 400, to: headers.get("x-action-redirect") }).toEqual({
      name,
      ok: true,
      to: open ? null : expect.stringMatching(/^\/sign-in/),
    });
    expect({ name, status: (await call(id, { "sec-fetch-site": "cross-site" })).status }).toEqual({
      name,
      status: 403,
    });
  }
});

test("an address that is no address, and a question that nobody asked, are 404 or shown, never an error", async () => {
  const company = await makeCompany();
  const odd = [
    "x",
    "%00",
    "%E0%A4%A",
    "..%2f..%2fetc",
    "'%20or%201=1",
    "a".repeat(3000),
    "%E2%80%AE",
    "%FF",
    "00000000-0000-0000-0000-000000000000",
  ];
  const real = await thingsOf(company);
  const question =
    "after=x&application=x&application=y&kept=1&kept=2&done=__proto__&done=x&step=__proto__&n=9999&week=2026-99-99&day=x&month=x&kind=x&interview=x&candidate=x&postMortem=x&reason=x&just=x&state=x&from=x&next=//evil.example";
  const errors: string[] = [];
  for (const { at, may } of Object.values(rows)) {
    const actor = may === "everyone" ? "nobody" : (may[0] ?? "owner");
    const address = at(real);
    const [id] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address) ?? [];
    const asked = `${address}${address.includes("?") ? "&" : "?"}${question}`;
    for (const path of [asked, ...(id === undefined ? [] : odd.map((part) => address.replace(id, part)))]) {
      const { status } = await visit(company, actor, path);
      if (status >= 500) errors.push(`${status} ${path.slice(0, 100)}`);
    }
  }
  expect(errors).toEqual([]);
});
