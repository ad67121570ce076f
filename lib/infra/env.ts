import { z } from "zod";

const shape = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  /** postgres://… of the application's role. */
  DATABASE_URL: z.string().min(1),
  /** smtp://user:password@host:port, or smtps://. */
  SMTP_URL: z.string().min(1),
  /** The one origin of links and cookies, such as https://debrief.example.org. Never taken from a request. */
  ORIGIN: z.url().transform((value) => new URL(value).origin),
  /** At least 32 characters; signs nothing that outlives it but sign-in tokens. */
  AUTH_SECRET: z.string().min(32),
  /** Address that mails come from. */
  MAIL_FROM: z.email().default("debrief@localhost.localdomain"),
  /** "1" only where the demo runs. */
  DEMO: z.literal("1").optional(),
  /** Shifts the clock by an ISO 8601 duration, on demo and test databases only. */
  CLOCK_SHIFT: z.string().optional(),
  /** "off" keeps the worker out of the web process; `npm run worker` runs it alone. */
  WORKER: z.enum(["in", "off"]).default("in"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Environment = z.output<typeof shape>;

let parsed: Environment | undefined;

/**
 * The environment, parsed once at first use: in `register()`, by scripts, never at import
 * (the build needs none). Throws naming the settings that are missing, never their values.
 */
export function environment(): Environment {
  if (parsed) return parsed;
  const result = shape.safeParse(process.env);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Settings of the environment are missing or unusable. ${names.join("; ")}`);
  }
  parsed = result.data;
  return parsed;
}

/** True where the configured origin is https: cookies are Secure with the `__Host-` prefix, HSTS is sent. */
export function isHttps(): boolean {
  return environment().ORIGIN.startsWith("https:");
}
