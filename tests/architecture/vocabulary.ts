import { allFeatures } from "../../scripts/lint/rooms.ts";
import { nameOf, parse, walk, type Node } from "./syntax.ts";
import { bannedIn } from "../support/tone.ts";
import type { HouseFile } from "./tree.ts";

/** A word that stands for one of ours, the word to use, and the few places where it is the right one. */
type Synonym = { readonly words: readonly string[]; readonly use: string; readonly except?: RegExp };

/** From product.md, "The words": code, database and staff screens never use a synonym. */
const synonyms: readonly Synonym[] = [
  { words: ["coach", "advisor", "adviser", "consultant", "recruiter", "counsellor"], use: "counselor" },
  // next-auth's adapter, servers and drawn icons speak of users; "user agent" is the name of a header.
  {
    words: ["user"],
    use: "person",
    except: /^lib\/web\/auth|^lib\/infra\/|^components\/ui\/icon\.tsx$|^user-?agent$/,
  },
  { words: ["applicant", "job-seeker", "jobseeker"], use: "candidate" },
  { words: ["company", "companies"], use: "employer", except: /^lib\/infra\/calendar/ }, // a field of the calendar format
  { words: ["appointment", "meeting", "reservation"], use: "mock" },
  // In infra, web and jobs it is the product's name, in front of what is kept in the process.
  {
    words: ["debrief", "retro", "retrospective", "postmortem"],
    use: "post-mortem",
    except: /^lib\/(?:infra|web|jobs)\//,
  },
  // A story has four parts: situation, task, action, result.
  { words: ["task", "todo"], use: "plan action", except: /\/stories(?:\/|\.)/ },
  { words: ["login", "logout", "signup"], use: "sign in" },
];

/** Models whose short name would hide which of two things they are. */
const models: Readonly<Record<string, string>> = {
  Booking: "Mock",
  Session: "SignInSession or WorkshopSession",
  Action: "PlanAction",
  Note: "CoachingNote or InternalNote",
};

/** Screens and sentences that only staff see. */
const staffOnly =
  /^(?:lib|components)\/(?:desk|people|reports|settings)\/|^app\/\(portal\)\/(?:desk|people|reports|settings|log)\//;

/** What employers ask, in their words. */
const questionBank = /^lib\/questions\/words(?:\.ts$|\/)/;

const isCode = (path: string) => /^(?:lib|components|app)\/.*\.tsx?$/.test(path);
/** Where sentences for candidates stand or may slip in: also what every door answers, and the messages of shapes of input. */
const isSpoken = (path: string) =>
  /^components\/.*\.tsx?$|^app\/.*\.tsx$|^lib\/[^/]+\/(?:words|mail)(?:\.tsx?$|\/)|^lib\/web\/|^lib\/infra\/[^/]+-schema\.ts$/.test(
    path,
  ) && !staffOnly.test(path);

/** Everything in a file that breaks the vocabulary, as sentences. */
export function complaints(file: HouseFile): string[] {
  const said = [...aboutPath(file.path)];
  if (/^prisma\/schema\/.*\.prisma$/.test(file.path)) said.push(...aboutSchema(file));
  if (isCode(file.path)) said.push(...aboutCode(file));
  return [...new Set(said)].map((sentence) => `${file.path}: ${sentence}`);
}

function aboutPath(path: string): string[] {
  if (!/^(?:lib|components|app|prisma\/schema|tests|e2e)\//.test(path)) return [];
  return path.split("/").flatMap((part) => synonymsIn(part.replace(/\.[^.]+$/, ""), path));
}

function aboutSchema({ path, text }: HouseFile): string[] {
  const code = text.replace(/\/\/.*$/gm, "");
  const named = [...code.matchAll(/^(?:model|enum)\s+(\w+)|^\s+(\w+)\s|@map\("(\w+)"\)/gm)];
  const names = named.map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  const short = [...code.matchAll(/^model\s+(\w+)/gm)].flatMap(([, model = ""]) =>
    Object.hasOwn(models, model) ? [`model ${model}: say ${models[model]}`] : [],
  );
  return [...names.flatMap((name) => synonymsIn(name, path)), ...short];
}

function aboutCode(file: HouseFile): string[] {
  const nodes = walk(parse(file), (node) => isClassName(node));
  const names = new Set(nodes.filter((node) => node.type === "Identifier").map(nameOf));
  const said = [...names].flatMap((name) => synonymsIn(name, file.path));
  said.push(...aboutFunctions(file.path, nodes));
  if (!isSpoken(file.path)) return said;
  for (const text of nodes.filter((node) => node.type !== "Identifier").map(textOf)) {
    const [word] = bannedIn(text, { employers: questionBank.test(file.path) });
    if (word) said.push(`"${text.trim()}" says "${word}" to a candidate`);
    if (/\bdebriefs?\b/.test(text) && !/\/(?:words|mail)(?:\.tsx?$|\/)/.test(file.path))
      said.push(`"${text.trim()}": candidates' labels stand in words.ts`);
  }
  return said;
}

/** Commands carry the verb that a counselor would say; queries and actions say by their name what they are. */
function aboutFunctions(path: string, nodes: readonly Node[]): string[] {
  const [, feature = "", floor = ""] = /^lib\/([^/]+)\/([^/.]+)/.exec(path) ?? [];
  if (!allFeatures.includes(feature)) return [];
  const exported = nodes.filter((node) => node.type === "ExportDeclaration").flatMap(exportedFunctions);
  return exported.flatMap(({ name, isAsync }) => {
    if (/^commands|^actions/.test(floor) && /^(?:handle|process|manage)[A-Z]|^updateStatus/.test(name))
      return [`${name}: use the verb that a counselor would say`];
    // Small synchronous functions between the files of a folder are no queries.
    if (floor === "queries" && isAsync && !/^(?:list|get|find|count)[A-Z]|Facts$/.test(name))
      return [`${name}: a query is called list…, get…, find… or count…, or …Facts for a rule`];
    if (floor === "actions" && !name.endsWith("Action"))
      return [`${name}: an action's name ends with Action`];
    return [];
  });
}

function exportedFunctions({ declaration }: Node): { name: string; isAsync: boolean }[] {
  const declared = declaration as Node;
  if (declared.type === "FunctionDeclaration")
    return [{ name: nameOf(declared["identifier"]), isAsync: declared["async"] === true }];
  if (declared.type !== "VariableDeclaration") return [];
  return (declared["declarations"] as { id: Node; init?: Node }[])
    .filter(({ init }) => init && /^(?:ArrowFunction|Function|Call)Expression$/.test(init.type))
    .map(({ id, init }) => ({ name: nameOf(id), isAsync: init?.["async"] === true }));
}

function synonymsIn(name: string, path: string): string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join("-");
  return synonyms
    .filter(({ except }) => !except?.test(path) && !except?.test(words))
    .flatMap(({ words: banned, use }) =>
      banned
        .filter((word) => `-${words}-`.includes(`-${word}-`) || `-${words}-`.includes(`-${word}s-`))
        .map((word) => `${name}: say ${use}, not ${word}`),
    );
}

function isClassName(node: Node): boolean {
  if (node.type === "ImportDeclaration") return true;
  return node.type === "JSXAttribute" && /^(?:className|href|id|htmlFor|name)$/.test(nameOf(node["name"]));
}

/** A sentence: what stands between tags, or a string of more than one word. */
function textOf(node: Node): string {
  if (node.type === "JSXText") return nameOf(node);
  const text = node.type === "TemplateElement" ? node["cooked"] : nameOf(node);
  if (typeof text !== "string") return "";
  return /\s/.test(text.trim()) || /^[A-Z]/.test(text) ? text : "";
}
