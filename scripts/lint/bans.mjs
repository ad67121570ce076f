/**
 * Bans that oxlint's own options cannot say, as a plugin of it: what is found, what to do instead, and the
 * few places (`homes`) where it is right, each with its reason. Plain JavaScript: oxlint exports no types for it.
 */
import { directiveOf, endsWith, isCastToViewer, memberPath, refersTo } from "./syntax.mjs";

/** Run before anything is installed, by whatever Node is there: no Temporal, no parsed environment. */
const bootstrap = /^scripts\/[^/]+\.mjs$/;
/** What runs round the portal and is no part of it: servers of the demo, generators, checks. */
const tools = /^scripts\//;
/** Read by their tools, before the house stands. */
const configs = /^[^/]+\.config\.(?:ts|js|mjs)$/;
/** Mail programs know no style sheets. */
const mailBodies = /^lib\/[^/]+\/mail(?:\.tsx$|\/)/;
const testFiles = /^(?:tests|e2e)\//;

/** A ban on a member however it is reached: `Temporal.Now`, `globalThis.Date.now`, `process["env"]`. */
const members = (banned) => (found) => ({
  MemberExpression(node) {
    if (banned(memberPath(node), node)) found(node);
  },
});

const unsafeSql = new Set(["$queryRawUnsafe", "$executeRawUnsafe"]);
const testWords = new Set(["test", "it", "describe", "suite"]);
const leftOut = new Set(["skip", "only", "fixme", "todo", "skipIf", "fails"]);
const workOrSilence = /^(?:eslint|oxlint|oxfmt|prettier|biome)-|^@ts-|\b(?:TODO|FIXME|XXX)\b/;

const clock = {
  say: "The clock is lib/infra/clock.ts; everybody else is given `now`.",
  homes: [/^lib\/infra\/clock\.ts$/, tools],
  look: (found) => ({
    MemberExpression(node) {
      const path = memberPath(node);
      if (endsWith(path, "Date", "now") || endsWith(path, "Temporal", "Now")) found(node);
    },
    NewExpression(node) {
      if (refersTo(node.callee, "Date") && node.arguments.length === 0) found(node);
    },
    CallExpression(node) {
      if (refersTo(node.callee, "Date")) found(node);
    },
  }),
};

const date = {
  say: "Only lib/infra/db turns a Date into an instant and back; use Temporal.",
  homes: [/^lib\/infra\/(?:clock|db|dates)(?:\.ts$|\/)/, tools],
  look: (found) => ({
    NewExpression(node) {
      if (refersTo(node.callee, "Date") && node.arguments.length > 0) found(node);
    },
    MemberExpression(node) {
      if (endsWith(memberPath(node), "Date", "parse")) found(node);
    },
  }),
};

const printing = {
  say: "lib/core/format.ts prints dates and numbers, in a stated zone.",
  // The browser's file asks for the name of its zone and prints nothing.
  homes: [/^lib\/core\/format\.ts$/, /^lib\/browser\/zone\.ts$/],
  look: members((path) => endsWith(path, "Intl", "DateTimeFormat") || /^toLocale[A-Z]/.test(path.at(-1))),
};

/** The build puts these two in by name; they tell one bundle from another and are no settings. */
const builtIn = (node) => ["NODE_ENV", "NEXT_RUNTIME"].includes(memberPath(node.parent).at(-1));

const environment = {
  say: "lib/infra/env.ts parses the environment once; read it there.",
  homes: [
    /^lib\/infra\/env\.ts$/,
    bootstrap,
    configs,
    /^prisma\/migrate\.ts$/, // needs one address, where the rest of the settings may not exist yet
    /^scripts\/services\//, // starts the servers that the settings name
    testFiles, // choose their files and start processes with an environment of their own
  ],
  look: (found, path) => ({
    MemberExpression(node) {
      const chain = memberPath(node);
      const atTheGate = path === "proxy.ts" || path === "instrumentation.ts";
      if (endsWith(chain, "process", "env") && !(atTheGate && builtIn(node))) found(node);
      if (endsWith(chain, "import.meta", "env")) found(node);
    },
    ImportDeclaration(node) {
      if (!/^(?:node:)?process$/.test(node.source.value)) return;
      if (node.specifiers.some((one) => one.imported?.name === "env")) found(node);
    },
  }),
};

const rawHtml = {
  say: "What people write is text, or goes through the Markdown sanitiser.",
  homes: [],
  look: (found) => ({
    JSXAttribute(node) {
      if (node.name.name === "dangerouslySetInnerHTML") found(node);
    },
    Property(node) {
      if (node.key.name === "dangerouslySetInnerHTML") found(node);
    },
    AssignmentExpression(node) {
      if (/^(?:inner|outer)HTML$/.test(memberPath(node.left).at(-1))) found(node);
    },
  }),
};

const inlineStyle = {
  say: "Use a class: the content security policy refuses inline styles.",
  homes: [mailBodies],
  look: (found) => ({
    JSXAttribute(node) {
      if (node.name.name === "style") found(node);
    },
  }),
};

const viewerCast = {
  say: "A Viewer comes from lib/core/viewer.ts; a cast would forge one.",
  homes: [/^lib\/core\/viewer\.ts$/, /^tests\/support\//],
  look: (found) => ({
    TSAsExpression(node) {
      if (isCastToViewer(node.typeAnnotation)) found(node);
    },
    TSTypeAssertion(node) {
      if (isCastToViewer(node.typeAnnotation)) found(node);
    },
  }),
};

const inlineServerAction = {
  say: 'The doors are lib/<feature>/actions.ts: a file that begins with "use server".',
  homes: [],
  look: (found) => {
    const body = (node) => {
      const directive = directiveOf(node.body, "use server");
      if (directive) found(directive);
    };
    return { FunctionDeclaration: body, FunctionExpression: body, ArrowFunctionExpression: body };
  },
};

const serverFile = {
  say: '"use server" stands at the head of lib/<feature>/actions.ts and nowhere else.',
  homes: [/^lib\/[^/]+\/actions(?:\.ts$|\/)/],
  look: (found) => ({
    Program(node) {
      const directive = directiveOf(node, "use server");
      if (directive) found(directive);
    },
  }),
};

const leftOutTest = {
  say: "A test runs, or is deleted.",
  homes: [],
  look: (found, path) => ({
    MemberExpression(node) {
      const chain = memberPath(node);
      if (testFiles.test(path) && testWords.has(chain[0]) && leftOut.has(chain.at(-1))) found(node);
    },
  }),
};

const comments = {
  say: "No comment switches a check off or puts work off: mend it now.",
  homes: [],
  look: (found, _path, source) => ({
    Program() {
      source
        .getAllComments()
        .filter((comment) => workOrSilence.test(comment.value.trim()))
        .forEach(found);
    },
  }),
};

const bans = {
  clock,
  date,
  printing,
  environment,
  "unsafe-sql": {
    say: "Write SQL as a tagged template ($queryRaw`…`), never from strings.",
    homes: [],
    look: members((path) => unsafeSql.has(path.at(-1)) || endsWith(path, "Prisma", "raw")),
  },
  "raw-html": rawHtml,
  "inline-style": inlineStyle,
  sleeping: {
    say: "Wait for what the page shows, never for time.",
    homes: [],
    look: members((path) => path.at(-1) === "waitForTimeout"),
  },
  "viewer-cast": viewerCast,
  coerce: {
    say: "Input is decoded in lib/web and checked as it is; nothing is coerced.",
    homes: [],
    look: members((path) => endsWith(path, "z", "coerce")),
  },
  "inline-server-action": inlineServerAction,
  "server-file": serverFile,
  "left-out-test": leftOutTest,
  comments,
};

function ruleOf({ say, homes, look }) {
  return {
    create(context) {
      const path = context.filename.slice(context.cwd.length + 1).replaceAll("\\", "/");
      if (homes.some((home) => home.test(path))) return {};
      return look((node) => context.report({ node, message: say }), path, context.sourceCode);
    },
  };
}

export default {
  meta: { name: "debrief" },
  rules: Object.fromEntries(Object.entries(bans).map(([name, ban]) => [name, ruleOf(ban)])),
};
