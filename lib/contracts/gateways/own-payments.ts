import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { checkoutForm } from "./client-action";
import { setup, setupInput } from "./method-setups";
import { bill, payInput, payment } from "./payment-links";
import { removed, savedMethod } from "./payment-methods";

const tag = "Member's own payments";
const methods = "/api/v1/me/payment-methods";
const access = "payments.make_own";

/** What can be charged, the default first. Ended ones are not listed. */
export const listOwnMethods = contract({
  id: "me.payment_methods",
  scope: "own",
  method: "GET",
  path: methods,
  access,
  tag,
  input: z.strictObject({}),
  output: z.object({
    data: z.array(savedMethod),
    /** What the page shows to add one; null: the gym takes no methods right now. */
    form: checkoutForm.nullable(),
    currency: z.string(),
    is_live: z.boolean(),
  }),
  errors: ["not_found"],
});

export const makeOwnDefault = contract({
  id: "me.make_payment_method_default",
  scope: "own",
  method: "PUT",
  path: `${methods}/{id}/default`,
  access,
  tag,
  input: z.strictObject({ id }),
  output: savedMethod,
  errors: ["not_found", "conflict"],
});

export const removeOwnMethod = contract({
  id: "me.remove_payment_method",
  scope: "own",
  method: "DELETE",
  path: `${methods}/{id}`,
  access,
  tag,
  input: z.strictObject({ id }),
  output: removed,
  errors: ["not_found", "conflict"],
});

export const beginOwnSetup = contract({
  id: "me.begin_payment_method",
  scope: "own",
  method: "POST",
  path: `${methods}/setups`,
  access,
  tag,
  input: z.strictObject(setupInput),
  output: setup,
  errors: ["not_found", "conflict"],
  is_confidential: true,
});

export const checkOwnSetup = contract({
  id: "me.check_payment_method",
  scope: "own",
  method: "POST",
  path: `${methods}/setups/{id}/checks`,
  access,
  tag,
  input: z.strictObject({ id }),
  output: setup,
  errors: ["not_found"],
  is_confidential: true,
});

/** The bill as the pay page shows it. */
export const readOwnBill = contract({
  id: "me.bill",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/invoices/{id}/bill",
  access,
  tag,
  input: z.strictObject({ id }),
  output: bill,
  errors: ["not_found"],
});

/** Begins to pay, or goes on with what was begun. */
export const payOwnInvoice = contract({
  id: "me.pay_invoice",
  scope: "own",
  method: "POST",
  path: "/api/v1/me/invoices/{id}/payments",
  access,
  tag,
  input: z.strictObject({ id, ...payInput }),
  output: payment,
  errors: ["not_found", "conflict"],
  is_confidential: true,
});

/** Asks the gateway what became of the payment. */
export const checkOwnPayment = contract({
  id: "me.check_payment",
  scope: "own",
  method: "POST",
  path: "/api/v1/me/invoices/{id}/payments/checks",
  access,
  tag,
  input: z.strictObject({ id }),
  output: payment,
  errors: ["not_found"],
  is_confidential: true,
});
