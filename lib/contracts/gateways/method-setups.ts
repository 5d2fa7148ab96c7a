import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { declineCodes, mandateMethodKinds, setupStatuses } from "@/lib/values/gateways";
import { checkoutForm, clientAction } from "./client-action";

const tag = "Payment method links";
const path = "/api/v1/payment-method-links/{token}";
/** Accepts any text, so that every malformed link gets the same response. */
const token = z.string().max(1_000);

/** Where a payer saves a method, and nothing else of the payer. */
const page = z.object({
  gym_name: z.string(),
  brand_color: z.string(),
  locale: z.string(),
  currency: z.string(),
  /** First name and initial of a member; the name of a company. */
  payer: z.string(),
  /** Null: the gym takes no methods right now. */
  form: checkoutForm.nullable(),
  is_live: z.boolean(),
  expires_at: instantOut,
});

/** A payer is saving a method, without paying. */
export const setup = z.object({
  id,
  status: z.enum(setupStatuses),
  decline: z.object({ code: z.enum(declineCodes), message: z.string() }).nullable(),
  action: clientAction.nullable(),
  /** Such as "Visa 4242", once it is saved. */
  method_label: z.string().nullable(),
});

export const setupInput = {
  /** K11: what the payer gives a mandate with, at gateways that register each kind in its own way. */
  method_kind: z.enum(mandateMethodKinds).nullable().default(null),
};

export const readMethodLink = contract({
  id: "payment_method_links.read",
  scope: "own",
  method: "GET",
  path,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: page,
  errors: ["link_invalid"],
});

/** Begins to save a method, or goes on with what was begun. */
export const beginSetupByLink = contract({
  id: "payment_method_links.begin",
  scope: "own",
  method: "POST",
  path: `${path}/setups`,
  access: "public",
  tag,
  input: z.strictObject({ token, ...setupInput }),
  output: setup,
  errors: ["link_invalid", "conflict"],
  is_confidential: true,
});

/** Asks the gateway what became of it. */
export const checkSetupByLink = contract({
  id: "payment_method_links.check",
  scope: "own",
  method: "POST",
  path: `${path}/setups/{id}/checks`,
  access: "public",
  tag,
  input: z.strictObject({ token, id }),
  output: setup,
  errors: ["link_invalid", "not_found"],
  is_confidential: true,
});
