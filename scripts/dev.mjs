import { handOver } from "./bootstrap.mjs";

await handOver("scripts/dev.ts");
