import type { z } from "zod";
import { invalid } from "@/lib/kernel/errors";
import { gatewaySettings } from "@/lib/values/gateway-settings";
import type { GatewayVendor } from "@/lib/values/gateways";

type Field = { name: string; label: string; is_secret: boolean; is_required: boolean };

export const vendorLabels: Record<GatewayVendor, string> = {
  stripe: "Stripe",
  razorpay: "Razorpay",
  sandbox: "Sandbox",
};

/** The settings of a vendor as form fields. */
export function fieldsOf(vendor: GatewayVendor): Field[] {
  const option = gatewaySettings.options.find(({ shape }) => shape.vendor.value === vendor);
  const { vendor: _vendor, ...shape } = (option?.shape ?? {}) as Record<string, z.ZodType>;
  return Object.entries(shape).map(([name, type]) => {
    const inner = "unwrap" in type && typeof type.unwrap === "function" ? (type.unwrap() as z.ZodType) : type;
    const { title, secret } = { ...inner.meta(), ...type.meta() } as { title?: string; secret?: boolean };
    return { name, label: title ?? name, is_secret: secret === true, is_required: inner === type };
  });
}

type Values = Record<string, string>;

/** The values of a form without empty ones. Throws one error for each field that does not exist or does not fit. */
export function checkFields(vendor: GatewayVendor, settings: Values, secrets: Values) {
  const fields = fieldsOf(vendor);
  const kept = (values: Values, is_secret: boolean, place: string): Values => {
    for (const name of Object.keys(values))
      if (!fields.some((field) => field.name === name && field.is_secret === is_secret))
        throw invalid(`${place}.${name}`, "is not a field of this gateway");
    return Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]])),
    );
  };
  const [open, secret] = [kept(settings, false, "settings"), kept(secrets, true, "secrets")];
  const parsed = gatewaySettings.safeParse({ webhook_secret: null, ...open, ...secret, vendor });
  // The sandbox takes no field, so the missing webhook secret is one too many.
  if (vendor === "sandbox" || parsed.success) return { settings: open, secrets: secret };
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? "vendor");
  const is_secret = fields.some((field) => field.name === name && field.is_secret);
  throw invalid(`${is_secret ? "secrets" : "settings"}.${name}`, issue?.message ?? "Check the keys");
}
