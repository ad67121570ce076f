import { allFeatures, features, floors, lenses, offices } from "./scripts/lint/rooms.ts";

const any = (names) => `(?:${names.join("|")})`;
const anyFeature = any(allFeatures);

/** A floor is a file of that name, or a folder of that name. */
const floor = (...names) => `^lib/${anyFeature}/${any(names)}(?:\\.tsx?$|/)`;
const pack = (...names) => `(?:^|/node_modules/|^node_modules/)${any(names)}(?:/|$)`;

/** What the tables below speak of, as paths. */
const places = {
  ...Object.fromEntries(floors.map((name) => [name, floor(name)])),
  core: "^lib/core/",
  clock: "^lib/infra/clock\\.ts$",
  database: "^lib/infra/(?:db(?:\\.ts$|/)|prisma/)",
  enums: "^lib/infra/prisma/enums\\.ts$",
  calendar: "^lib/infra/calendar(?:\\.ts$|/)",
  // Zod shapes of form fields that several features share; core imports nothing, so they live in infra.
  formSchema: "^lib/infra/(?:form|text)-schema\\.ts$",
  infra: "^lib/infra/",
  infraToRead: "^lib/infra/(?!transact|locks|queue|smtp)",
  prisma: "^lib/infra/prisma/",
  web: "^lib/web/",
  formState: "^lib/web/form-state\\.ts$",
  browser: "^lib/browser/",
  jobs: "^lib/jobs/",
  // What admins see of mails: the bodies that jobs send, with made-up facts.
  previews: "^lib/jobs/preview\\.ts$",
  mailFeature: "^lib/mail/",
  ground: `^lib/${any(["history", "mail", "settings", "accounts"])}/`,
  ui: "^components/ui/",
  components: "^components/",
  page: "^app/(?!.*/route\\.ts$)",
  route: "^app/.*/route\\.ts$",
  app: "^app/",
  zod: pack("zod"),
  react: pack("react", "@react-email", "react-email"),
  next: pack("next"),
  nextAuth: pack("next-auth", "@auth"),
  smtp: pack("nodemailer"),
  // A resolved package, or a built-in module of Node: neither has a path inside the house.
  packages: "(?:^|/)node_modules/|^(?:node:)?[@a-z][^.]*$",
};

const paths = (names) => names.map((name) => places[name]);
const onlyTypes = ["type-only", "type-import"];

/**
 * Who may import what; nothing else. `code` may be imported as it likes, `types` with `import type` only.
 * Unions from Prisma's generated enums are allowed everywhere as types; rules and schemas may use their values,
 * which are plain constants. A policy may import Prisma's types (where clauses), never its client.
 */
const mayImport = {
  core: { code: ["core"], types: ["enums"] },
  infra: { code: ["core", "infra", "packages"] },
  web: { code: ["core", "infra", "web", "ground", "packages"] },
  browser: { code: ["core", "words", "browser", "packages"], types: ["enums"] },
  jobs: {
    code: ["core", "infra", "jobs", "mailFeature", "words", "rules", "mail", "queries", "sweeps", "packages"],
  },
  words: { code: ["words"], types: ["core", "enums"] },
  schema: { code: ["core", "words", "rules", "schema", "enums", "zod", "formSchema"] },
  rules: { code: ["core", "words", "rules", "enums"], types: ["schema"] },
  policy: { code: ["core", "words", "rules", "policy", "enums"], types: ["prisma", "database"] },
  mail: { code: ["core", "words", "rules", "mail", "react"], types: ["enums", "calendar"] },
  queries: {
    code: ["core", "words", "rules", "policy", "queries", "infraToRead", "packages"],
    types: ["schema", "infra"],
  },
  commands: {
    code: ["core", "words", "schema", "rules", "policy", "queries", "commands", "infra", "packages"],
  },
  sweeps: {
    code: ["core", "words", "rules", "policy", "queries", "commands", "sweeps", "infra", "packages"],
  },
  actions: {
    code: ["core", "words", "schema", "queries", "commands", "actions", "web", "packages"],
    types: ["rules", "enums"],
  },
  ui: { code: ["core", "browser", "ui", "packages"], types: ["formState"] },
  components: {
    code: ["core", "words", "rules", "actions", "browser", "formState", "components", "packages"],
    types: ["queries", "previews", "enums"],
  },
  page: {
    code: [
      "app",
      "components",
      "core",
      "clock",
      "web",
      "browser",
      "words",
      "schema",
      "rules",
      "queries",
      "actions",
      "previews",
      "packages",
    ],
    types: ["enums"],
  },
  route: {
    code: [
      "app",
      "components",
      "core",
      "infra",
      "web",
      "words",
      "schema",
      "rules",
      "queries",
      "commands",
      "actions",
      "previews",
      "packages",
    ],
  },
};

const whoMayImportWhat = Object.entries(mayImport).flatMap(([name, { code, types = [] }]) => {
  const from = { path: places[name], ...(name === "components" && { pathNot: places.ui }) };
  return [
    {
      name: `${name}-imports`,
      from,
      to: { pathNot: paths(code), dependencyTypesNot: onlyTypes },
    },
    {
      name: `${name}-imports-types`,
      from,
      to: { pathNot: paths([...code, ...types]), dependencyTypes: onlyTypes },
    },
  ];
});

const lowToHigh = [...features, ...offices];

/** Nothing imports a feature that stands above it. */
const featureOrder = lowToHigh.slice(0, -1).map((name, index) => ({
  name: `order-${name}`,
  from: { path: `^lib/${name}/` },
  to: { path: `^lib/${any(lowToHigh.slice(index + 1))}/` },
}));

/** Where a thing lives: nobody outside `homes` imports it. */
const livesIn = (name, what, homes) => ({
  name,
  from: { path: "^(?:lib|components|app|[^/]+$)", pathNot: homes },
  to: { path: what },
});

const homes = [
  livesIn("next-lives-in-web", places.next, [
    ...paths(["web", "actions", "components", "app"]),
    "^(?:proxy|instrumentation|instrumentation-client|next\\.config|next-env\\.d)\\.ts$",
  ]),
  livesIn("next-auth-lives-in-web", places.nextAuth, paths(["web"])),
  livesIn("smtp-lives-in-infra", places.smtp, paths(["infra"])),
  // In queries it is React's cache alone: one read for a request, whoever asks.
  livesIn(
    "react-is-for-rendering",
    places.react,
    paths(["web", "queries", "mail", "components", "app", "jobs"]),
  ),
  livesIn("zod-is-for-input", places.zod, paths(["schema", "infra", "web"])),
  livesIn("only-pages-import-lenses", `^lib/${any(lenses)}/`, [
    `^lib/${any(lenses)}/`,
    ...paths(["app", "components"]),
  ]),
  livesIn("jobs-are-started-from-outside", "^lib/jobs/(?!preview\\.ts$)", [
    "^lib/jobs/",
    "^instrumentation\\.ts$",
  ]),
  {
    ...livesIn("prisma-client-lives-in-data", places.database, [
      ...paths(["infra", "queries", "commands", "sweeps"]),
      // The facts of mails: read at the moment of sending, as the recipient.
      "^lib/jobs/mails/",
    ]),
    to: { path: places.database, pathNot: places.enums, dependencyTypesNot: onlyTypes },
  },
  {
    name: "a-lens-imports-no-lens",
    from: { path: `^lib/(${lenses.join("|")})/` },
    to: { path: `^lib/${any(lenses)}/`, pathNot: "^lib/$1/" },
  },
  {
    name: "commands-enqueue-and-do-not-send",
    from: { path: paths(["commands", "sweeps", "queries"]) },
    to: { path: "^lib/infra/smtp" },
  },
  {
    name: "routes-touch-no-database",
    from: { path: places.route },
    to: { path: [places.database, "^lib/infra/transact"], dependencyTypesNot: onlyTypes },
  },
  {
    name: "nothing-imports-its-tests",
    from: { path: "^(?:lib|components|app)/" },
    to: { path: "^(?:tests|e2e|scripts|prisma)/" },
  },
];

const knots = [
  {
    name: "no-cycle",
    from: { pathNot: "^lib/infra/prisma/" },
    to: { circular: true },
  },
];

export default {
  forbidden: [...whoMayImportWhat, ...featureOrder, ...homes, ...knots].map((rule) => ({
    severity: "error",
    ...rule,
  })),
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    exclude: {
      path: "(?:^|/)(?:\\.next[^/]*|\\.data|\\.git|test-results|playwright-report|screens|coverage)/",
    },
    doNotFollow: { path: ["(?:^|/)node_modules/", "^lib/infra/prisma/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
