import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";

// Before the environment is read, which happens once.
beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://nobody@127.0.0.1:9/none",
    SMTP_URL: "smtp://127.0.0.1:9",
    ORIGIN: "https://debrief.example.org/",
    AUTH_SECRET: "a secret of the tests, which is long enough",
  });
});

test("where the configured origin is https, every answer says to stay with it, whatever the request claims", async () => {
  const { proxy } = await import("../../proxy.ts");
  const claims: Record<string, string>[] = [
    {},
    { "x-forwarded-proto": "http", "x-forwarded-host": "elsewhere.example" },
  ];
  for (const headers of claims) {
    for (const init of [{ headers }, { headers, method: "POST" }]) {
      const answer = proxy(new NextRequest("http://10.0.0.1:3000/home?x=1", init));
      expect(answer.headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
    const page = proxy(new NextRequest("http://10.0.0.1:3000/home?x=1", { headers }));
    expect(page.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
    expect(page.headers.get("x-middleware-request-x-forwarded-host")).toBe("debrief.example.org");
    expect(page.headers.get("x-middleware-request-x-forwarded-proto")).toBe("https");
    expect(page.headers.get("x-middleware-request-x-debrief-path")).toBe("/home?x=1");
  }
});

test("the cookie is Secure, of this host alone, and out of reach for scripts", async () => {
  const { sessionCookie } = await import("#lib/web/auth.ts");
  expect(sessionCookie()).toEqual({
    name: "__Host-debrief",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});
