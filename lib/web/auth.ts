import { AsyncLocalStorage } from "node:async_hooks";
import NextAuth from "next-auth";
import type { NextAuthConfig } from "next-auth";
import { z } from "zod";
import type { Adapter } from "next-auth/adapters";
import { findSession } from "#lib/accounts/queries.ts";
import { isUnverified } from "#lib/accounts/rules/second-factor.ts";
import { now } from "#lib/infra/clock.ts";
import { Role } from "#lib/infra/prisma/enums.ts";
import { environment, isHttps } from "#lib/infra/env.ts";
import { getAgency } from "#lib/settings/queries.ts";

/** Of a browser's cookie; `__Host-` and Secure wherever the configured origin is https (quality.md, "Sessions"). */
export function sessionCookie() {
  const secure = isHttps();
  return {
    name: secure ? "__Host-debrief" : "debrief",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>;
type SessionUser = { id: string; email: string; emailVerified: null; found: FoundSession };

/**
 * next-auth reads sessions, nothing else yet: sign-in by mail is ours (its mail provider redeems by GET, counts no tries
 * and creates people), so no mail provider is registered and nobody can be created through it.
 */
const adapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const found = await findSession(sessionToken, now()).catch(noteTrouble);
    if (!found || found.state !== "live") return null;
    // Asked by our own reading, which tells an unverified session from none; its own endpoint must not answer to one.
    if (!troubles.getStore() && (await isUnverifiedNow(found))) return null;
    const { person, expires } = found;
    const user: SessionUser = { id: person.id, email: person.email, emailVerified: null, found };
    return { session: { sessionToken, userId: person.id, expires }, user };
  },
  // Ending is a command of ours; a session that merely expired keeps its row, for the form that comes late.
  deleteSession: () => undefined,
  updateSession: () => undefined,
  createSession: refuseToWrite,
  createUser: refuseToWrite,
  updateUser: refuseToWrite,
  linkAccount: refuseToWrite,
  getUser: () => null,
  getUserByEmail: () => null,
  getUserByAccount: () => null,
};

/** next-auth takes any trouble of an adapter for "signed out"; a busy database is not that, so it is carried past it. */
const troubles = new AsyncLocalStorage<{ error?: Error }>();

function noteTrouble(error: unknown): null {
  const box = troubles.getStore();
  if (box) box.error = error instanceof Error ? error : new Error("the session could not be read");
  return null;
}

async function isUnverifiedNow({ person, passed }: FoundSession): Promise<boolean> {
  return isUnverified({ role: person.role, passed }, (await getAgency()).policies.staffSecondFactor);
}

function refuseToWrite(): never {
  throw new Error("Sessions and people are written by our own commands.");
}

function config(): NextAuthConfig {
  return {
    adapter,
    secret: environment().AUTH_SECRET,
    trustHost: true,
    session: { strategy: "database", maxAge: 30 * 24 * 3600, updateAge: 30 * 24 * 3600 },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [],
    callbacks: {
      session: ({ user }) => ({ expires: "", ...liveSession((user as unknown as SessionUser).found) }),
    },
  };
}

export const { auth, handlers } = NextAuth(config);

/** What crosses from next-auth to us as JSON: the viewer's own facts, nothing else. */
const liveSessionShape = z.object({
  sessionId: z.uuid().toLowerCase(),
  /** Its second factor was passed. */
  passed: z.boolean(),
  lastSeenAt: z.string().transform((text) => Temporal.Instant.from(text)),
  person: z.object({
    id: z.uuid().toLowerCase(),
    name: z.string(),
    role: z.enum(Role),
    timeZone: z.string(),
    welcomed: z.boolean(),
  }),
});

export type LiveSession = z.output<typeof liveSessionShape>;

function liveSession({ id, passed, lastSeenAt, person }: FoundSession): z.input<typeof liveSessionShape> {
  const { name, role, timeZone, welcomedAt } = person;
  return {
    sessionId: id,
    passed,
    lastSeenAt: lastSeenAt.toString(),
    person: { id: person.id, name, role, timeZone, welcomed: welcomedAt !== null },
  };
}

/** The live session of this request's cookie, or null. One statement. Throws where the database gave no answer. */
export async function readSession(): Promise<LiveSession | null> {
  const box: { error?: Error } = {};
  const read = liveSessionShape.safeParse(await troubles.run(box, () => auth()));
  if (box.error) throw box.error;
  return read.success ? read.data : null;
}
