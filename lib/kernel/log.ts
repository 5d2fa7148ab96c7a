import { pino } from "pino";
import { env } from "./env";

let instance: ReturnType<typeof pino> | undefined;

/** Structured lines on stdout. Credentials are cut out by path wherever an object carries them. */
export function log(): ReturnType<typeof pino> {
  instance ??= pino({
    level: env().LOG_LEVEL,
    redact: {
      paths: [
        "password",
        "token",
        "authorization",
        "cookie",
        "secret",
        "*.password",
        "*.token",
        "*.authorization",
        "*.cookie",
        "*.secret",
      ],
      censor: "[removed]",
    },
  });
  return instance;
}
