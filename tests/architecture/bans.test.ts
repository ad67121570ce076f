import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plant } from "./planted.ts";

type Plant = readonly [rule: string, path: string, source: string];

const lines = (count: number, line: string) => `${line}\n`.repeat(count);
const button = (attributes: string) => `export const Button = () => <button ${attributes}>go</button>;`;
const viewer = `type Viewer = { id: string };\nexport const forge = (x: unknown) =>`;

/** What the house refuses. Each file is planted once, and oxlint runs once over all of them. */
const banned: Plant[] = [
  ["debrief(clock)", "lib/mocks/rules/now.ts", "export const a = () => Date.now();"],
  ["debrief(clock)", "lib/mocks/rules/global.ts", "export const a = () => globalThis.Date.now();"],
  ["debrief(clock)", "lib/mocks/rules/new.ts", "export const a = () => new Date();"],
  ["debrief(clock)", "lib/mocks/rules/call.ts", "export const a = () => Date();"],
  ["debrief(clock)", "lib/mocks/rules/temporal.ts", "export const a = () => Temporal.Now.instant();"],
  ["debrief(clock)", "components/mocks/now.tsx", "export const a = () => Temporal?.['Now'].instant();"],
  ["debrief(date)", "lib/mocks/queries/date.ts", "export const a = (x: string) => new Date(x);"],
  ["debrief(date)", "lib/mocks/queries/parse.ts", "export const a = (x: string) => Date.parse(x);"],
  ["debrief(printing)", "app/a.tsx", "export const a = (x: number) => x.toLocaleString();"],
  ["debrief(printing)", "app/b.tsx", "export const a = (x: Temporal.Instant) => x.toLocaleString('en');"],
  ["debrief(printing)", "lib/core/zone.ts", "export const a = new Intl.DateTimeFormat('en');"],
  ["debrief(environment)", "lib/web/env.ts", "export const a = process.env['SECRET'];"],
  ["debrief(environment)", "lib/web/env-b.ts", "import { env } from 'node:process';\nexport const a = env;"],
  ["debrief(environment)", "proxy.ts", "export const a = process.env['SECRET'];"],
  ["debrief(unsafe-sql)", "lib/mocks/queries/raw.ts", "export const a = (x: any) => x.$queryRawUnsafe('');"],
  [
    "debrief(unsafe-sql)",
    "tests/mocks/queries.raw.test.ts",
    "export const a = (x: any) => x.$executeRawUnsafe('');",
  ],
  ["debrief(unsafe-sql)", "lib/mocks/queries/raw-c.ts", "export const a = (Prisma: any) => Prisma.raw('');"],
  ["debrief(raw-html)", "components/a.tsx", button('dangerouslySetInnerHTML={{ __html: "" }}')],
  ["debrief(raw-html)", "components/b.tsx", "export const a = { dangerouslySetInnerHTML: { __html: '' } };"],
  ["debrief(raw-html)", "lib/browser/html.ts", "export const a = (x: Element) => { x.innerHTML = ''; };"],
  ["debrief(inline-style)", "components/c.tsx", button("style={{ color: 'red' }}")],
  ["debrief(sleeping)", "e2e/a.spec.ts", "export const a = (page: any) => page.waitForTimeout(5);"],
  ["debrief(viewer-cast)", "lib/web/forge.ts", `${viewer} x as Viewer;`],
  ["debrief(viewer-cast)", "lib/web/forge-b.ts", `${viewer} x as unknown as Readonly<Viewer>;`],
  ["debrief(viewer-cast)", "tests/mocks/commands.forge.test.ts", `${viewer} <Viewer>x;`],
  ["debrief(coerce)", "lib/mocks/schema.ts", "import { z } from 'zod';\nexport const a = z.coerce.number();"],
  ["debrief(inline-server-action)", "app/c.tsx", "export async function a() { 'use server'; }"],
  ["debrief(inline-server-action)", "app/d.tsx", "export const a = async () => { 'use server'; };"],
  ["debrief(server-file)", "lib/mocks/commands.ts", "'use server';\nexport async function a() {}"],
  [
    "debrief(left-out-test)",
    "tests/a/rules.a.test.ts",
    "import { test } from 'vitest';\ntest.only('a', () => {});",
  ],
  [
    "debrief(left-out-test)",
    "tests/a/rules.b.test.ts",
    "import { describe } from 'vitest';\ndescribe.skip('a', () => {});",
  ],
  [
    "debrief(left-out-test)",
    "e2e/b.spec.ts",
    "import { test } from '@playwright/test';\ntest.describe.fixme('a', () => {});",
  ],
  [
    "debrief(comments)",
    "lib/mocks/rules/quiet.ts",
    "// oxlint-disable-next-line no-console\nexport const a = 1;",
  ],
  ["debrief(comments)", "lib/mocks/rules/later.ts", "/* TODO later */\nexport const a = 1;"],
  ["eslint(no-console)", "lib/mocks/rules/log.ts", "export const a = () => console.log('here');"],
  ["eslint(max-lines)", "lib/mocks/rules/long.ts", lines(251, "export {};")],
  [
    "eslint(max-lines-per-function)",
    "lib/mocks/rules/deep.ts",
    `export function a(b: number[]) {\n${lines(60, "  b.push(1);")}}`,
  ],
  ["eslint(max-lines)", "app/long/page.tsx", lines(61, "export {};")],
  [
    "eslint(max-lines-per-function)",
    "app/deep/layout.tsx",
    `export function a(b: number[]) {\n${lines(40, "  b.push(1);")}}`,
  ],
  ["typescript(no-explicit-any)", "lib/mocks/rules/any.ts", "export const a = (b: any) => b;"],
  ["typescript(ban-ts-comment)", "lib/mocks/rules/ignore.ts", "// @ts-ignore\nexport const a = 1;"],
  [
    "typescript(no-floating-promises)",
    "lib/mocks/commands/lost.ts",
    "export function a(b: () => Promise<void>) { b(); }",
  ],
  [
    "typescript(no-misused-promises)",
    "lib/mocks/commands/if.ts",
    "export const a = (b: Promise<boolean>) => { if (b) return 1; return 2; };",
  ],
];

/** What looks like it and is right where it stands. */
const homes: readonly (readonly [path: string, source: string])[] = [
  ["lib/infra/clock.ts", "export const a = () => [Date.now(), new Date(), Temporal.Now.instant()];"],
  ["lib/infra/db.ts", "export const a = (x: number) => new Date(x);"],
  ["lib/infra/env.ts", "export const a = process.env['SECRET'];"],
  [
    "lib/core/format.ts",
    "export const a = (x: Temporal.Instant) => [x.toLocaleString('en'), new Intl.DateTimeFormat('en')];",
  ],
  [
    "lib/core/viewer.ts",
    "export type Viewer = { id: string };\nexport const a = (x: { id?: string }) => x as Viewer;",
  ],
  ["lib/core/text.ts", "export const a = (x: Date | string) => x instanceof Date;"],
  ["lib/mocks/mail.tsx", "export const a = () => <p style={{ color: 'red' }}>go</p>;"],
  ["lib/mocks/actions.ts", "'use server';\nexport async function a() { await Promise.resolve(); }"],
  [
    "lib/mocks/queries/tagged.ts",
    "export const a = (x: { $queryRaw: (t: TemplateStringsArray) => number }) => x.$queryRaw`select 1`;",
  ],
  ["instrumentation.ts", "export const a = () => process.env['NEXT_RUNTIME'] === 'nodejs';"],
  ["scripts/demo.mjs", "export const a = () => [Date.now(), process.env.PORT];"],
  ["playwright.config.ts", "export const a = process.env['CI'];"],
];

let house: ReturnType<typeof plant>;
const found = new Map<string, string[]>();

beforeAll(async () => {
  house = plant({
    ...Object.fromEntries(banned.map(([, path, source]) => [path, source])),
    ...Object.fromEntries(homes),
  });
  const { out, err } = await house.run(
    "oxlint",
    "--type-aware",
    "--format=json",
    "--ignore-pattern=node_modules",
  );
  if (!out.startsWith("{")) throw new Error(out + err);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; filename: string }[] };
  for (const { code, filename } of diagnostics) found.set(filename, [...(found.get(filename) ?? []), code]);
}, 60_000);

afterAll(() => house.remove());

describe("what the house bans is found", () => {
  test.each(banned)("%s in %s", (rule, path) => {
    expect(found.get(path) ?? []).toContain(rule);
  });
});

describe("and left alone where it belongs", () => {
  test.each(homes)("%s", (path) => {
    expect(found.get(path) ?? []).toEqual([]);
  });
});
