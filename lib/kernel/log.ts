import { type DestinationStream, type Level, type Logger, pino } from "pino";
import { env } from "./env";
import { loggable } from "./loggable";

/** On globalThis, since Next loads a module once per bundle. */
const globals = globalThis as { fitflowLogTo?: { destination: DestinationStream; level: Level } };

let instance: Logger | undefined;

/** Structured lines on stdout. Whatever is handed over goes through loggable(): credentials and personal data stay out. */
export function log(): Logger {
  instance ??= pino(
    {
      level: globals.fitflowLogTo?.level ?? env().LOG_LEVEL,
      serializers: { err: (described) => described },
      hooks: {
        logMethod([first, ...rest], method) {
          const facts = first instanceof Error ? { err: first } : first;
          method.apply(this, [loggable(facts), ...rest.map((part) => loggable(part))] as Parameters<typeof method>);
        },
      },
    },
    globals.fitflowLogTo?.destination ?? pino.destination(1),
  );
  return instance;
}

/** @internal For tests. Before the first line. */
export function logTo(destination: DestinationStream, level: Level): void {
  globals.fitflowLogTo = { destination, level };
}

/** Next and vendors' SDKs write errors to the console as they are: statements with their parameters, answers with addresses. */
export function takeOverConsole(): void {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const words = parts.filter((part) => part !== err).map((part) => (typeof part === "string" ? part : "…"));
      log()[level]({ ...(err ? { err } : {}) }, words.join(" ").trim() || "console");
    };
  }
}
