import { type DestinationStream, type Level, type Logger, pino } from "pino";
import { env } from "./env";
import { redact } from "./redact";

/** On globalThis, because Next loads a module once per bundle. */
const globals = globalThis as { fitflowLogTo?: { destination: DestinationStream; level: Level } };

let instance: Logger | undefined;

/** Structured log on stdout. loggable() removes credentials and personal data from all arguments. */
export function log(): Logger {
  instance ??= pino(
    {
      level: globals.fitflowLogTo?.level ?? env().LOG_LEVEL,
      serializers: { err: (described) => described },
      hooks: {
        logMethod([first, ...rest], method) {
          const facts = first instanceof Error ? { err: first } : first;
          method.apply(this, [redact(facts), ...rest.map((part) => redact(part))] as Parameters<typeof method>);
        },
      },
    },
    globals.fitflowLogTo?.destination ?? pino.destination(1),
  );
  return instance;
}

/** @internal For tests. Call before the first log line. */
export function setLogDestination(destination: DestinationStream, level: Level): void {
  globals.fitflowLogTo = { destination, level };
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
