import { handOver } from "./bootstrap.mjs";

await handOver("scripts/screens.ts");
