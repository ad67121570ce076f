import type { Company } from "./database.ts";
import type { Canary } from "./marks.ts";

/**
 * The texts of the database in which no marker is planted, each with why nothing in it is private. Whatever column is neither
 * planted nor here was forgotten.
 */
export const notPrivate: Readonly<Record<string, string>> = {
  "agency.name": "stands on the sign-in page",
  "agency.help_line": "stands on pages for everybody",
  "agency.time_zone": "the agency's own",
  "agency.sender_name": "stands in every mail",
  "agency.reply_to": "stands in every mail",
  "agency.locale": "one of a closed list",
  "agency.accent": "one of a closed list",
  "agency.quiet_from": "a time of day",
  "agency.quiet_until": "a time of day",
  "setting_changes.code": "a code",
  "setting_changes.before": "a setting, which everybody sees at work; no person's",
  "setting_changes.after": "a setting, which everybody sees at work; no person's",
  "asked_questions.bank_id": "a code of our own list of questions",
  "calendar_feeds.token_hash": "a hash, of which no address can be made",
  "cause_actions.code": "a code",
  "cause_actions.text": "part of the taxonomy, which everybody may read",
  "causes.exercise": "part of the taxonomy, which everybody may read",
  "causes.helps": "part of the taxonomy, which everybody may read",
  "causes.line": "part of the taxonomy, which everybody may read",
  "causes.name": "part of the taxonomy, which everybody may read",
  "causes.promise_if": "part of the taxonomy, which everybody may read",
  "causes.promise_or": "part of the taxonomy, which everybody may read",
  "causes.promise_then": "part of the taxonomy, which everybody may read",
  "causes.recognise": "part of the taxonomy, which everybody may read",
  "plan_actions.code": "a code of the taxonomy",
  "demo_people.line": "stands on the sign-in page of the demo",
  "events.kind": "a code",
  "events.request_hash": "tells a repeated form from another, and nothing of what was sent",
  "interviews.time_zone": "a name of the zone data",
  "kept_forms.path": "an address of ours, with ids at most",
  "mails.kind": "a code",
  "mails.reason": "a code",
  "people_import_rows.remarks": "codes and names of columns",
  "people.time_zone": "a name of the zone data",
  "post_mortem_answers.field": "a code",
  "rate_limits.key": "a limit with an id, a network or the hash of an address; no page and no query reads it",
  "recovery_codes.code_hash": "a hash",
  "second_factors.sealed_secret": "encrypted; no page and no query but one's own setup reads it",
  "second_factors.unseen_codes": "encrypted; shown to their person once",
  "sign_in_requests.next_path": "an address of ours, with ids at most",
  "workshops.title": "stands in every candidate's list",
  "workshops.about": "stands on a page for every candidate",
  "workshops.elsewhere_link": "stands on a page for every candidate",
  "workshops.cancelled_why": "told to everybody who had a seat or waited",
  "workshop_sessions.cancelled_why": "told to everybody who had a seat or waited",
  "workshop_sessions.area": "stands in every candidate's list",
  "workshop_sessions.facilitator": "stands on a page for every candidate",
  "workshop_sessions.time_zone": "a name of the zone data",
  "busy_calendars.name": "what its person calls it; no query but their own reads it",
  "busy_calendars.sealed_address": "encrypted; no page reads it",
  "busy_calendars.etag": "says nothing of what stands there; no page reads it",
  "busy_calendars.problem": "a code",
  "busy_times.time_zone": "a name of the zone data",
  "hours_overrides.start_time": "shown to whoever may book",
  "hours_overrides.end_time": "shown to whoever may book",
  "weekly_hours.start_time": "shown to whoever may book",
  "weekly_hours.end_time": "shown to whoever may book",
};

/** Every column that can hold a text and holds none of these markers. */
export async function columnsWithout({ db }: Company, canaries: readonly Canary[]): Promise<string[]> {
  const patterns = canaries.map(({ marker }) => `%${marker}%`);
  // The tables' names are not known here: the database writes a query for each of its columns, and answers it in XML.
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname || '.' || a.attname AS name
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname <> '_prisma_migrations'
      AND a.atttypid IN ('varchar'::regtype, 'bpchar'::regtype, 'text'::regtype, 'jsonb'::regtype, 'json'::regtype)
      AND query_to_xml(
        format('SELECT 1 AS planted FROM %I WHERE %I::text LIKE ANY (%L::text[]) LIMIT 1', c.relname, a.attname, ${patterns}::text[]),
        false, true, '')::text NOT LIKE '%<planted>%'`;
  return columns.map(({ name }) => name).toSorted();
}
