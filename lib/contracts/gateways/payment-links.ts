import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { attemptStatuses, declineCodes } from "@/lib/values/gateways";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { channel } from "@/lib/values/schemas/notifications";

const tag = "Payment links";
const path = "/api/v1/payment-links/{token}";
/** Accepts any text, so that every malformed link gets the same response. */
const token = z.string().max(1_000);

/** One bill and nothing else of the payer. */
const bill = z.object({
  gym_name: z.string(),
  brand_color: z.string(),
  /** First name and initial of a member; the name of a company. */
  payer: z.string(),
  invoice_number: z.string(),
  due_on: calendarDay,
  amount_minor: z.int(),
  currency: z.string(),
  status: z.enum(["open", "processing", "paid"]),
  /** False: a test, and no money moves. */
  is_live: z.boolean(),
  expires_at: instantOut,
});

const payment = z.object({
  status: z.enum(attemptStatuses),
  decline: z.object({ code: z.enum(declineCodes), message: z.string() }).nullable(),
  /** What the browser goes on with; null where nothing is left to do. */
  action: z.object({ kind: z.literal("sandbox"), token: z.string() }).nullable(),
  bill,
});

export const createPaymentLink = contract({
  id: "payment_links.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/{id}/payment-links",
  access: "payments.record",
  tag,
  input: z.strictObject({
    id,
    valid_days: z.int().min(1, "At least a day").max(60, "At most 60 days").default(7),
    /** Writes to the payer, on the channels that the rules of messages name. */
    send_to_payer: z.boolean().default(false),
  }),
  output: z.object({
    id,
    invoice_id: id,
    url: z.url(),
    expires_at: instantOut,
    /** Null: it was not sent. */
    sent_to: z.object({ channel, to_name: z.string(), to_address: z.string() }).nullable(),
  }),
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
  is_confidential: true,
});

export const readPaymentLink = contract({
  id: "payment_links.read",
  scope: "own",
  method: "GET",
  path,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: bill,
  errors: ["link_invalid"],
});

/** Begins to pay, or goes on with what was begun. */
export const payByLink = contract({
  id: "payment_links.pay",
  scope: "own",
  method: "POST",
  path: `${path}/payments`,
  access: "public",
  tag,
  input: z.strictObject({ token, saves_method: z.boolean().default(false) }),
  output: payment,
  errors: ["link_invalid", "conflict", "unavailable"],
  is_confidential: true,
});

/** Asks the gateway what became of the payment. */
export const checkLinkPayment = contract({
  id: "payment_links.check",
  scope: "own",
  method: "POST",
  path: `${path}/checks`,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: payment,
  errors: ["link_invalid"],
  is_confidential: true,
});
