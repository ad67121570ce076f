import { defineConfig } from "prisma/config";

// Generating needs no engine, yet Prisma would download one, which a closed network refuses: any file that runs stands in.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({ schema: "prisma/schema" });
