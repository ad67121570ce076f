import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flashFor } from "#lib/web/flash.ts";
import { comesFromUs, isReading, ownPath } from "#lib/web/guard.ts";
import { decodeForm } from "#lib/web/decode.ts";
import { mayEnter } from "#lib/web/access.ts";

const ours = "https://debrief.example.org";

describe("where a request comes from", () => {
  test.each([
    ["same-origin", null, true],
    ["same-origin", "https://elsewhere.example", true],
    ["cross-site", ours, false],
    ["same-site", ours, false],
    ["none", ours, false],
    ["", ours, false],
    [null, ours, true],
    [null, "https://elsewhere.example", false],
    [null, "null", false],
    [null, null, false],
    [null, `${ours}/`, false],
    [null, "http://debrief.example.org", false],
  ])("Sec-Fetch-Site %s with Origin %s: %s", (secFetchSite, origin, expected) => {
    expect(comesFromUs({ method: "POST", secFetchSite, origin, ours })).toBe(expected);
  });

  test("only what reads is let through without being asked", () => {
    expect(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "get"].filter(isReading)).toEqual([
      "GET",
      "HEAD",
      "OPTIONS",
    ]);
  });
});

describe("a path to go to after signing in", () => {
  test.each(["/", "/home", "/interviews?done=x", "/a%2f%2fb", "/@evil.example"])("%s stays here", (path) => {
    expect(ownPath(path)).not.toBeNull();
  });

  test.each([
    "",
    "home",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/x\n",
    "/\t/evil.example",
    " //evil.example",
    `/${"a".repeat(500)}`,
    "/\u0000",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
  ])("%j does not count", (path) => {
    expect(ownPath(path)).toBeNull();
  });

  test("whatever it is asked for, a browser stays on our origin", () => {
    const start = fc.constantFrom(
      "/",
      "//",
      "/\\",
      "/.",
      "/..",
      "/./",
      "/%2f",
      "/%5c",
      "\\",
      "https:",
      "/\t",
      "",
    );
    fc.assert(
      fc.property(start, fc.string(), (head, tail) => {
        const path = ownPath(head + tail);
        if (path === null) return;
        expect(new URL(path, ours).origin).toBe(ours);
        expect(path).not.toMatch(/^\/[/\\]/);
      }),
    );
  });
});

test("who may come near what", () => {
  const roles = [null, "candidate", "counselor", "admin"] as const;
  const near = (who: Parameters<typeof mayEnter>[0]) => roles.filter((role) => mayEnter(who, role));
  expect(near("everyone")).toEqual([...roles]);
  expect(near("signed_in")).toEqual(["candidate", "counselor", "admin"]);
  expect([near("candidate"), near("staff"), near("admin")]).toEqual([
    ["candidate"],
    ["counselor", "admin"],
    ["admin"],
  ]);
});

test("a flash is a sentence of the page's own, whatever the address says", () => {
  const sentences = { saved: "Saved." };
  expect([
    flashFor(sentences, "saved"),
    flashFor(sentences, "__proto__"),
    flashFor(sentences, "toString"),
    flashFor(sentences, ["saved", "saved"]),
    flashFor(sentences, undefined),
  ]).toEqual(["Saved.", null, null, null, null]);
});

test("a form is text: files and the framework's fields are left out, a name that comes twice is told, line ends are one", () => {
  const data = new FormData();
  data.append("$ACTION_ID_x", "");
  data.append("body", "one\r\ntwo\rthree");
  data.append("file", new File(["x"], "x.txt"));
  data.append("twice", "a");
  data.append("twice", "b");
  data.append("list", "a");
  data.append("list", "b");
  data.append("__proto__", "x");
  const { values, doubled } = decodeForm(data, new Set(["list"]));
  expect(values).toMatchObject({ body: "one\ntwo\nthree", file: "", twice: "a", list: ["a", "b"] });
  expect(doubled).toEqual(["twice"]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});
