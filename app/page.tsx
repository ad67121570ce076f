import { redirect } from "next/navigation";
import { currentSession, homeOf, wayIn } from "#lib/web/session.ts";

/** Nothing stands at the root: everybody goes to where their day starts. */
export default async function RootPage() {
  const current = await currentSession();
  if (!current) redirect((await wayIn()).to(null));
  redirect(current.welcomed ? homeOf(current.viewer) : "/welcome");
}
