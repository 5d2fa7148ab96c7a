import { z } from "zod";
import { invalid } from "@/lib/kernel/errors";
import type { Channel } from "@/lib/values/delivery";
import { mailSender } from "@/lib/values/mail-sender";
import { providerSettings } from "@/lib/values/provider-settings";

export type VendorField = {
  name: string;
  label: string;
  hint: string | null;
  is_secret: boolean;
  is_required: boolean;
  /** A14: determines the server or account that receives the secrets. */
  binds_secrets: boolean;
  options: string[] | null;
};
type FieldMeta = { title?: string; secret?: boolean; keeps_secrets?: boolean };
type FieldPath = { field: VendorField; path: string[]; is_number: boolean };

const hints: Record<string, string> = {
  from_email: "The provider must know this address or its domain",
  from_name: "The gym’s name where it is empty",
  reply_to: "The sender’s address where it is empty",
  webhook_secret: "Without it delivery and bounces are not reported",
  webhook_public_key: "Without it delivery and bounces are not reported",
  port: "587 with starttls, 465 with tls",
};

export const vendorLabels: Record<string, string> = {
  local: "Local outbox",
  resend: "Resend",
  sendgrid: "SendGrid",
  smtp: "SMTP server",
  twilio: "Twilio",
  firebase: "Firebase Cloud Messaging",
};

export const vendorsOf = (channel: Channel): string[] =>
  providerSettings[channel].options.map(({ shape }) => shape.vendor.value);

/** A vendor's settings as flat form fields. Nested settings get joined names, such as web_api_key of Firebase. */
export function fieldPathsOf(channel: Channel, vendor: string): FieldPath[] {
  const option = providerSettings[channel].options.find(({ shape }) => shape.vendor.value === vendor);
  if (!option) throw invalid("vendor", `does not support this channel; choose ${vendorsOf(channel).join(" or ")}`);
  const { vendor: _vendor, ...shape } = option.shape as Record<string, z.ZodType>;
  const sender = channel === "email" && vendor !== "local" ? flatten(mailSender.shape, []) : [];
  return [...sender, ...flatten(shape, [])];
}

export const fieldsOf = (channel: Channel, vendor: string): VendorField[] =>
  fieldPathsOf(channel, vendor).map(({ field }) => field);

function flatten(shape: Record<string, z.ZodType>, parents: string[]): FieldPath[] {
  return Object.entries(shape).flatMap(([name, type]): FieldPath[] => {
    const inner = type instanceof z.ZodNullable ? (type.unwrap() as z.ZodType) : type;
    const path = [...parents, name];
    if (inner instanceof z.ZodObject) return flatten(inner.shape as Record<string, z.ZodType>, path);
    const { title, secret, keeps_secrets } = { ...inner.meta(), ...type.meta() } as FieldMeta;
    const field = {
      name: path.join("_"),
      label: title ?? name,
      hint: hints[name] ?? null,
      is_secret: secret === true,
      is_required: parents.length === 0 && inner === type,
      binds_secrets: secret !== true && keeps_secrets !== true,
      options: inner instanceof z.ZodEnum ? inner.options.map(String) : null,
    };
    return [{ field, path, is_number: inner instanceof z.ZodNumber }];
  });
}

/** Converts flat form values to the vendor's settings. Missing or empty fields are null, and so is a group without values. */
export function toNested(
  all: readonly FieldPath[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const { field, path, is_number } of all) {
    const [group, inner] = path;
    const value = typeof values[field.name] === "string" ? String(values[field.name]).trim() : values[field.name];
    const read = value === undefined || value === "" ? null : is_number ? Number(value) : value;
    if (!group) continue;
    if (inner === undefined) settings[group] = read;
    else
      settings[group] = read === null ? (settings[group] ?? null) : { ...(settings[group] as object), [inner]: read };
  }
  return settings;
}
