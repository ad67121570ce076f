import { connect } from "node:net";
import { draft } from "../tests/accounts/things.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { builtActions } from "./support/manifests.ts";
import { expect, test } from "./support/test.ts";
import { visit } from "./support/visits.ts";

test.afterAll(closeStageDb);

/** Sends these bytes as they are, and tells the status of the answer; null where the line is closed without one. */
function statusOf(bytes: string, hangUp: boolean): Promise<number | null> {
  const { hostname, port } = new URL(String(process.env["PORTAL_URL"]));
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let said = "";
    const end = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? Number.NaN) || null);
    };
    socket.setTimeout(15_000, end);
    socket.on("data", (chunk) => (said += chunk.toString("latin1")) && said.includes("\r\n\r\n") && end());
    socket.on("error", end);
    socket.on("close", end);
    if (hangUp) socket.end(bytes, "latin1");
    else socket.write(bytes, "latin1");
  });
}

const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const end = "--b--\r\n";
const form = "Content-Type: multipart/form-data; boundary=b";
const json = "Content-Type: application/json";
const known = "Next-Action: KNOWN";
const page = "/you";
const endpoint = "/api/post-mortems/DRAFT/answers";
const chunks = `${(400 * 1024).toString(16)}\r\n${"a".repeat(400 * 1024)}\r\n0\r\n\r\n`;

type Odd = [what: string, path: string, headers: string[], body: string, status: number | null];

/** What each is answered. A 500 is Next's own, before anything of ours has run; it is written down in docs/security.md. */
const bodies: Odd[] = [
  ["a body without its end", page, [form, known], part("1_key", "x"), 500],
  ["a body that is no form", page, [form, known], "\u0000\u00ff nothing", 500],
  [
    "a body in chunks, longer than any may be",
    page,
    [form, known, "Transfer-Encoding: chunked"],
    chunks,
    500,
  ],
  [
    "an action that is not in this build",
    page,
    [form, `Next-Action: ${"0".repeat(42)}`],
    part("0", "[]") + end,
    409,
  ],
  ["an action whose id is none", page, [form, "Next-Action: x"], part("0", "[]") + end, 400],
  ["arguments that are none", page, [form, known], part("0", '{"__proto__":') + end, 500],
  [
    "an argument that is text where a form belongs",
    page,
    [form, known],
    part("0", '[null,"text"]') + end,
    200,
  ],
  ["no arguments", page, [form, known], part("0", "[]") + end, 200],
  ["without script, no action named", page, [form], part("name", "x") + end, 400],
  ["without script, an action that is none", page, [form], part("$ACTION_ID_00", "") + end, 400],
  [
    "without script, a torn action",
    page,
    [form],
    part("$ACTION_REF_1", "") + part("$ACTION_1:0", "{") + end,
    400,
  ],
  ["two lengths", page, [form, known, "Content-Length: 3"], part("1_key", "x"), 400],
  ["a header with a line end in it", page, [form, "X-Odd: a\rb"], end, 400],
  ["torn JSON", endpoint, [json], '{"answers":[', 422],
  ["a list where an object belongs", endpoint, [json], "[[]]", 422],
  ["bytes that are no text", endpoint, [json], "\u00ff\u00fe\u0000", 422],
];

test("odd bodies by a raw socket: nothing is written, and other people are still answered", async () => {
  const company = await makeCompany();
  const { id } = await draft(company);
  const action = builtActions().find(({ name }) => name === "confirmProfileAction")?.id ?? "";
  const events = () => company.db.event.count({ where: { actorId: company.cast.owner.id } });
  const before = await events();
  const common = [
    `Host: ${new URL(String(process.env["PORTAL_URL"])).host}`,
    "Connection: close",
    "Sec-Fetch-Site: same-origin",
    `Cookie: debrief=${company.tokens.owner}`,
  ];
  const send = (path: string, headers: string[], body: string, hangUp = false, length = body.length) => {
    const sized = headers.some((header) => header.startsWith("Transfer-Encoding"))
      ? []
      : [`Content-Length: ${length}`];
    const head = [
      `POST ${path.replace("DRAFT", id)} HTTP/1.1`,
      ...common,
      ...headers.map((header) => header.replace("KNOWN", action)),
      ...sized,
    ];
    return statusOf([...head, "", body].join("\r\n"), hangUp);
  };
  const said: [string, number | null][] = [];
  for (const [what, path, headers, body] of bodies) said.push([what, await send(path, headers, body)]);
  expect(said).toEqual(bodies.map(([what, , , , status]) => [what, status]));
  // Who hangs up in the middle hears nothing that matters; what matters is that nobody waits for them.
  await send(page, [form, known], part("1_key", "x"), true, 5000);
  await send(endpoint, [json], '{"answers":', true, 5000);
  expect(await events()).toBe(before);
  expect((await visit(company, "owner", "/you")).status).toBe(200);
});
