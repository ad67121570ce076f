import { openStage } from "../../scripts/services/stage.ts";

/** Once before the journeys. Their workers find the addresses in the environment. */
export default async function openForJourneys(): Promise<() => Promise<void>> {
  const stage = await openStage();
  process.env["PORTAL_URL"] = stage.portal;
  process.env["MAILBOX_URL"] = stage.mailbox;
  process.env["DATABASE_URL"] = stage.databaseUrl;
  return () => stage.stop();
}
