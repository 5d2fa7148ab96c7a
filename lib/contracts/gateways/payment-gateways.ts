import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { billingCycles, gatewayVendors } from "@/lib/values/gateways";

const tag = "Payment gateways";
const vendor = z.enum(gatewayVendors);

/** One field of a vendor's form. Secrets are write-only. */
const field = z.object({ name: z.string(), label: z.string(), is_secret: z.boolean(), is_required: z.boolean() });

const gateway = z.object({
  id,
  /** Null: of every legal entity without a gateway of its own. */
  legal_entity_id: id.nullable(),
  legal_entity_name: z.string().nullable(),
  vendor,
  /** False: no money moves. */
  is_live: z.boolean(),
  account_ref: z.string().nullable(),
  account_name: z.string().nullable(),
  settings: z.record(z.string(), z.string()),
  /** Names of the secrets that are stored. */
  secrets: z.array(z.string()),
  /** The address that the vendor reports to. */
  webhook_url: z.string().nullable(),
  /** Who runs the cycle. With `gateway`, staff may let it bill a membership by itself. */
  billing_cycle: z.enum(billingCycles),
  last_event_at: instantOut.nullable(),
  failing_since: instantOut.nullable(),
  failure: z.string().nullable(),
  /** K21: its refunds, events and saved methods stay with it; new payments go to another one. */
  replaced_at: instantOut.nullable(),
  version: z.int().positive(),
});

export const listGateways = contract({
  id: "payment_gateways.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/payment-gateways",
  access: "gateways.configure",
  tag,
  input: z.strictObject({}),
  output: z.object({
    /** Current ones first. */
    data: z.array(gateway),
    choices: z.array(z.object({ vendor, label: z.string(), fields: z.array(field) })),
  }),
  errors: [],
});

export const connectGateway = contract({
  id: "payment_gateways.connect",
  scope: "organization",
  method: "POST",
  path: "/api/v1/payment-gateways",
  access: "gateways.configure",
  tag,
  input: z.strictObject({
    legal_entity_id: id.nullable().default(null),
    vendor,
    settings: z.record(z.string(), z.string().max(300)).default({}),
    secrets: z.record(z.string(), z.string().max(300)).default({}),
  }),
  output: gateway,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});

export const updateGateway = contract({
  id: "payment_gateways.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/payment-gateways/{id}",
  access: "gateways.configure",
  tag,
  input: z.strictObject({
    id,
    settings: z.record(z.string(), z.string().max(300)).default({}),
    secrets: z.record(z.string(), z.string().max(300)).default({}),
  }),
  output: gateway,
  errors: ["invalid_input", "not_found", "conflict", "version_conflict"],
  is_confidential: true,
});

export const disconnectGateway = contract({
  id: "payment_gateways.disconnect",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/payment-gateways/{id}",
  access: "gateways.configure",
  tag,
  input: z.strictObject({ id }),
  output: gateway,
  errors: ["not_found", "conflict", "version_conflict"],
});

export const testGateway = contract({
  id: "payment_gateways.test",
  scope: "organization",
  method: "POST",
  path: "/api/v1/payment-gateways/{id}/tests",
  access: "gateways.configure",
  tag,
  input: z.strictObject({ id }),
  output: z.object({
    outcome: z.enum(["answered", "refused", "later", "unknown", "misconfigured"]),
    /** The vendor's answer as a sentence, without keys. */
    answer: z.string(),
    gateway,
  }),
  errors: ["not_found"],
});

/** Memberships that the gateway bills already stay with it. */
export const setBillingCycle = contract({
  id: "payment_gateways.set_cycle",
  scope: "organization",
  method: "PUT",
  path: "/api/v1/payment-gateways/{id}/billing-cycle",
  access: "gateways.configure",
  tag,
  input: z.strictObject({ id, billing_cycle: z.enum(billingCycles) }),
  output: gateway,
  errors: ["not_found", "conflict", "version_conflict"],
});
