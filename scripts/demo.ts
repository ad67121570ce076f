// npm run demo: the whole of Debrief with one command. --fresh drops the data of earlier runs.
import path from "node:path";

import { DATA, startDemoServices } from "./services/demo-services.ts";
import { buildPortal, endOfFile, startPortal } from "./services/portal.ts";
import { endAll, endWhenTold, isEnding } from "./services/processes.ts";

const BUILD = ".next-demo";
const buildLog = path.join(DATA, "build.log");
const portalLog = path.join(DATA, "portal.log");

endWhenTold(0);

try {
  const { settings, port, mailbox } = await startDemoServices(process.argv.includes("--fresh"), console.log);
  if (!(await buildPortal(BUILD, buildLog, console.log)))
    throw new Error(`The build did not succeed:\n${endOfFile(buildLog)}`);
  const portal = await startPortal({ build: BUILD, port, env: settings, log: portalLog });
  console.log(`
Debrief is ready.

  Portal    ${portal.url}
${mailbox ? `  Mailbox   ${mailbox}\n` : ""}
Each role is one click from the sign-in page. Ctrl-C ends everything and keeps the data;
npm run demo -- --fresh begins anew. What the portal prints is in ${path.relative(".", portalLog)}.`);
  await portal.child.ended;
  if (!isEnding()) throw new Error(`The portal has ended by itself:\n${endOfFile(portalLog)}`);
} catch (error) {
  if (!isEnding()) {
    console.error(error instanceof Error ? error.message : error);
    await endAll();
    process.exit(1);
  }
}
