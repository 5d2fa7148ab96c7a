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

/** Parses the environment once. The error lists every missing or invalid variable, without its value. */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is invalid (see .env.example):\n${lines.join("\n")}`);
  }
  rejectSampleSecrets(result.data);
  requireCompleteInngest(result.data);
  requireCompleteMailVendor(result.data);
  parsed = result.data;
  return parsed;
}

function rejectSampleSecrets(values: Env): void {
  if (values.NODE_ENV !== "production") return;
  const samples = [values.NEXTAUTH_SECRET, values.PASS_SIGNING_KEY].filter((value) =>
    /sample|change-?me|example|secret/i.test(value),
  );
  if (samples.length > 0)
    throw new Error("Sample secrets are not allowed in production. Generate your own (see .env.example).");
}

/** Without the signing key, anybody could call the jobs. Without the event key, events could not be sent. */
function requireCompleteInngest({ NODE_ENV, INNGEST_DEV, ...values }: Env): void {
  if (INNGEST_DEV !== "0") {
    if (NODE_ENV !== "production") return;
    throw new Error(
      "INNGEST_DEV is not allowed in production: it lets anybody run jobs. Set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY.",
    );
  }
  const names = ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const;
  const missing = names.filter((name) => !values[name]);
  if (missing.length === 0 || (missing.length === 2 && !values.INNGEST_BASE_URL)) return;
  throw new Error(
    `Inngest needs two keys, and ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing. Set both, or none of INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY and INNGEST_BASE_URL.`,
  );
}

/** Requires exactly one mail vendor together with a sender, or neither. */
function requireCompleteMailVendor({ MAIL_FROM, RESEND_API_KEY, SENDGRID_API_KEY, SMTP_URL }: Env): void {
  const vendors = [RESEND_API_KEY, SENDGRID_API_KEY, SMTP_URL].filter(Boolean).length;
  if (vendors > 1) throw new Error("Set only one mail vendor: RESEND_API_KEY, SENDGRID_API_KEY or SMTP_URL.");
  if (vendors === 1 && !MAIL_FROM)
    throw new Error("Mail needs a sender: set MAIL_FROM, as FitFlow Pro <hello@example.com>.");
  if (vendors === 0 && MAIL_FROM)
    throw new Error("MAIL_FROM needs a vendor: set RESEND_API_KEY, SENDGRID_API_KEY or SMTP_URL, or remove MAIL_FROM.");
}

/** Without Inngest keys, this process runs the jobs (inngest/embedded). */
export const usesEmbeddedExecutor = (): boolean => env().INNGEST_DEV === "0" && !env().INNGEST_SIGNING_KEY;

/** Each read of process.env is a system call. The Inngest SDK reads all variables several times per call: a third of a step's cost. */
export function snapshotEnvironment(): void {
  process.env = { ...process.env };
}

export const isHttps = (): boolean => env().PUBLIC_URL.startsWith("https://");

/** `next build` loads every route module, without a configuration. */
export const isBuilding = (): boolean => process.env.NEXT_PHASE === "phase-production-build";
