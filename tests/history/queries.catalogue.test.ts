import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { accountLimits } from "#lib/accounts/words.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { interviewLimits } from "#lib/interviews/words.ts";
import { mockLimits, talkLimits } from "#lib/mocks/words.ts";
import { busyLimits } from "#lib/mocks/words/busy.ts";
import { causeLimits } from "#lib/causes/words/settings.ts";
import { helpLimits } from "#lib/people/words/help.ts";
import { planLimits } from "#lib/plan/words.ts";
import { limits } from "#lib/post-mortems/words/form.ts";
import { reviewLimits } from "#lib/reviews/words.ts";
import { agencyLimits } from "#lib/settings/words.ts";
import { workshopLimits } from "#lib/workshops/words/staff.ts";

const SCHEMA = join(import.meta.dirname, "../../prisma/schema");

/** The tables that Prisma's schema declares, read from it. */
const schema = readdirSync(SCHEMA)
  .map((file) => readFileSync(join(SCHEMA, file), "utf8"))
  .join("\n");
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => ({
  name,
  table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
  lines: body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(?:\/\/|@@)/.test(line)),
}));
const names = new Set(models.map(({ name }) => name));
const enums = new Map(
  [...schema.matchAll(/^enum (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => {
    const values = body
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => /^\w+$/.test(line));
    return [name, { type: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, values }];
  }),
);

/** Prisma's scalar types as PostgreSQL prints them, where the schema names no type of the database. */
const plain: Readonly<Record<string, string>> = {
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  Json: "jsonb",
  String: "text",
  DateTime: "timestamp(3) without time zone",
};
const native: readonly (readonly [RegExp, (size: string) => string])[] = [
  [/@db\.VarChar\((\d+)\)/, (size) => `character varying(${size})`],
  [/@db\.Char\((\d+)\)/, (size) => `character(${size})`],
  [/@db\.Timestamptz\((\d)\)/, (size) => `timestamp(${size}) with time zone`],
  [/@db\.Date\b()/, () => "date"],
  [/@db\.Uuid\b()/, () => "uuid"],
];

/** A column of a model's line as the catalogue should print it; null for a relation. */
function columnOf(table: string, line: string): string | null {
  const [field = "", type = ""] = line.split(/\s+/);
  const base = type.replace(/[?[\]]/g, "");
  if (names.has(base)) return null;
  const [, print] = native.find(([pattern]) => pattern.test(line)) ?? [];
  const size = native.map(([pattern]) => pattern.exec(line)?.[1]).find((found) => found !== undefined) ?? "";
  const printed = print?.(size) ?? enums.get(base)?.type ?? plain[base] ?? base;
  const isList = type.endsWith("[]");
  const column = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field;
  return `${table}.${column} ${printed}${isList ? "[]" : ""}${type.endsWith("?") || isList ? "" : " not null"}`;
}

type Column = { table: string; column: string; type: string; required: boolean };

/** Every column of our own tables; those of the job queue and of the migrations are not ours. */
function catalogue() {
  return db().$queryRaw<Column[]>`
    SELECT c.relname::text AS "table", a.attname::text AS "column", format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'`;
}

test("the migrated tables are those of the schema, column by column", async () => {
  const declared = models.flatMap(({ table, lines }) => lines.flatMap((line) => columnOf(table, line) ?? []));
  const there = await catalogue();
  // A list is never absent for Prisma, whatever the column allows.
  const printed = there.map(
    ({ table, column, type, required }) =>
      `${table}.${column} ${type}${required && !type.endsWith("[]") ? " not null" : ""}`,
  );
  expect(printed.toSorted()).toEqual(declared.toSorted());
});

test("the values of every enum are those of the schema, in order", async () => {
  const rows = await db().$queryRaw<{ name: string; values: string[] }[]>`
    SELECT t.typname::text AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS values
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;
  const there = rows
    .map(({ name, values }) => ({ type: name, values }))
    .toSorted((a, b) => a.type.localeCompare(b.type));
  expect(there).toEqual([...enums.values()].toSorted((a, b) => a.type.localeCompare(b.type)));
});

test("every time is an instant or a date, and every text has a maximum (I21)", async () => {
  const there = await catalogue();
  const wrong = there.filter(({ type }) =>
    /without time zone|^text|^character varying$|^time\b|^bpchar$/.test(type),
  );
  expect(wrong).toEqual([]);
});

/** The index may hold the columns of a composite key in any order, but no other column before them. */
test("every foreign key has an index that begins with its columns (I21)", async () => {
  const bare = await db().$queryRaw<{ name: string }[]>`
    SELECT f.conname::text AS name FROM pg_constraint f
    WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND NOT EXISTS (
      SELECT 1 FROM pg_index i WHERE i.indrelid = f.conrelid AND i.indpred IS NULL
      AND (SELECT array_agg(key ORDER BY key) FROM unnest((string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(f.conkey)]) AS key)
        = (SELECT array_agg(key ORDER BY key) FROM unnest(f.conkey) AS key))`;
  expect(bare).toEqual([]);
});

test("every relation states what happens to it when the other side goes (I21)", () => {
  const relations = models.flatMap(({ name, lines }) =>
    lines.filter((line) => line.includes("fields:")).map((line) => `${name}: ${line}`),
  );
  expect(relations.length).toBeGreaterThan(40);
  expect(relations.filter((line) => !line.includes("onDelete:"))).toEqual([]);
});

/** Texts that nobody types into a form of ours, so that no words say how long they may be; and what bounds each. */
const notTyped: Readonly<Record<string, string>> = {
  "busy_calendars.sealed_address": "an address of at most 2,000 characters, encrypted",
  "busy_calendars.etag": "kept if it is not longer",
  "busy_calendars.problem": "a code",
  "busy_times.time_zone": "a name of the zone data",
  "hours_overrides.start_time": "a wall time",
  "hours_overrides.end_time": "a wall time",
  "people.time_zone": "a name of the zone data, chosen from a list",
  "interviews.time_zone": "a name of the zone data, taken from the person",
  "agency.locale": "one of a closed list",
  "agency.accent": "one of a closed list",
  "agency.quiet_from": "a wall time",
  "agency.quiet_until": "a wall time",
  "setting_changes.code": "a code",
  "setting_changes.before": "longer than any setting",
  "setting_changes.after": "longer than any setting",
  "demo_people.line": "written by the demo",
  "sign_in_requests.next_path": "an address of ours, cut by ownPath",
  "kept_forms.path": "an address of ours",
  "sign_in_sessions.device": "a browser and a system, named by us",
  "rate_limits.key": "made by us",
  "events.kind": "a code",
  "mails.kind": "a code",
  "mails.reason": "a code",
  "post_mortem_answers.field": "a code",
  "cause_actions.code": "a code",
  "plan_actions.code": "a code",
  "workshop_sessions.time_zone": "a name of the zone data, chosen from a list",
  "weekly_hours.start_time": "a wall time, printed by us from what was typed",
  "weekly_hours.end_time": "a wall time, printed by us from what was typed",
  "second_factors.sealed_secret": "sealed by us",
  "second_factors.unseen_codes": "sealed by us",
  "contacts.name": "no form of ours writes contacts yet",
  "contacts.phone": "no form of ours writes contacts yet",
  "contacts.email": "no form of ours writes contacts yet",
};

test("a text is as long in the database as its words say (I21)", async () => {
  const there = await catalogue();
  const size = (table: string, column: string) =>
    there.find((one) => one.table === table && one.column === column)?.type;
  const said: readonly (readonly [table: string, column: string, limit: number])[] = [
    ["people", "name", accountLimits.name],
    ["people", "email", accountLimits.email],
    ["employers", "name", interviewLimits.employer],
    ["employers", "name_key", interviewLimits.employer],
    ["applications", "job_title", interviewLimits.jobTitle],
    ["agency", "name", agencyLimits.name],
    ["agency", "help_line", agencyLimits.helpLine],
    ["agency", "sender_name", agencyLimits.senderName],
    ["agency", "reply_to", agencyLimits.replyTo],
    ["agency", "time_zone", agencyLimits.timeZone],
    ["availability_settings", "place", mockLimits.place],
    ["busy_calendars", "name", busyLimits.name],
    ["mocks", "place", mockLimits.place],
    ["mocks", "focus", mockLimits.focus],
    ["post_mortem_answers", "value", limits.value],
    ["asked_questions", "text", limits.question],
    ["asked_questions", "bank_id", limits.bankId],
    ["post_mortems", "surprise", limits.surprise],
    ["post_mortems", "worked_well", limits.workedWell],
    ["post_mortems", "feedback_words", limits.feedbackWords],
    ["post_mortems", "feedback_from", limits.feedbackFrom],
    ["post_mortems", "keep_line", limits.keepLine],
    ["plan_actions", "text", planLimits.text],
    ["plan_actions", "why", planLimits.why],
    ["causes", "name", causeLimits.name],
    ["causes", "line", causeLimits.line],
    ["causes", "promise_if", causeLimits.promise],
    ["causes", "promise_then", causeLimits.promise],
    ["causes", "promise_or", causeLimits.promise],
    ["causes", "recognise", causeLimits.recognise],
    ["causes", "helps", causeLimits.helps],
    ["causes", "exercise", causeLimits.exercise],
    ["cause_actions", "text", causeLimits.action],
    ["promises", "if_text", limits.promise],
    ["promises", "then_text", limits.promise],
    ["coaching_notes", "body", reviewLimits.note],
    ["note_replies", "body", reviewLimits.answer],
    ["internal_notes", "body", reviewLimits.internalNote],
    ["workshops", "title", workshopLimits.title],
    ["workshops", "about", workshopLimits.about],
    ["workshops", "elsewhere_link", workshopLimits.link],
    ["workshops", "materials", workshopLimits.materials],
    ["workshops", "cancelled_why", workshopLimits.why],
    ["workshop_sessions", "cancelled_why", workshopLimits.why],
    ["workshop_sessions", "area", workshopLimits.area],
    ["workshop_sessions", "place", workshopLimits.place],
    ["workshop_sessions", "facilitator", workshopLimits.facilitator],
    ["session_changes", "before", workshopLimits.place],
    ["session_changes", "after", workshopLimits.place],
    ["seats", "walk_in_name", workshopLimits.walkInName],
    ["seats", "placed_reason", workshopLimits.placedReason],
    ["help_requests", "happened", helpLimits.happened],
    ["help_requests", "answer", helpLimits.answer],
    ["informational_interviews", "whom", talkLimits.whom],
    ["informational_interviews", "learned", talkLimits.learned],
    ["informational_interviews", "ask_next", talkLimits.askNext],
  ];
  for (const [table, column, limit] of said)
    expect(`${table}.${column} ${size(table, column)}`).toBe(
      `${table}.${column} character varying(${limit})`,
    );
  // A column that nobody thought of is in neither list.
  const texts = there.filter(({ type }) => type.startsWith("character varying"));
  expect(texts.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
    [...said.map(([table, column]) => `${table}.${column}`), ...Object.keys(notTyped)].toSorted(),
  );
});
