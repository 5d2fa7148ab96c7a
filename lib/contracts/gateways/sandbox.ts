import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { declineCodes } from "@/lib/values/gateways";
import {
  sandboxAccountModes,
  sandboxActions,
  sandboxListedKinds,
  sandboxWebhookModes,
} from "@/lib/values/sandbox/behaviour";

const tag = "Sandbox";
const base = { scope: "organization", access: "billing.configure", tag } as const;

export const sandbox = z.object({
  account: z.enum(sandboxAccountModes),
  webhooks: z.enum(sandboxWebhookModes),
  /** Events that were not delivered yet. */
  waiting_events: z.int(),
});

export const sandboxObject = z.object({
  id,
  kind: z.enum(sandboxListedKinds),
  /** The sandbox's id, as a vendor would show it. */
  ref: z.string(),
  /** What it belongs to: the charge of a refund or a dispute, the customer of a method. */
  parent_ref: z.string().nullable(),
  status: z.string(),
  amount_minor: z.int().nullable(),
  currency: z.string().nullable(),
  /** What it is about, in a few words. */
  label: z.string(),
  decline_code: z.enum(declineCodes).nullable(),
  /** When the clock moves it on. */
  due_at: instantOut.nullable(),
  actions: z.array(z.enum(sandboxActions)),
  created_at: instantOut,
});

export const readSandbox = contract({
  ...base,
  id: "sandbox.read",
  method: "GET",
  path: "/api/v1/sandbox",
  input: z.strictObject({}),
  output: sandbox,
  errors: ["conflict"],
});

export const changeSandbox = contract({
  ...base,
  id: "sandbox.change",
  method: "PATCH",
  path: "/api/v1/sandbox",
  input: z.strictObject({
    account: z.enum(sandboxAccountModes).optional(),
    webhooks: z.enum(sandboxWebhookModes).optional(),
  }),
  output: sandbox,
  errors: ["conflict"],
});

export const listSandboxObjects = contract({
  ...base,
  id: "sandbox.list_objects",
  method: "GET",
  path: "/api/v1/sandbox/objects",
  input: z.strictObject({ ...page, kind: z.enum(sandboxListedKinds) }),
  output: pageOf(sandboxObject),
  errors: ["conflict", "malformed_cursor"],
});

export const actOnSandboxObject = contract({
  ...base,
  id: "sandbox.act",
  method: "POST",
  path: "/api/v1/sandbox/objects/{id}/actions",
  input: z.strictObject({ id, action: z.enum(sandboxActions) }),
  output: sandboxObject,
  errors: ["not_found", "conflict"],
});

export const payOutSandbox = contract({
  ...base,
  id: "sandbox.pay_out",
  method: "POST",
  path: "/api/v1/sandbox/payouts",
  input: z.strictObject({}),
  output: z.object({ data: z.array(sandboxObject) }),
  status: 201,
  errors: ["conflict"],
});

export const deliverSandboxEvents = contract({
  ...base,
  id: "sandbox.deliver",
  method: "POST",
  path: "/api/v1/sandbox/deliveries",
  input: z.strictObject({}),
  output: z.object({ events: z.int() }),
  status: 202,
  errors: ["conflict"],
});

const decline = z.object({ code: z.enum(declineCodes), message: z.string() });

export const sandboxCheckout = z.object({
  kind: z.enum(["payment", "setup"]),
  status: z.enum(["requires_action", "processing", "authorized", "succeeded", "failed", "canceled"]),
  gym_name: z.string(),
  brand_color: z.string(),
  description: z.string(),
  /** Null: a method is saved and nothing is paid. */
  amount_minor: z.int().nullable(),
  currency: z.string(),
  /** Why the last method was declined. The payer may try another one. */
  decline: decline.nullable(),
  /** The page on which the payer's bank asks. Null: it asks nothing. */
  challenge_path: z.string().nullable(),
  /** The page of this site that the page of the bank leads back to. */
  return_path: z.string(),
});

/** Accepts any text, so that every malformed token gets the same answer. */
const token = z.string().max(1_000);
const open = { scope: "own", access: "public", tag, output: sandboxCheckout } as const;
const checkoutPath = "/api/v1/sandbox/checkouts/{token}";

export const readSandboxCheckout = contract({
  ...open,
  id: "sandbox_checkouts.read",
  method: "GET",
  path: checkoutPath,
  input: z.strictObject({ token }),
  errors: ["link_invalid"],
});

export const confirmSandboxCheckout = contract({
  ...open,
  id: "sandbox_checkouts.confirm",
  method: "POST",
  path: checkoutPath,
  input: z.strictObject({ token, method: z.string().regex(/^tm_[a-z_]{1,40}$/, "Use one of the test methods.") }),
  errors: ["link_invalid", "conflict"],
});

export const answerSandboxChallenge = contract({
  ...open,
  id: "sandbox_checkouts.answer",
  method: "POST",
  path: `${checkoutPath}/challenge`,
  input: z.strictObject({ token, is_approved: z.boolean() }),
  errors: ["link_invalid", "conflict"],
});
