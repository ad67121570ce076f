// npm run check: what is worth knowing before a commit, in under a minute.
import { endWhenTold } from "./services/processes.ts";
import { CHECKS, runTool } from "./services/stages.ts";

endWhenTold(130);

const bad: string[] = [];
for (const { name, tool } of CHECKS) if (!(await runTool(name, tool))) bad.push(name);
if (!(await runTool("rules tests", ["vitest/vitest.mjs", "run", "--project", "rules", "--reporter", "dot"])))
  bad.push("rules tests");

console.log(bad.length === 0 ? "\nAll good." : `\nNot good: ${bad.join(", ")}.`);
process.exit(bad.length === 0 ? 0 : 1);
