import { isNode, nameOf, parse, walk, type Node } from "./syntax.ts";
import type { HouseFile } from "./tree.ts";

/** The table of lib/web/access.ts: who may come near each route and each action. */
type Table = {
  readonly routes: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, string>>;
};

/** An exported action: the file that exports it, the name it says it has (`as`), and what made it. */
type Action = { readonly path: string; readonly name: string; readonly as: string; readonly maker: string };

const actionFile = /^lib\/[^/]+\/actions(?:\.ts|\/[a-z0-9-]+\.ts)$/;
const doorFile = /^app\/(?:.*\/)?(?:page\.tsx|route\.ts)$/;
const shown = /^(?:app|components)\/.*\.tsx$/;
/** Next's own page for what is not there; no file of ours has this address. */
const framework = "/_not-found";

/** Everything that is wrong with the doors of these files against this table, as sentences; empty if nothing is. */
export function doorTrouble(files: readonly HouseFile[], table: Table): string[] {
  const actions = files.filter(({ path }) => actionFile.test(path)).flatMap(exportedActions);
  const doors = files.filter(({ path }) => doorFile.test(path));
  return [
    ...inlineDoors(files),
    ...actions.flatMap((action) => troubleOfAction(action, table)),
    ...rowsWithout("action", Object.keys(table.actions), new Set(actions.map(({ name }) => name))),
    ...unused(
      actions,
      files.filter(({ path }) => shown.test(path)),
    ),
    ...doors.flatMap((door) => troubleOfDoor(door, table)),
    ...rowsWithout(
      "page",
      Object.keys(table.routes),
      new Set([framework, ...doors.map(({ path }) => routeOf(path))]),
    ),
  ];
}

/** The address of a page or route file: its folders without the groups in parentheses. */
export function routeOf(path: string): string {
  const folders = path.split("/").slice(1, -1);
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`;
}

function exportedActions(file: HouseFile): Action[] {
  return exportsOf(parse(file)).map(({ name, value }) => ({
    path: file.path,
    name,
    as: stringAt(objectOf(value), "as"),
    maker: isNode(value) && value.type === "CallExpression" ? nameOf(value["callee"]) : "",
  }));
}

/** What a module exports as values. A function, a default or a re-export counts too: it is a door that nothing made. */
function exportsOf(module: Node): { name: string; value: unknown }[] {
  const body = module["body"] as readonly Node[];
  return body.flatMap((statement) => {
    if (statement.type === "ExportDeclaration") {
      const declared = statement["declaration"] as Node;
      const list =
        declared.type === "VariableDeclaration" ? (declared["declarations"] as readonly Node[]) : [];
      if (list.length > 0) return list.map((one) => ({ name: nameOf(one["id"]), value: one["init"] }));
      return declared.type.startsWith("Ts") ? [] : [{ name: nameOf(declared["identifier"]), value: null }];
    }
    if (/^Export(?:Named|All|Default)/.test(statement.type)) return [{ name: "(re-exported)", value: null }];
    return [];
  });
}

function troubleOfAction({ path, name, as, maker }: Action, { actions }: Table): string[] {
  if (maker !== "formAction" && maker !== "openFormAction")
    return [`${path}: ${name} is not made by formAction or openFormAction`];
  const row = actions[name];
  const said: string[] = [];
  if (row === undefined) said.push(`${path}: ${name} has no row in the access table`);
  if (as !== name) said.push(`${path}: ${name} calls itself "${as}", so another row decides`);
  if (row !== undefined && (row === "everyone") !== (maker === "openFormAction"))
    said.push(`${path}: ${name} is for ${row}, but made by ${maker}`);
  return said;
}

function rowsWithout(what: string, rows: readonly string[], there: ReadonlySet<string>): string[] {
  return rows
    .filter((row) => !there.has(row))
    .map((row) => `lib/web/access.ts: ${row} has a row but no ${what}`);
}

/** Doors that nobody goes through: no page and no component imports them. */
function unused(actions: readonly Action[], screens: readonly HouseFile[]): string[] {
  const imported = new Set(
    screens.flatMap((screen) =>
      walk(parse(screen))
        .filter(({ type }) => type === "ImportSpecifier")
        .map(importedName),
    ),
  );
  return actions
    .filter(({ name }) => !imported.has(name))
    .map(({ path, name }) => `${path}: no page and no component uses ${name}`);
}

function importedName(specifier: Node): string {
  return nameOf(specifier["imported"]) || nameOf(specifier["local"]);
}

function troubleOfDoor(door: HouseFile, { routes }: Table): string[] {
  const route = routeOf(door.path);
  const row = routes[route];
  if (row === undefined) return [`${door.path}: ${route} has no row in the access table`];
  const calls = walk(parse(door)).filter(({ type }) => type === "CallExpression");
  const gates = calls.filter((call) => nameOf(call["callee"]) === "gate").map((call) => firstArgument(call));
  const others = gates
    .filter((gated) => gated !== route)
    .map((gated) => `${door.path}: gate("${gated}") is another page's gate`);
  if (others.length > 0 || row === "everyone") return others;
  // What is only read has the gate of a page; what writes has the door that asks where the request comes from.
  const isRead = exportsOf(parse(door)).every(({ name }) => name === "GET");
  const guard = door.path.endsWith("route.ts") && !isRead ? "endpoint" : "gate";
  return calls.some((call) => nameOf(call["callee"]) === guard)
    ? []
    : [`${door.path}: ${route} is for ${row}, and nothing calls ${guard}()`];
}

function firstArgument(call: Node): string {
  const [first] = call["arguments"] as readonly { expression: unknown }[];
  return nameOf(first?.expression);
}

/** "use server" anywhere but at the head of a file of actions makes a door that the table does not see. */
function inlineDoors(files: readonly HouseFile[]): string[] {
  return files
    .filter(({ text }) => text.includes("use server"))
    .flatMap((file) => {
      const heads = (parse(file)["body"] as readonly Node[]).filter(isServerDirective).length;
      const all = walk(parse(file)).filter(isServerDirective).length;
      const allowed = actionFile.test(file.path) ? heads : 0;
      return all > allowed
        ? [`${file.path}: "use server" stands only at the head of lib/<feature>/actions.ts`]
        : [];
    });
}

function isServerDirective(node: Node): boolean {
  return node.type === "ExpressionStatement" && nameOf(node["expression"]) === "use server";
}

function objectOf(value: unknown): Node | undefined {
  if (!isNode(value) || value.type !== "CallExpression") return undefined;
  const [first] = value["arguments"] as readonly { expression: Node }[];
  return first?.expression.type === "ObjectExpression" ? first.expression : undefined;
}

function stringAt(object: Node | undefined, key: string): string {
  const properties = (object?.["properties"] ?? []) as readonly Node[];
  const found = properties.find((property) => nameOf(property["key"]) === key);
  return nameOf(found?.["value"]);
}
