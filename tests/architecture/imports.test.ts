import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { features, floors, offices } from "../../scripts/lint/rooms.ts";
import { plant } from "./planted.ts";

type Plant = { from: string; to: string; types?: true; breaks: string | null };

/** One file in every room, to be imported. */
const rooms = [
  "lib/core/time.ts",
  ...["clock", "env", "db", "transact", "queue", "smtp", "calendar", "prisma/client", "prisma/enums"].map(
    (name) => `lib/infra/${name}.ts`,
  ),
  ...["form-state", "write", "auth"].map((name) => `lib/web/${name}.ts`),
  "lib/browser/outbox.ts",
  "lib/jobs/worker.ts",
  ...[...features, ...offices].flatMap((name) => [`lib/${name}/rules.ts`, `lib/${name}/commands.ts`]),
  ...floors.map((name) => `lib/mocks/${name}.ts`),
  "lib/desk/queries.ts",
  "lib/desk/rules.ts",
  "lib/home/queries.ts",
  "components/ui/button.tsx",
  "components/mocks/slot-list.tsx",
  "app/home/page.tsx",
  "tests/support/people.ts",
];

const knocks = (from: string, to: string, breaks: string): Plant => ({ from, to, breaks });
const peeks = (from: string, to: string, breaks: string): Plant => ({ from, to, types: true, breaks });
const enters = (from: string, to: string): Plant => ({ from, to, breaks: null });
const looks = (from: string, to: string): Plant => ({ from, to, types: true, breaks: null });

const forbidden: Plant[] = [
  knocks("lib/core/a.ts", "lib/infra/env.ts", "core-imports"),
  knocks("lib/core/b.ts", "zod", "core-imports"),
  peeks("lib/core/c.ts", "lib/infra/db.ts", "core-imports-types"),
  knocks("lib/infra/a.ts", "lib/mocks/rules.ts", "infra-imports"),
  peeks("lib/infra/b.ts", "lib/mocks/rules.ts", "infra-imports-types"),
  knocks("lib/web/a.ts", "lib/mocks/commands.ts", "web-imports"),
  peeks("lib/web/b.ts", "lib/mocks/queries.ts", "web-imports-types"),
  knocks("lib/web/c.ts", "lib/infra/db.ts", "prisma-client-lives-in-data"),
  knocks("lib/browser/a.ts", "lib/mocks/rules.ts", "browser-imports"),
  peeks("lib/browser/b.ts", "lib/mocks/queries.ts", "browser-imports-types"),
  knocks("lib/jobs/a.ts", "lib/mocks/commands.ts", "jobs-imports"),
  peeks("lib/jobs/b.ts", "lib/mocks/schema.ts", "jobs-imports-types"),
  knocks("lib/jobs/c.ts", "lib/infra/db.ts", "prisma-client-lives-in-data"),
  knocks("lib/mocks/words/a.ts", "lib/mocks/rules.ts", "words-imports"),
  knocks("lib/mocks/words/b.ts", "lib/core/time.ts", "words-imports"),
  peeks("lib/mocks/words/c.ts", "lib/mocks/rules.ts", "words-imports-types"),
  knocks("lib/mocks/schema/a.ts", "lib/infra/db.ts", "schema-imports"),
  peeks("lib/mocks/schema/b.ts", "lib/mocks/queries.ts", "schema-imports-types"),
  knocks("lib/mocks/rules/a.ts", "lib/infra/clock.ts", "rules-imports"),
  knocks("lib/mocks/rules/b.ts", "lib/infra/env.ts", "rules-imports"),
  knocks("lib/mocks/rules/c.ts", "zod", "rules-imports"),
  knocks("lib/mocks/rules/d.ts", "node:crypto", "rules-imports"),
  peeks("lib/mocks/rules/e.ts", "lib/infra/prisma/client.ts", "rules-imports-types"),
  knocks("lib/mocks/policy/a.ts", "lib/infra/prisma/client.ts", "policy-imports"),
  knocks("lib/mocks/policy/b.ts", "lib/mocks/queries.ts", "policy-imports"),
  peeks("lib/mocks/policy/c.ts", "lib/mocks/queries.ts", "policy-imports-types"),
  knocks("lib/mocks/mail/a.tsx", "lib/mocks/queries.ts", "mail-imports"),
  knocks("lib/mocks/mail/b.tsx", "lib/infra/smtp.ts", "mail-imports"),
  peeks("lib/mocks/mail/c.tsx", "lib/infra/db.ts", "mail-imports-types"),
  knocks("lib/mocks/queries/a.ts", "lib/mocks/commands.ts", "queries-imports"),
  knocks("lib/mocks/queries/b.ts", "lib/infra/transact.ts", "queries-imports"),
  peeks("lib/mocks/queries/c.ts", "lib/mocks/commands.ts", "queries-imports-types"),
  knocks("lib/mocks/commands/a.ts", "lib/mocks/mail.ts", "commands-imports"),
  knocks("lib/mocks/commands/b.ts", "lib/web/auth.ts", "commands-imports"),
  knocks("lib/mocks/commands/c.ts", "lib/infra/smtp.ts", "commands-enqueue-and-do-not-send"),
  knocks("lib/mocks/commands/d.ts", "next/navigation", "next-lives-in-web"),
  knocks("lib/mocks/commands/e.ts", "react", "react-is-for-rendering"),
  knocks("lib/mocks/commands/f.ts", "nodemailer", "smtp-lives-in-infra"),
  peeks("lib/mocks/commands/g.ts", "lib/mocks/actions.ts", "commands-imports-types"),
  knocks("lib/mocks/sweeps/a.ts", "lib/mocks/actions.ts", "sweeps-imports"),
  peeks("lib/mocks/sweeps/b.ts", "lib/jobs/worker.ts", "sweeps-imports-types"),
  knocks("lib/mocks/actions/a.ts", "lib/mocks/rules.ts", "actions-imports"),
  knocks("lib/mocks/actions/b.ts", "lib/infra/db.ts", "actions-imports"),
  peeks("lib/mocks/actions/c.ts", "lib/mocks/sweeps.ts", "actions-imports-types"),
  knocks("lib/mocks/actions/d.ts", "next-auth", "next-auth-lives-in-web"),
  knocks("lib/mocks/actions/e.ts", "zod", "zod-is-for-input"),
  knocks("components/ui/a.tsx", "lib/mocks/words.ts", "ui-imports"),
  knocks("components/ui/b.tsx", "components/mocks/slot-list.tsx", "ui-imports"),
  peeks("components/ui/c.tsx", "lib/mocks/rules.ts", "ui-imports-types"),
  knocks("components/mocks/a.tsx", "lib/mocks/schema.ts", "components-imports"),
  knocks("components/mocks/b.tsx", "lib/mocks/policy.ts", "components-imports"),
  knocks("components/mocks/c.tsx", "lib/mocks/mail.ts", "components-imports"),
  knocks("components/mocks/d.tsx", "lib/mocks/queries.ts", "components-imports"),
  knocks("components/mocks/e.tsx", "lib/infra/clock.ts", "components-imports"),
  knocks("components/mocks/f.tsx", "lib/web/auth.ts", "components-imports"),
  knocks("components/mocks/g.tsx", "tests/support/people.ts", "nothing-imports-its-tests"),
  peeks("components/mocks/h.tsx", "lib/mocks/policy.ts", "components-imports-types"),
  knocks("app/mocks/page.tsx", "lib/mocks/commands.ts", "page-imports"),
  knocks("app/layout.tsx", "lib/infra/db.ts", "page-imports"),
  knocks("app/desk/page.tsx", "lib/mocks/policy.ts", "page-imports"),
  peeks("app/people/page.tsx", "lib/mocks/commands.ts", "page-imports-types"),
  knocks("app/api/a/route.ts", "lib/mocks/mail.ts", "route-imports"),
  knocks("app/api/b/route.ts", "lib/infra/db.ts", "routes-touch-no-database"),
  peeks("app/api/c/route.ts", "lib/mocks/sweeps.ts", "route-imports-types"),
  knocks("lib/mocks/queries/d.ts", "lib/desk/rules.ts", "only-pages-import-lenses"),
  knocks("lib/desk/queries/a.ts", "lib/home/queries.ts", "a-lens-imports-no-lens"),
  knocks("lib/web/d.ts", "lib/jobs/worker.ts", "jobs-are-started-from-outside"),
  knocks("lib/mocks/rules/knot-a.ts", "lib/mocks/rules/knot-b.ts", "no-cycle"),
  knocks("lib/mocks/rules/knot-b.ts", "lib/mocks/rules/knot-a.ts", "no-cycle"),
  ...[...features, ...offices].slice(0, -1).map((name, index) => {
    const higher = [...features, ...offices][index + 1];
    return knocks(`lib/${name}/commands/up.ts`, `lib/${higher}/rules.ts`, `order-${name}`);
  }),
];

const allowed: Plant[] = [
  enters("lib/core/d.ts", "lib/core/time.ts"),
  enters("lib/infra/c.ts", "lib/core/time.ts"),
  enters("lib/infra/d.ts", "nodemailer"),
  enters("lib/web/e.ts", "lib/accounts/commands.ts"),
  enters("lib/web/f.ts", "next-auth"),
  enters("lib/browser/c.ts", "lib/mocks/words.ts"),
  enters("lib/jobs/d.ts", "lib/mocks/sweeps.ts"),
  looks("lib/mocks/words/d.ts", "lib/infra/prisma/enums.ts"),
  enters("lib/mocks/schema/c.ts", "zod"),
  enters("lib/mocks/schema/d.ts", "lib/mocks/words.ts"),
  enters("lib/mocks/rules/f.ts", "lib/core/time.ts"),
  looks("lib/mocks/rules/g.ts", "lib/mocks/schema.ts"),
  looks("lib/mocks/policy/d.ts", "lib/infra/prisma/client.ts"),
  enters("lib/mocks/mail/d.tsx", "lib/mocks/words.ts"),
  enters("lib/mocks/queries/e.ts", "lib/infra/db.ts"),
  enters("lib/mocks/queries/f.ts", "lib/mocks/policy.ts"),
  enters("lib/mocks/commands/h.ts", "lib/infra/transact.ts"),
  enters("lib/mocks/commands/i.ts", "lib/causes/commands.ts"),
  enters("lib/mocks/sweeps/c.ts", "lib/mocks/commands.ts"),
  enters("lib/mocks/actions/f.ts", "lib/web/write.ts"),
  enters("lib/mocks/actions/g.ts", "next/navigation"),
  enters("lib/desk/queries/b.ts", "lib/mocks/policy.ts"),
  enters("lib/people/commands/a.ts", "lib/mocks/commands.ts"),
  looks("components/ui/d.tsx", "lib/web/form-state.ts"),
  looks("components/mocks/i.tsx", "lib/mocks/queries.ts"),
  enters("components/mocks/j.tsx", "lib/mocks/actions.ts"),
  enters("app/candidates/page.tsx", "lib/desk/queries.ts"),
  enters("app/candidates/layout.tsx", "components/mocks/slot-list.tsx"),
  enters("app/api/d/route.ts", "lib/mocks/commands.ts"),
];

const specifier = (to: string) =>
  /^(lib|components)\//.test(to) ? `#${to}` : to.startsWith("tests/") ? `../../${to}` : to;

function source({ to, types }: Plant): string {
  return types
    ? `import type * as it from "${specifier(to)}";\nexport type It = typeof it;\n`
    : `import * as it from "${specifier(to)}";\nexport const here = it;\n`;
}

type Cruised = {
  modules: { source: string; rules?: { name: string }[]; dependencies: { rules?: { name: string }[] }[] }[];
  summary: { ruleSetUsed: { forbidden: { name: string }[] } };
};

let ruleNames: string[] = [];
const broken = new Map<string, string[]>();
let house: ReturnType<typeof plant>;

beforeAll(async () => {
  house = plant({
    ...Object.fromEntries(rooms.map((path) => [path, "export const here = 1;\n"])),
    ...Object.fromEntries([...forbidden, ...allowed].map((plan) => [plan.from, source(plan)])),
  });
  const { out, err } = await house.run(
    "depcruise",
    "--config",
    ".dependency-cruiser.mjs",
    "--output-type",
    "json",
    ".",
  );
  expect(out, err).toMatch(/^\{/);
  const cruised = JSON.parse(out) as Cruised;
  ruleNames = cruised.summary.ruleSetUsed.forbidden.map((rule) => rule.name);
  for (const module of cruised.modules) {
    const rules = module.dependencies.flatMap((dependency) => dependency.rules ?? []);
    broken.set(module.source, [...new Set([...rules, ...(module.rules ?? [])].map((rule) => rule.name))]);
  }
}, 30_000);

afterAll(() => house.remove());

describe("an import that the house forbids is found", () => {
  test.each(forbidden)("$from → $to breaks $breaks", ({ from, breaks }) => {
    expect(broken.get(from)).toContain(breaks);
  });

  test("every import rule has its planted violation", () => {
    expect(new Set(forbidden.map((plan) => plan.breaks))).toEqual(new Set(ruleNames));
  });
});

describe("an import that the house needs is left alone", () => {
  test.each(allowed)("$from → $to", ({ from }) => {
    expect(broken.get(from)).toEqual([]);
  });
});
