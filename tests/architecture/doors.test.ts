import { describe, expect, test } from "vitest";
import { actions, routes } from "#lib/web/access.ts";
import { doorTrouble, routeOf } from "./doors.ts";
import { files } from "./tree.ts";

const table = {
  routes: { "/": "everyone", "/mocks/[mock]": "candidate", "/api/answers": "candidate" },
  actions: { bookMockAction: "candidate", signInAction: "everyone" },
};

const house = [
  {
    path: "lib/mocks/actions.ts",
    text: '"use server";\nimport { formAction, openFormAction } from "#lib/web/write.ts";\nexport type Booked = string;\nexport const bookMockAction = formAction({ as: "bookMockAction", run });\nexport const signInAction = openFormAction({ as: "signInAction", run });\n',
  },
  {
    path: "components/mocks/book-form.tsx",
    text: '"use client";\nimport { bookMockAction, signInAction } from "#lib/mocks/actions.ts";\nexport const Book = () => <Form action={bookMockAction} />;\n',
  },
  { path: "app/page.tsx", text: "export default function Page() { return null; }\n" },
  {
    path: "app/(portal)/mocks/[mock]/page.tsx",
    text: 'export default async function Page() { const viewer = await gate("/mocks/[mock]"); return viewer.name; }\n',
  },
  {
    path: "app/api/answers/route.ts",
    text: "const save = endpoint({ schema });\nexport async function POST() { return save(null); }\n",
  },
];

const planted: readonly (readonly [what: string, path: string, text: string, said: RegExp])[] = [
  [
    "an action without a row",
    "lib/mocks/actions.ts",
    `${house[0]?.text}export const moveMockAction = formAction({ as: "moveMockAction" });\n`,
    /moveMockAction has no row/,
  ],
  [
    "an action by another's row",
    "lib/mocks/actions.ts",
    house[0]?.text.replace('as: "bookMockAction"', 'as: "signInAction"') ?? "",
    /calls itself "signInAction"/,
  ],
  [
    "an open door on a closed row",
    "lib/mocks/actions.ts",
    house[0]?.text.replace("= formAction", "= openFormAction") ?? "",
    /is for candidate, but made by openFormAction/,
  ],
  [
    "a bare function as an action",
    "lib/mocks/actions.ts",
    `${house[0]?.text}export async function moveMock() {}\n`,
    /moveMock is not made by formAction/,
  ],
  [
    "an action that is passed on",
    "lib/mocks/actions.ts",
    `${house[0]?.text}export { book } from "./commands.ts";\n`,
    /re-exported\) is not made/,
  ],
  [
    "an action in a folder, without a row",
    "lib/reviews/actions/notes.ts",
    '"use server";\nexport const shareNoteAction = formAction({ as: "shareNoteAction" });\n',
    /shareNoteAction has no row/,
  ],
  [
    "a row without its action",
    "lib/mocks/actions.ts",
    house[0]?.text.replace(/^export const signIn.*$/m, "") ?? "",
    /signInAction has a row but no action/,
  ],
  [
    "an action that nothing uses",
    "components/mocks/book-form.tsx",
    'import { bookMockAction } from "#lib/mocks/actions.ts";\n',
    /no page and no component uses signInAction/,
  ],
  [
    "a page without a row",
    "app/(portal)/stories/page.tsx",
    'export default async function Page() { await gate("/stories"); }\n',
    /\/stories has no row/,
  ],
  [
    "a route without a row",
    "app/api/export/route.ts",
    "export const GET = () => new Response();\n",
    /\/api\/export has no row/,
  ],
  [
    "a page without its gate",
    "app/(portal)/mocks/[mock]/page.tsx",
    "export default function Page() { return null; }\n",
    /nothing calls gate\(\)/,
  ],
  [
    "a page behind another's gate",
    "app/(portal)/mocks/[mock]/page.tsx",
    'export default async function Page() { await gate("/home"); }\n',
    /another page's gate/,
  ],
  [
    "a route handler that writes behind a page's gate",
    "app/api/answers/route.ts",
    'export async function POST() { await gate("/api/answers"); }\n',
    /nothing calls endpoint\(\)/,
  ],
  [
    "a route handler without a guard",
    "app/api/answers/route.ts",
    "export const POST = () => new Response();\n",
    /nothing calls endpoint\(\)/,
  ],
  [
    "a route that is read, without its gate",
    "app/api/answers/route.ts",
    "export async function GET() { return new Response(); }\n",
    /nothing calls gate\(\)/,
  ],
  [
    "a route that writes, behind the gate of a page",
    "app/api/answers/route.ts",
    'export const GET = () => gate("/api/answers");\nexport const POST = () => gate("/api/answers");\n',
    /nothing calls endpoint\(\)/,
  ],
  [
    "an action written inline",
    "app/page.tsx",
    'export default function Page() { const act = async () => { "use server"; }; return <form action={act} />; }\n',
    /"use server" stands only/,
  ],
  [
    "actions in a file of a component",
    "components/mocks/act.ts",
    '"use server";\nexport async function act() {}\n',
    /"use server" stands only/,
  ],
];

test("a house in order has no trouble", () => {
  expect(doorTrouble(house, table)).toEqual([]);
});

describe("planted: each is found", () => {
  test.each(planted)("%s", (_what, path, text, said) => {
    const changed = [...house.filter((file) => file.path !== path), { path, text }];
    expect(doorTrouble(changed, table).filter((sentence) => said.test(sentence))).toHaveLength(1);
  });

  test("a row without its page", () => {
    expect(doorTrouble(house, { ...table, routes: { ...table.routes, "/stories": "candidate" } })).toEqual([
      "lib/web/access.ts: /stories has a row but no page",
    ]);
  });
});

test("an address is its folders without the groups", () => {
  expect(routeOf("app/(portal)/candidates/[candidate]/page.tsx")).toBe("/candidates/[candidate]");
  expect(routeOf("app/page.tsx")).toBe("/");
});

test("every page, route and action of ours has its row, and every row its door", () => {
  const code = files(/^(?:app|components|lib)\/.*\.tsx?$|^[^/]+\.ts$/);
  expect(code.length).toBeGreaterThan(100);
  expect(doorTrouble(code, { routes, actions })).toEqual([]);
});
