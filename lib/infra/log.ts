import pino from "pino";
import { environment } from "#lib/infra/env.ts";

let logger: pino.Logger | undefined;

/** One line of JSON an event. Ids, kinds and codes; what could name a person is redacted. */
export function log(): pino.Logger {
  logger ??= pino({
    level: environment().LOG_LEVEL,
    redact: {
      paths: [
        "email",
        "name",
        "*.email",
        "*.name",
        "body",
        "*.body",
        "cookie",
        "*.cookie",
        "token",
        "*.token",
      ],
      censor: "·",
    },
  });
  return logger;
}
