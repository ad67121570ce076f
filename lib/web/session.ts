import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { findKeptForm, findSession } from "#lib/accounts/queries.ts";
import { isUnverified } from "#lib/accounts/rules/second-factor.ts";
import { seeSession } from "#lib/accounts/commands/sessions.ts";
import { noteLooks } from "#lib/history/commands.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { newId } from "#lib/infra/hash.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { mayEnter, routes } from "#lib/web/access.ts";
import type { Route } from "#lib/web/access.ts";
import { readSession, sessionCookie } from "#lib/web/auth.ts";
import type { FormFor, FormState, FormValues } from "#lib/web/form-state.ts";

type Current = { viewer: Viewer; sessionId: string; welcomed: boolean; isUnverified: boolean };

/** Who is signed in on this request, or null; of staff only who has passed the second factor, where the agency asks for it. */
export async function currentSession(): Promise<Current | null> {
  const session = await anySession();
  return session?.isUnverified ? null : session;
}

/** The session that may do nothing yet but pass the second factor and sign out, or null. */
export async function unverifiedSession(): Promise<Current | null> {
  const session = await anySession();
  return session?.isUnverified ? session : null;
}

/**
 * The session of this request, unverified or not: only for what somebody may do before the second factor. One statement a
 * request, and the agency's; last seen and looks are written after the answer. Throws where the policy cannot be read.
 */
export const anySession = cache(async (): Promise<Current | null> => {
  const session = await readSession();
  if (!session) return null;
  const { person, sessionId, passed, lastSeenAt } = session;
  const { staffSecondFactor } = (await getAgency()).policies;
  const looked = new Set<string>();
  // A link that is only in sight is fetched ahead: nobody has read what it leads to.
  const isAhead = (await headers()).has("next-router-prefetch");
  after(async () => {
    const at = now();
    if (at.since(lastSeenAt).total("seconds") > 60) await seeSession(sessionId, at);
    if (looked.size > 0) await noteLooks(person.id, [...looked], at);
  });
  const viewer = viewerFrom({
    personId: person.id,
    name: person.name,
    role: person.role,
    timeZone: person.timeZone,
    looked: (subjectId) => {
      if (!isAhead) looked.add(subjectId);
    },
  });
  return {
    viewer,
    sessionId,
    welcomed: person.welcomed,
    isUnverified: isUnverified({ role: person.role, passed }, staffSecondFactor),
  };
});

/**
 * The gate of a page: whoever is not signed in, or not verified yet, is sent to do that and comes back; whoever may not enter by the access table
 * sees what a missing page shows; whoever has not confirmed name and zone yet does that first.
 */
export async function gate(route: Exclude<Route, "/api/auth/[...nextauth]">): Promise<Viewer> {
  // The agency too, which the layout asks for anyway: how times are printed is known before the page prints any.
  const [current] = await Promise.all([currentSession(), getAgency()]);
  if (!current) redirect((await wayIn()).to(await requestPath()));
  if (!mayEnter(routes[route], current.viewer.role)) notFound();
  if (!current.welcomed && route !== "/welcome") redirect("/welcome");
  return current.viewer;
}

/** The gate of the second factor's own page: whoever has nothing to do there is sent to sign in, or to where their day starts. */
export async function secondFactorGate(): Promise<Current> {
  const current = await anySession();
  if (!current) redirect((await wayIn()).to(await requestPath()));
  if (!current.isUnverified) redirect("/");
  return current;
}

/** The session of this request and the time of reading, for pages that tell "this device" from others. */
export async function thisSession(): Promise<{ sessionId: string; now: Temporal.Instant }> {
  const current = await currentSession();
  return { sessionId: current?.sessionId ?? "", now: now() };
}

/** Where a signed-in person's day starts. */
export function homeOf(viewer: Pick<Viewer, "role">): string {
  return viewer.role === "candidate" ? "/home" : "/desk";
}

/** Where somebody without a verified session goes, to come back to `next`: to the second factor, of whom it is, or to sign in. */
export async function wayIn() {
  const personId = (await unverifiedSession())?.viewer.personId ?? null;
  const page = personId === null ? "/sign-in" : "/second-factor";
  const to = (next: string | null) =>
    next && next !== "/" ? `${page}?next=${encodeURIComponent(next)}` : page;
  return { personId, to };
}

/** Path and query of this request, as `proxy.ts` wrote it down; our own, never a header of the client's. */
export async function requestPath(): Promise<string | null> {
  return (await headers()).get("x-debrief-path");
}

/** The person of a cookie whose session ran out by itself; null for none, a live one, or one that was ended. */
export async function expiredSession() {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const found = token ? await findSession(token, now()) : null;
  return found?.state === "expired" ? found : null;
}

/** A form as a page shows it first: with a new key, and `values` as they are. */
export function freshForm(values: FormValues = {}): FormState {
  return { key: newId(), values, errors: {}, message: null, refusal: null };
}

/**
 * The same, but filled with what this viewer sent from this page after the session had expired, if the address says that
 * something was kept (`?kept`).
 */
export async function keptForm(
  viewer: Viewer,
  kept: string | string[] | undefined,
  values: FormValues = {},
): Promise<FormState> {
  const path = kept === undefined ? null : await requestPath();
  const found = path && (await findKeptForm(viewer, path.replace(/[?&]kept=[^&]*/, ""), now()));
  if (!found || typeof found.values !== "object" || found.values === null) return freshForm(values);
  return {
    ...freshForm({ ...values, ...(found.values as FormValues) }),
    message: "You had typed this before your session ended. It is not saved yet.",
  };
}

/** For a page with several forms: every one fresh with a key of its own, but the one that was kept is filled. */
export async function keptForms(viewer: Viewer, kept: string | string[] | undefined): Promise<FormFor> {
  const found = await keptForm(viewer, kept);
  return (action, hidden = {}) => {
    const isKept =
      found.values["form"] === action &&
      Object.entries(hidden).every(([name, value]) => found.values[name] === value);
    return isKept ? { ...found, key: newId() } : freshForm();
  };
}
