import { allFeatures } from "../../scripts/lint/rooms.ts";
import { isNode, nameOf, parse, walk, type Node } from "./syntax.ts";
import type { HouseFile } from "./tree.ts";

/** A model: the feature whose schema file declares it, its table, and where its relations lead. */
type Model = {
  readonly owner: string;
  readonly table: string;
  readonly relations: ReadonlyMap<string, string>;
};
type Models = ReadonlyMap<string, Model>;

/** Who writes what is not its own, and why. */
const exceptions: readonly (readonly [path: RegExp, model: string, why: string])[] = [
  [/^lib\/infra\/transact\.ts$/, "Event", "the event of a write is its first row"],
];

const writing = /^(?:create|update|delete)(?:Many(?:AndReturn)?)?$|^upsert$/;
const nestedWriting = /^(?:create|update|delete)(?:Many)?$|^upsert$|^connectOrCreate$/;
const sqlWriting =
  /\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+(?:only\s+)?"?(\w+)/gi;

/** The models of `prisma/schema/<feature>.prisma`, by name. */
export function modelsOf(schema: readonly HouseFile[]): Models {
  const declared = schema.flatMap(({ path, text }) => {
    const owner = path.replace(/^.*\/|\.prisma$/g, "");
    const blocks = [
      ...text.replace(/\/\/.*$/gm, "").matchAll(/^model\s+(\w+)\s*\{([^}]*(?:\}[^\n][^}]*)*)^\}/gm),
    ];
    return blocks.map(([, name = "", body = ""]) => ({ name, body, owner }));
  });
  const names = new Set(declared.map(({ name }) => name));
  return new Map(
    declared.map(({ name, body, owner }) => {
      const fields = [...body.matchAll(/^\s*(\w+)\s+(\w+)/gm)].map(
        ([, field = "", type = ""]) => [field, type] as const,
      );
      const relations = new Map(fields.filter(([, type]) => names.has(type)));
      return [name, { owner, table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, relations }];
    }),
  );
}

/** Schema files that declare a model and are named after no feature that may own one. */
export function homeless(models: Models, owners: readonly string[]): string[] {
  return [...models]
    .filter(([, { owner }]) => !owners.includes(owner))
    .map(([name, { owner }]) => `${owner}: ${name}`);
}

/** Every write of a file to a model that its feature does not own, as sentences. */
export function trespasses(file: HouseFile, models: Models): string[] {
  const [, room = ""] = /^lib\/([^/]+)\//.exec(file.path) ?? [];
  const feature = allFeatures.includes(room) ? room : "";
  const written = walk(parse(file)).flatMap((node) => [
    ...writesOfCall(node, models),
    ...writesOfSql(node, models),
  ]);
  return [...new Set(written)]
    .filter((name) => models.get(name)?.owner !== feature)
    .filter((name) => !exceptions.some(([path, model]) => model === name && path.test(file.path)))
    .map((name) => `${file.path} writes ${name}, which belongs to ${models.get(name)?.owner}`);
}

/** `tx.mock.create({ … })`, and what its data creates on the way. */
function writesOfCall(node: Node, models: Models): string[] {
  if (node.type !== "CallExpression" || !isMember(node["callee"])) return [];
  const { object, property } = node["callee"];
  if (!writing.test(nameOf(property)) || !isMember(object)) return [];
  const delegate = nameOf(object["property"]);
  const name = [...models.keys()].find((model) => model[0]?.toLowerCase() + model.slice(1) === delegate);
  if (!name) return [];
  const args = node["arguments"] as readonly { expression: Node }[];
  return [name, ...args.flatMap(({ expression }) => nestedWrites(name, expression, models))];
}

function nestedWrites(model: string, value: Node, models: Models): string[] {
  if (value.type === "ArrayExpression")
    return (value["elements"] as readonly ({ expression: Node } | undefined)[]).flatMap((element) =>
      element ? nestedWrites(model, element.expression, models) : [],
    );
  return entries(value).flatMap(([key, inner]) => {
    const target = models.get(model)?.relations.get(key);
    if (!target) return nestedWrites(model, inner, models);
    const writes = entries(inner).filter(([operation]) => nestedWriting.test(operation));
    return writes.flatMap(([, data]) => [target, ...nestedWrites(target, data, models)]);
  });
}

function entries(value: Node): (readonly [key: string, value: Node])[] {
  if (value.type === "ParenthesisExpression") return entries(value["expression"] as Node);
  if (value.type !== "ObjectExpression") return [];
  return (value["properties"] as readonly Node[])
    .filter((property) => property.type === "KeyValueProperty" && isNode(property["value"]))
    .map((property) => [nameOf(property["key"]), property["value"] as Node]);
}

/** SQL in a tagged template, or handed to a connection's `query`. */
function writesOfSql(node: Node, models: Models): string[] {
  const isQuery =
    node.type === "CallExpression" &&
    isMember(node["callee"]) &&
    nameOf(node["callee"]["property"]) === "query";
  if (node.type !== "TaggedTemplateExpression" && !isQuery) return [];
  const text = walk(node)
    .map((part) =>
      part.type === "TemplateElement" ? part["raw"] : part.type === "StringLiteral" ? part["value"] : "",
    )
    .join(" ");
  const tables = new Set([...text.matchAll(sqlWriting)].map(([, table = ""]) => table.toLowerCase()));
  return [...models].filter(([, { table }]) => tables.has(table)).map(([name]) => name);
}

function isMember(node: unknown): node is Node {
  return isNode(node) && node.type === "MemberExpression";
}
