import type { Route } from "#lib/web/access.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { makeHelpRequest } from "../../prisma/seed/help-factories.ts";
import type { Actor } from "../../tests/support/cast.ts";
import {
  draft,
  finished,
  heardBack,
  list,
  mock,
  seatOffer,
  workshopSession,
} from "../../tests/accounts/things.ts";
import { fair } from "../../tests/accounts/workshop-doors.ts";
import type { Company } from "./database.ts";

/** What the addresses of the owner's things are made of. */
export type Things = Record<
  | "interview"
  | "draft"
  | "heard"
  | "postMortem"
  | "mock"
  | "candidate"
  | "person"
  | "request"
  | "helpRequest"
  | "workshopSession"
  | "seatOffer"
  | "workshop"
  | "fair"
  | "list"
  | "feed",
  string
>;

const candidates = ["owner", "otherCandidate"] as const;
const staff = ["assigned", "otherCounselor", "admin"] as const;
const everybody = [...candidates, ...staff];
const family = ["owner", "assigned", "admin"] as const;

/** One row a route: its address about something of the owner's, and who gets in. */
export const rows: Record<
  Exclude<Route, "/_not-found">,
  { at: (things: Things) => string; may: readonly Actor[] | "everyone" }
> = {
  "/": { at: () => "/", may: "everyone" },
  "/sign-in": { at: () => "/sign-in", may: "everyone" },
  "/sign-in/[request]": { at: ({ request }) => `/sign-in/${request}`, may: "everyone" },
  "/invitations/[person]": { at: ({ person }) => `/invitations/${person}`, may: "everyone" },
  "/help": { at: () => "/help", may: "everyone" },
  // A link that works is told from one that does not by its secret alone, which no test knows (e2e/help.spec.ts reads mails).
  "/help/[request]/[token]": { at: ({ helpRequest }) => `/help/${helpRequest}/x`, may: "everyone" },
  "/desk/help/[request]": { at: ({ helpRequest }) => `/desk/help/${helpRequest}`, may: staff },
  "/api/auth/[...nextauth]": { at: () => "/api/auth/session", may: "everyone" },
  "/api/health/live": { at: () => "/api/health/live", may: "everyone" },
  "/api/health/ready": { at: () => "/api/health/ready", may: "everyone" },
  "/second-factor": { at: () => "/second-factor", may: "everyone" },
  "/second-factor/codes": { at: () => "/second-factor/codes", may: staff },
  "/you/second-factor": { at: () => "/you/second-factor", may: [] },
  "/welcome": { at: () => "/welcome", may: everybody },
  "/home": { at: () => "/home", may: candidates },
  "/you": { at: () => "/you", may: everybody },
  "/people": { at: () => "/people", may: ["admin"] },
  "/people/import": { at: () => "/people/import", may: ["admin"] },
  "/people/import/[import]": { at: ({ list }) => `/people/import/${list}`, may: ["admin"] },
  "/people/import/[import]/bad-rows": { at: ({ list }) => `/people/import/${list}/bad-rows`, may: ["admin"] },
  "/people/[person]": { at: ({ person }) => `/people/${person}`, may: ["admin"] },
  "/people/[person]/deactivate": { at: ({ person }) => `/people/${person}/deactivate`, may: ["admin"] },
  "/you/sharing": { at: () => "/you/sharing", may: candidates },
  "/people/invite": { at: () => "/people/invite", may: ["admin"] },
  "/people/[person]/address": { at: ({ person }) => `/people/${person}/address`, may: ["admin"] },
  "/reports": { at: () => "/reports", may: ["admin"] },
  "/api/calendar/[token]": { at: ({ feed }) => `/api/calendar/${feed}.ics`, may: "everyone" },
  "/candidates/invite": { at: () => "/candidates/invite", may: staff },
  "/desk": { at: () => "/desk", may: staff },
  "/desk/post-mortems/[postMortem]": {
    at: ({ postMortem }) => `/desk/post-mortems/${postMortem}`,
    may: ["assigned"],
  },
  "/candidates": { at: () => "/candidates", may: staff },
  "/candidates/[candidate]": {
    at: ({ candidate }) => `/candidates/${candidate}`,
    may: ["assigned", "admin"],
  },
  "/candidates/[candidate]/interviews/new": {
    at: ({ candidate }) => `/candidates/${candidate}/interviews/new`,
    may: ["assigned", "admin"],
  },
  "/log": { at: () => "/log", may: staff },
  "/interviews": { at: () => "/interviews", may: candidates },
  "/interviews/new": { at: () => "/interviews/new", may: candidates },
  "/interviews/[interview]": { at: ({ interview }) => `/interviews/${interview}`, may: family },
  "/interviews/[interview]/outcome": {
    at: ({ interview }) => `/interviews/${interview}/outcome`,
    may: family,
  },
  "/interviews/[interview]/correct": {
    at: ({ interview }) => `/interviews/${interview}/correct`,
    may: family,
  },
  "/interviews/[interview]/post-mortem": {
    at: ({ draft }) => `/interviews/${draft}/post-mortem`,
    may: family,
  },
  "/api/post-mortems/[postMortem]/answers": {
    at: ({ draft }) => `/api/post-mortems/${draft}/answers`,
    may: [],
  },
  "/practice": { at: () => "/practice", may: candidates },
  "/practice/mocks/new": { at: () => "/practice/mocks/new", may: candidates },
  "/practice/mocks/[mock]": { at: ({ mock }) => `/practice/mocks/${mock}`, may: ["owner"] },
  "/practice/mocks/[mock]/move": { at: ({ mock }) => `/practice/mocks/${mock}/move`, may: ["owner"] },
  "/practice/workshops": { at: () => "/practice/workshops", may: candidates },
  "/practice/workshops/[session]": {
    at: ({ workshopSession }) => `/practice/workshops/${workshopSession}`,
    may: candidates,
  },
  "/practice/workshops/offers/[offer]": {
    at: ({ seatOffer }) => `/practice/workshops/offers/${seatOffer}`,
    may: ["owner"],
  },
  "/practice/guides": { at: () => "/practice/guides", may: everybody },
  "/practice/guides/[cause]": { at: () => "/practice/guides/no-answer", may: everybody },
  "/settings": { at: () => "/settings", may: ["admin"] },
  "/settings/agency": { at: () => "/settings/agency", may: ["admin"] },
  "/settings/policies": { at: () => "/settings/policies", may: ["admin"] },
  "/settings/mails": { at: () => "/settings/mails", may: ["admin"] },
  "/settings/mails/[kind]": { at: () => "/settings/mails/note.shared", may: ["admin"] },
  "/api/mail-previews/[kind]": { at: () => "/api/mail-previews/note.shared", may: ["admin"] },
  "/settings/history": { at: () => "/settings/history", may: ["admin"] },
  "/settings/causes": { at: () => "/settings/causes", may: ["admin"] },
  "/settings/causes/[cause]": { at: () => "/settings/causes/no-answer", may: ["admin"] },
  "/you/progress": { at: () => "/you/progress", may: candidates },
  "/interviews/[interview]/heard-back": {
    at: ({ heard }) => `/interviews/${heard}/heard-back`,
    may: ["owner"],
  },
  "/calendar": { at: () => "/calendar", may: staff },
  "/calendar/hours": { at: () => "/calendar/hours", may: staff },
  "/calendar/busy": { at: () => "/calendar/busy", may: staff },
  "/calendar/off": { at: () => "/calendar/off?startsOn=2040-05-07", may: staff },
  "/calendar/book": {
    at: ({ candidate }) => `/calendar/book?candidate=${candidate}`,
    may: ["assigned", "admin"],
  },
  "/calendar/mocks/[mock]": { at: ({ mock }) => `/calendar/mocks/${mock}`, may: ["assigned", "admin"] },
  "/calendar/mocks/[mock]/move": {
    at: ({ mock }) => `/calendar/mocks/${mock}/move`,
    may: ["assigned", "admin"],
  },
  "/practice/workshops/[session]/talks": {
    at: ({ fair: held }) => `/practice/workshops/${held}/talks`,
    may: ["owner"],
  },
  "/workshops": { at: () => "/workshops", may: staff },
  "/workshops/new": { at: () => "/workshops/new", may: ["admin"] },
  "/workshops/[workshop]": { at: ({ workshop }) => `/workshops/${workshop}`, may: staff },
  "/workshops/[workshop]/change": { at: ({ workshop }) => `/workshops/${workshop}/change`, may: ["admin"] },
  "/workshops/[workshop]/add": { at: ({ workshop }) => `/workshops/${workshop}/add`, may: ["admin"] },
  "/workshops/sessions/[session]": {
    at: ({ workshopSession }) => `/workshops/sessions/${workshopSession}`,
    may: staff,
  },
  "/workshops/sessions/[session]/change": {
    at: ({ workshopSession }) => `/workshops/sessions/${workshopSession}/change`,
    may: ["admin"],
  },
};

export async function thingsOf(company: Company): Promise<Things> {
  const written = await finished(company);
  const heard = await heardBack(company);
  const begun = await draft(company);
  const booked = await mock(company);
  const offered = await seatOffer(company);
  const published = await workshopSession(company);
  const asked = await makeHelpRequest(company.db, company.now);
  const { id: owner } = company.cast.owner;
  const feed = sha256(newId()).slice(0, 43);
  const of = { id: newId(), personId: owner, tokenHash: sha256(feed), madeAt: dateOf(company.now) };
  await company.db.calendarFeed.upsert({ where: { personId: owner }, create: of, update: of });
  return {
    interview: written.interviewId,
    draft: begun.interviewId,
    heard: heard.interviewId,
    postMortem: written.id,
    mock: booked.id,
    candidate: owner,
    person: owner,
    request: newId(),
    helpRequest: asked.id,
    list: (await list(company)).id,
    workshopSession: published.id,
    seatOffer: offered.id,
    workshop: published.workshopId,
    fair: (await fair(company)).id,
    feed,
  };
}

export function missingThings(): Things {
  return {
    interview: newId(),
    draft: newId(),
    heard: newId(),
    postMortem: newId(),
    mock: newId(),
    candidate: newId(),
    person: newId(),
    request: newId(),
    helpRequest: newId(),
    list: newId(),
    workshopSession: newId(),
    seatOffer: newId(),
    workshop: newId(),
    fair: newId(),
    feed: sha256(newId()).slice(0, 43),
  };
}
