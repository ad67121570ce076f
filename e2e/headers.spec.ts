import { closeStageDb, makeCompany } from "./support/database.ts";
import { expect, test } from "./support/test.ts";
import { ask, visit, visitPayload } from "./support/visits.ts";

test.afterAll(closeStageDb);

const ours = { "sec-fetch-site": "same-origin" };

/** The directives of a content policy, by name. */
function policyOf(headers: Headers): Map<string, string> {
  const parts = (headers.get("content-security-policy") ?? "").split(";").map((part) => part.trim());
  return new Map(parts.map((part) => [part.split(" ", 1)[0] ?? "", part.slice(part.indexOf(" ") + 1)]));
}

test("every answer carries the headers that keep others out", async () => {
  const company = await makeCompany();
  const answers = [
    await ask("/sign-in"),
    await ask("/nowhere"),
    await ask("/home"),
    await ask("/api/health/live"),
    await ask("/api/auth/session"),
    await ask("/sign-in", { method: "POST", headers: { origin: "https://elsewhere.example" } }),
    await visit(company, "owner", "/home"),
    await visitPayload(company, "owner", "/home"),
    await visit(company, "assigned", "/desk"),
    await visit(company, "owner", "/desk"),
  ];
  for (const { status, headers } of answers) {
    expect({ status, ...Object.fromEntries(headers) }).toMatchObject({
      status,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      // Next adds words of its own where a page is not found.
      "cache-control": expect.stringMatching(/^private,.*no-store/),
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers.has("x-powered-by")).toBe(false);
    // This stage is http; lib/web says so by the configured origin, never by the request.
    expect(headers.has("strict-transport-security")).toBe(false);
  }
  for (const { headers } of answers.filter(({ status }) => status === 200)) {
    const policy = policyOf(headers);
    expect(policy.get("script-src")).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/);
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect(policy.get("form-action")).toBe("'self'");
    expect(policy.get("object-src")).toBe("'none'");
    expect(policy.get("base-uri")).toBe("'none'");
  }
});

test("a mail's preview may have its own styles and nothing else, and only our page may frame it", async () => {
  const company = await makeCompany();
  const { status, headers, body } = await visit(company, "admin", "/api/mail-previews/mock.booked");
  expect({ status, type: headers.get("content-type") }).toEqual({
    status: 200,
    type: "text/html; charset=utf-8",
  });
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  );
  expect(headers.get("cache-control")).toMatch(/^private,.*no-store/);
  expect(body).toContain("Harbour Lane");
});

test("every script of a page has the nonce of its own answer, and no two answers share one", async () => {
  const company = await makeCompany();
  const seen = new Set<string>();
  for (const page of [
    await ask("/sign-in"),
    await ask("/sign-in"),
    await ask("/nowhere"),
    await visit(company, "owner", "/home"),
    await visit(company, "owner", "/interviews/x"),
  ]) {
    const nonce = /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1] ?? "none";
    const scripts = page.body.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(page.body.match(/ on[a-z]+="|<[^>]+\sstyle="/g) ?? []).toEqual([]);
    seen.add(nonce);
  }
  expect(seen.size).toBe(5);
});

test("the proxy answers before Next: too large, from elsewhere, or no form", async () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const post = async (headers: Record<string, string>, body = "a=1") =>
    (await ask("/sign-in", { method: "POST", body, headers })).status;
  expect(await post({ ...ours, ...form }, "a".repeat(300 * 1024))).toBe(413);
  // A list of people may be longer, and who sends too much reads how to go on.
  const list = (kilobytes: number) =>
    ask("/people/import", {
      method: "POST",
      body: "a".repeat(kilobytes * 1024),
      headers: { ...ours, ...form },
    });
  expect((await list(300)).status).not.toBe(413);
  expect(await list(3_000)).toMatchObject({
    status: 413,
    body: expect.stringContaining("Please choose a smaller one"),
  });
  expect(await post({ ...ours, ...form, origin: "not an origin" })).toBe(400);
  expect(await post({ ...ours, ...form, origin: "https://elsewhere.example" })).toBe(403);
  expect(await post({ ...form, "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await post({ ...form, "sec-fetch-site": "same-site" })).toBe(403);
  expect(await post({ ...form, "sec-fetch-site": "none" })).toBe(403);
  expect(await post({ ...form })).toBe(403);
  expect(await post({ ...ours, "content-type": "text/plain" })).toBe(415);
  expect(await post({ ...ours, "content-type": "application/json" }, "{}")).toBe(415);
  expect(await post({ ...ours, "content-type": "multipart/form-data" })).toBe(415);
  for (const method of ["PUT", "PATCH", "DELETE"])
    expect((await ask("/sign-in", { method, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
});

test("nothing changes by GET, also not at next-auth's own addresses", async () => {
  const company = await makeCompany();
  const { email, id } = company.cast.owner;
  const state = () =>
    Promise.all([
      company.db.event.count({ where: { actorId: id } }),
      company.db.signInSession.findMany({ where: { personId: id }, select: { id: true, endedAt: true } }),
      company.db.signInRequest.count({ where: { personId: id } }),
      company.db.person.count({ where: { email: { contains: email } } }),
    ]);
  const before = await state();
  for (const path of [
    `/api/auth/callback/email?token=x&email=${encodeURIComponent(email)}`,
    `/api/auth/callback/nodemailer?token=x&email=${encodeURIComponent(email)}&callbackUrl=https://elsewhere.example`,
    "/api/auth/callback/credentials",
    "/api/auth/signout",
    "/api/auth/signin",
    "/api/auth/signin/email",
    "/api/auth/verify-request",
    "/api/auth/error?error=x",
    "/api/auth/providers",
    "/api/auth/csrf",
    "/api/auth/webauthn-options/x",
    "/api/auth/%00",
  ]) {
    const { status, location, body } = await visit(company, "owner", path);
    expect({ path, status, isError: status >= 500 }).toMatchObject({ isError: false });
    if (location) expect(new URL(location, process.env["PORTAL_URL"]).origin).toBe(process.env["PORTAL_URL"]);
    expect(body).not.toContain("elsewhere.example");
  }
  expect(await state()).toEqual(before);
  expect((await visit(company, "owner", "/home")).status).toBe(200);
});

test("hosts and schemes that a client claims are not believed, and odd cookies are nobody's", async () => {
  const company = await makeCompany();
  for (const headers of [
    { "x-forwarded-host": "elsewhere.example" },
    { "x-forwarded-host": "[" },
    { "x-forwarded-proto": "javascript" },
    { "x-forwarded-proto": "https, http" },
    { "x-forwarded-for": `${"9".repeat(5000)}, \u00ff` },
    { "x-debrief-path": "//elsewhere.example" },
    { "x-nonce": "'unsafe-inline'" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "next-router-state-tree": "%00" },
    { "next-url": "/../../x" },
  ] as Record<string, string>[]) {
    const [home, out] = [
      await visit(company, "owner", "/home", headers),
      await visit(company, "nobody", "/home", headers),
    ];
    expect({ headers, home: home.status, out: out.status }).toEqual({ headers, home: 200, out: 307 });
    expect(new URL(out.location ?? "", process.env["PORTAL_URL"]).href).toBe(
      `${process.env["PORTAL_URL"]}/sign-in?next=%2Fhome`,
    );
    expect(`${home.body}${home.headers.get("content-security-policy")}`).not.toMatch(
      /elsewhere\.example|'unsafe-inline'/,
    );
  }
  for (const cookie of [
    "debrief=",
    "debrief=%00",
    "debrief=%E0%A4%A",
    `debrief=${"x".repeat(6000)}`,
    "debrief",
    "=;;=",
    'debrief="\\"',
    "debrief=__proto__",
    `debrief.0=a; debrief.1=b`,
  ]) {
    const { status } = await ask("/home", { headers: { cookie } });
    expect({ cookie: cookie.slice(0, 30), ok: [307, 400, 431].includes(status), status }).toMatchObject({
      ok: true,
    });
  }
});
