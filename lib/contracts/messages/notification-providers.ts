import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { instantOut } from "@/lib/contracts/fields";
import { channel } from "@/lib/values/schemas/notifications";

const tag = "Notification providers";

export const vendorNames = ["local", "resend", "sendgrid", "smtp", "twilio", "firebase"] as const;
const vendor = z.enum(vendorNames);

/** One field of a vendor's form. Secrets are write-only. */
const field = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  is_secret: z.boolean(),
  is_required: z.boolean(),
  /** A change requires the stored secrets to be entered again, because it determines where they are sent. */
  binds_secrets: z.boolean(),
  /** The allowed values; null: any text. */
  options: z.array(z.string()).nullable(),
});

export const provider = z.object({
  channel,
  /** local: stored in the outbox of this installation, which the browser can show. */
  vendor,
  /** The owner of the account: the organization or the installation. */
  owner: z.enum(["organization", "installation"]),
  settings: z.record(z.string(), z.unknown()),
  /** Names of the secrets that are stored. */
  secrets: z.array(z.string()),
  /** The URL for the vendor's delivery reports; null if it sends none. */
  webhook_url: z.string().nullable(),
  failing_since: instantOut.nullable(),
  failure: z.string().nullable(),
  waiting: z.int(),
  choices: z.array(z.object({ vendor, label: z.string(), fields: z.array(field) })),
  version: z.int().min(0),
});

export const listProviders = contract({
  id: "notification_providers.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/notification-providers",
  access: "messages.configure",
  tag,
  input: z.strictObject({}),
  output: z.object({ data: z.array(provider) }),
  errors: [],
});

export const saveProvider = contract({
  id: "notification_providers.save",
  scope: "organization",
  method: "PUT",
  path: "/api/v1/notification-providers/{channel}",
  access: "messages.configure",
  tag,
  input: z.strictObject({
    channel,
    vendor,
    settings: z.record(z.string(), z.unknown()).default({}),
    secrets: z.record(z.string(), z.string().max(10_000)).default({}),
  }),
  output: provider,
  errors: ["invalid_input", "version_conflict"],
  is_confidential: true,
});

export const removeProvider = contract({
  id: "notification_providers.remove",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/notification-providers/{channel}",
  access: "messages.configure",
  tag,
  input: z.strictObject({ channel }),
  output: provider,
  errors: ["not_found", "version_conflict"],
});

export const testProvider = contract({
  id: "notification_providers.test",
  scope: "organization",
  method: "POST",
  path: "/api/v1/notification-providers/{channel}/tests",
  access: "messages.configure",
  tag,
  input: z.strictObject({ channel, to: z.string().trim().min(1, "Say where to").max(320) }),
  output: z.object({
    outcome: z.enum(["accepted", "rejected", "later", "misconfigured", "unknown"]),
    /** The vendor's response as a sentence, without credentials. */
    answer: z.string(),
    provider_message_id: z.string().nullable(),
  }),
  errors: ["invalid_input"],
});
