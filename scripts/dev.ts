// npm run dev: the demo's database and mailbox, and the portal from its sources, with reload. --fresh drops the data.
import path from "node:path";

import { DATA, startDemoServices } from "./services/demo-services.ts";
import { startPortal } from "./services/portal.ts";
import { endAll, endWhenTold, isEnding } from "./services/processes.ts";

endWhenTold(0);

try {
  const { settings, port, mailbox } = await startDemoServices(process.argv.includes("--fresh"), console.log);
  const portal = await startPortal({ build: "dev", port, env: settings, log: path.join(DATA, "portal.log") });
  console.log(`\n  Portal    ${portal.url}${mailbox ? `\n  Mailbox   ${mailbox}` : ""}\n`);
  await portal.child.ended;
  if (!isEnding()) throw new Error("The portal has ended by itself.");
} catch (error) {
  if (!isEnding()) {
    console.error(error instanceof Error ? error.message : error);
    await endAll();
    process.exit(1);
  }
}
