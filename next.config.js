// The build's folder can be named (NEXT_DIST_DIR), so that the journeys' build and the demo's never share one.
/** @type {import("next").NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // TypeScript 7 has no JavaScript API; `npm run check` and `npm test` run it
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "nodemailer",
    "pino",
    "rate-limiter-flexible",
    "@prisma/client",
    "@prisma/adapter-pg",
    "react-email",
  ],
  // The longest form is a list of people; proxy.ts holds every other one to 256 kB.
  experimental: { serverActions: { bodySizeLimit: "2304kb" } },
};
