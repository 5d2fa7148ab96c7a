import { z } from "zod";

const secret = z.string().min(32, "needs at least 32 characters; `npm run up` generates one");

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  DATABASE_CONNECT_TIMEOUT_MS: z.coerce.number().int().min(50).max(60_000).default(2_000),
  DATABASE_QUERY_TIMEOUT_MS: z.coerce.number().int().min(50).max(60_000).default(3_000),
  NEXTAUTH_SECRET: secret,
  ENCRYPTION_KEY: z.string().refine((text) => Buffer.from(text, "base64").length === 32, "needs 32 bytes in base64"),
  PASS_SIGNING_KEY: secret,
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  PUBLIC_URL: z.url().default("http://127.0.0.1:3000"),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  DATA_DIR: z.string().default(".data"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>"\r\n]+<[^\s<>@]+@[^\s<>@]+>$/, "write it as FitFlow Pro <hello@example.com>")
    .optional(),
  RESEND_API_KEY: z.string().min(1).optional(),
  SENDGRID_API_KEY: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  FITFLOW_DEMO: z.enum(["0", "1", "public"]).default("0"),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  INNGEST_BASE_URL: z.url().optional(),
  INNGEST_DEV: z.union([z.enum(["0", "1"]), z.url()]).default("0"),
  JOB_RETENTION_DAYS: z.coerce.number().int().min(1).max(3_650).default(14),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Reads the environment once. Throws a sentence for each variable that is missing or unusable; never its value. */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable (see .env.example):\n${lines.join("\n")}`);
  }
  refuseSampleSecrets(result.data);
  refuseHalfAnInngest(result.data);
  refuseHalfAMailVendor(result.data);
  parsed = result.data;
  return parsed;
}

function refuseSampleSecrets(values: Env): void {
  if (values.NODE_ENV !== "production") return;
  const samples = [values.NEXTAUTH_SECRET, values.PASS_SIGNING_KEY].filter((value) =>
    /sample|change-?me|example|secret/i.test(value),
  );
  if (samples.length > 0)
    throw new Error("Production refuses to start with a sample secret. Generate your own (see .env.example).");
}

/** Without both keys an Inngest server could not be told from a stranger, or events would go nowhere. */
function refuseHalfAnInngest({ NODE_ENV, INNGEST_DEV, ...values }: Env): void {
  if (INNGEST_DEV !== "0") {
    if (NODE_ENV !== "production") return;
    throw new Error(
      "Production refuses INNGEST_DEV: it lets anybody run jobs. Give INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY.",
    );
  }
  const names = ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const;
  const missing = names.filter((name) => !values[name]);
  if (missing.length === 0 || (missing.length === 2 && !values.INNGEST_BASE_URL)) return;
  throw new Error(
    `Inngest needs two keys, and ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing. Give both, or none of INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY and INNGEST_BASE_URL.`,
  );
}

/** A key without a sender, or two vendors at once, would leave it to chance what becomes of a mail. */
function refuseHalfAMailVendor({ MAIL_FROM, RESEND_API_KEY, SENDGRID_API_KEY, SMTP_URL }: Env): void {
  const vendors = [RESEND_API_KEY, SENDGRID_API_KEY, SMTP_URL].filter(Boolean).length;
  if (vendors > 1) throw new Error("Mail goes through one vendor: give RESEND_API_KEY, SENDGRID_API_KEY or SMTP_URL.");
  if (vendors === 1 && !MAIL_FROM)
    throw new Error("Mail needs a sender: give MAIL_FROM as FitFlow Pro <hello@example.com>.");
  if (vendors === 0 && MAIL_FROM)
    throw new Error("MAIL_FROM needs a vendor: give RESEND_API_KEY, SENDGRID_API_KEY or SMTP_URL, or no MAIL_FROM.");
}

/** With no Inngest configured, this process runs the jobs itself (inngest/embedded). */
export const runsJobsItself = (): boolean => env().INNGEST_DEV === "0" && !env().INNGEST_SIGNING_KEY;

/**
 * Node asks the system for each name in process.env whenever one is read. The SDK of the jobs reads all of them several times
 * with every call, which was a third of what a step costs: a server does better with a plain copy.
 */
export function copyEnvironment(): void {
  process.env = { ...process.env };
}

export const isHttps = (): boolean => env().PUBLIC_URL.startsWith("https://");

/** `next build` loads the modules of every route and has no configuration to do more. */
export const isBuilding = (): boolean => process.env.NEXT_PHASE === "phase-production-build";
