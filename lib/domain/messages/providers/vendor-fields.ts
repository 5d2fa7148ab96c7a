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
  /** A14: it decides where or to which account the secrets go. */
  binds_secrets: boolean;
  options: string[] | null;
};
type Marks = { title?: string; secret?: boolean; keeps_secrets?: boolean };
type Place = { field: VendorField; path: string[]; is_number: boolean };

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

/** A vendor's settings as the flat fields of a form. What is nested, such as Firebase's `web`, is named web_api_key there. */
export function placesOf(channel: Channel, vendor: string): Place[] {
  const option = providerSettings[channel].options.find(({ shape }) => shape.vendor.value === vendor);
  if (!option)
    throw invalid("vendor", `carries no messages on this channel; choose ${vendorsOf(channel).join(" or ")}`);
  const { vendor: _vendor, ...shape } = option.shape as Record<string, z.ZodType>;
  const sender = channel === "email" && vendor !== "local" ? places(mailSender.shape, []) : [];
  return [...sender, ...places(shape, [])];
}

export const fieldsOf = (channel: Channel, vendor: string): VendorField[] =>
  placesOf(channel, vendor).map(({ field }) => field);

function places(shape: Record<string, z.ZodType>, above: string[]): Place[] {
  return Object.entries(shape).flatMap(([name, type]): Place[] => {
    const inner = type instanceof z.ZodNullable ? (type.unwrap() as z.ZodType) : type;
    const path = [...above, name];
    if (inner instanceof z.ZodObject) return places(inner.shape as Record<string, z.ZodType>, path);
    const { title, secret, keeps_secrets } = { ...inner.meta(), ...type.meta() } as Marks;
    const field = {
      name: path.join("_"),
      label: title ?? name,
      hint: hints[name] ?? null,
      is_secret: secret === true,
      is_required: above.length === 0 && inner === type,
      binds_secrets: secret !== true && keeps_secrets !== true,
      options: inner instanceof z.ZodEnum ? inner.options.map(String) : null,
    };
    return [{ field, path, is_number: inner instanceof z.ZodNumber }];
  });
}

/** The vendor's own shape from flat texts. Fields that are left out, or empty, are null; a group of which nothing is given is. */
export function nested(all: readonly Place[], given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const { field, path, is_number } of all) {
    const [group, inner] = path;
    const value = typeof given[field.name] === "string" ? String(given[field.name]).trim() : given[field.name];
    const read = value === undefined || value === "" ? null : is_number ? Number(value) : value;
    if (!group) continue;
    if (inner === undefined) settings[group] = read;
    else
      settings[group] = read === null ? (settings[group] ?? null) : { ...(settings[group] as object), [inner]: read };
  }
  return settings;
}
