import { type DestinationStream, type Level, type Logger, pino } from "pino";
import { env } from "./env";
import { processState } from "./process-state";
import { redact } from "./redact";

type Target = { destination: DestinationStream; level: Level };

const target = processState<{ chosen: Target | undefined }>("log", () => ({ chosen: undefined }));

let instance: Logger | undefined;

/** Structured log on stdout. loggable() removes credentials and personal data from all arguments. */
export function log(): Logger {
  instance ??= pino(
    {
      level: target.chosen?.level ?? env().LOG_LEVEL,
      serializers: { err: (described) => described },
      hooks: {
        logMethod([first, ...rest], method) {
          const facts = first instanceof Error ? { err: first } : first;
          method.apply(this, [redact(facts), ...rest.map((part) => redact(part))] as Parameters<typeof method>);
        },
      },
    },
    target.chosen?.destination ?? pino.destination(1),
  );
  return instance;
}

/** @internal For tests. Call before the first log line. */
export function setLogDestination(destination: DestinationStream, level: Level): void {
  target.chosen = { destination, level };
}

/** Next and vendor SDKs print raw errors to the console: statements with parameters, responses with addresses. */
export function redirectConsole(): void {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const words = parts.filter((part) => part !== err).map((part) => (typeof part === "string" ? part : "…"));
      log()[level]({ ...(err ? { err } : {}) }, words.join(" ").trim() || "console");
    };
  }
}
