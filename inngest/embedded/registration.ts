import { z } from "zod";
import { type Cron, parseCron } from "@/lib/values/cron";
import { expressionProblem, holds, keyOf } from "./expression";

const limitSchema = z.strictObject({
  limit: z.int().min(1),
  key: z.string().optional(),
  scope: z.literal("fn").optional(),
});

/** A function as the SDK describes it on registration. Other options are unsupported and rejected by name. */
const functionSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string(), expression: z.string().optional() }),
      z.strictObject({ cron: z.string() }),
    ]),
  ),
  steps: z.record(z.string(), z.object({ retries: z.object({ attempts: z.int().optional() }).optional() })),
  idempotency: z.string().optional(),
  concurrency: z
    .union([
      z
        .int()
        .min(1)
        .transform((n) => [{ limit: n, key: undefined }]),
      limitSchema.transform((one) => [one]),
      z.array(limitSchema),
    ])
    .optional(),
  cancel: z
    .array(z.strictObject({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
});

const knownOptions = new Set(["id", "name", "triggers", "steps", "idempotency", "concurrency", "cancel"]);

export type JobFunction = {
  id: string;
  name: string;
  /** The SDK's description, stored for other processes. */
  description: Record<string, unknown>;
  events: { name: string; expression: string | undefined }[];
  crons: { expression: string; cron: Cron }[];
  max_attempts: number;
  idempotency: string | undefined;
  concurrency: { key: string | undefined; limit: number }[];
  cancel: { event: string; if?: string | undefined; timeout?: string | undefined }[];
};

export class UnsupportedFunctions extends Error {
  constructor(faults: string[]) {
    super(`The embedded executor does not run these functions:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "UnsupportedFunctions";
  }
}

/** Parses the registration. Throws one error that lists all unsupported features of all functions. */
export function parseRegistration(functions: readonly Record<string, unknown>[]): JobFunction[] {
  const read = functions.map((one) => ({
    id: String(one.id),
    faults: problemsOf(one),
    parsed: functionSchema.safeParse(one),
  }));
  const faults = read.flatMap(({ id, faults: found, parsed }) => {
    const shape =
      parsed.success || found.length > 0 ? [] : [parsed.error.issues[0]?.message ?? "it has no known shape"];
    return [...found, ...shape].map((fault) => `${id}: ${fault}`);
  });
  if (faults.length > 0) throw new UnsupportedFunctions(faults);
  return read.flatMap(({ parsed }, at) => (parsed.success ? [functionOf(parsed.data, functions[at] ?? {})] : []));
}

function problemsOf(one: Record<string, unknown>): string[] {
  const options = Object.keys(one).filter((key) => one[key] !== undefined && !knownOptions.has(key));
  return [
    ...options.map((key) => `uses ${key}. Remove the option, or let Inngest run the function`),
    ...describedTriggers(one).flatMap(triggerProblems),
    ...limitsOf(one).flatMap(limitProblems),
    ...expressionsOf(one).flatMap(({ text, where }) => {
      const fault = expressionProblem(text);
      return fault ? [`has the ${where} \`${text}\`, which ${fault}`] : [];
    }),
    ...(attemptsOf(one) === undefined ? ["does not set retries. Set the number of retries"] : []),
  ];
}

const listOf = (value: unknown) => (Array.isArray(value) ? value : []) as Record<string, unknown>[];
const describedTriggers = (one: Record<string, unknown>) => listOf(one.triggers);
const limitsOf = ({ concurrency }: Record<string, unknown>) =>
  (Array.isArray(concurrency) ? concurrency : [concurrency]).filter(
    (item) => typeof item === "object" && item !== null,
  );
const attemptsOf = ({ steps }: Record<string, unknown>) =>
  Object.values((steps ?? {}) as Record<string, { retries?: { attempts?: number } }>)[0]?.retries?.attempts;

function triggerProblems({ event, cron, jitter }: Record<string, unknown>): string[] {
  const faults: string[] = [];
  if (jitter !== undefined) faults.push("uses jitter in a cron trigger. Remove it, or let Inngest run the function");
  if (typeof event === "string" && event.includes("*")) {
    faults.push(`is triggered by the pattern ${event}. Name the events one by one`);
  }
  if (typeof cron === "string") {
    try {
      parseCron(cron);
    } catch (error) {
      faults.push(`has the schedule \`${cron}\`, which ${(error as Error).message}`);
    }
  }
  return faults;
}

function limitProblems({ scope }: Record<string, unknown>): string[] {
  return scope === undefined || scope === "fn"
    ? []
    : [`limits its concurrency across the ${scope}. Only limits of the function itself are supported`];
}

function expressionsOf(one: Record<string, unknown>): { text: string; where: string }[] {
  const found = [
    { text: one.idempotency, where: "idempotency key" },
    ...limitsOf(one).map(({ key }) => ({ text: key, where: "concurrency key" })),
    ...describedTriggers(one).map(({ expression }) => ({ text: expression, where: "trigger condition" })),
    ...listOf(one.cancel).map((cancel) => ({ text: cancel.if, where: "cancellation condition" })),
  ];
  return found.filter((item): item is { text: string; where: string } => typeof item.text === "string");
}

function functionOf(one: z.output<typeof functionSchema>, description: Record<string, unknown>): JobFunction {
  return {
    id: one.id,
    name: one.name ?? one.id,
    description,
    events: one.triggers.flatMap((trigger) =>
      "event" in trigger ? [{ name: trigger.event, expression: trigger.expression }] : [],
    ),
    crons: one.triggers.flatMap((trigger) =>
      "cron" in trigger ? [{ expression: trigger.cron, cron: parseCron(trigger.cron) }] : [],
    ),
    max_attempts: (Object.values(one.steps)[0]?.retries?.attempts ?? 0) + 1,
    idempotency: one.idempotency,
    concurrency: (one.concurrency ?? []).map(({ limit: most, key }) => ({ limit: most, key })),
    cancel: one.cancel ?? [],
  };
}

/** Names of the events that start or cancel its runs. */
export const triggersOf = ({ events, cancel }: JobFunction): string[] => [
  ...events.map(({ name }) => name),
  ...cancel.map(({ event }) => event),
];

export const isTriggered = ({ events }: JobFunction, event: { name: string; data?: unknown }): boolean =>
  events.some(({ name, expression }) => name === event.name && holds(expression, { event }));

/** The concurrency limits for one event. The keys are unique per function. */
export const limitsFor = ({ id, concurrency }: JobFunction, event: unknown): { key: string; limit: number }[] =>
  concurrency.map(({ key, limit: most }, at) => ({
    key: `${id}:${at}${key ? `:${keyOf(key, { event })}` : ""}`,
    limit: most,
  }));
