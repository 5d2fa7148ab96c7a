import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { attemptStatuses, declineCodes, gatewayMethodKinds, mandateMethodKinds } from "@/lib/values/gateways";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { channel } from "@/lib/values/schemas/notifications";
import { checkoutForm, clientAction } from "./client-action";

const tag = "Payment links";
const path = "/api/v1/payment-links/{token}";
/** Accepts any text, so that every malformed link gets the same response. */
const token = z.string().max(1_000);

/** One bill and nothing else of the payer. */
export const bill = z.object({
  gym_name: z.string(),
  brand_color: z.string(),
  locale: z.string(),
  /** First name and initial of a member; the name of a company. */
  payer: z.string(),
  invoice_number: z.string(),
  /** What the bill is for, where it has one line. */
  title: z.string().nullable(),
  from_on: calendarDay.nullable(),
  to_on: calendarDay.nullable(),
  due_on: calendarDay,
  amount_minor: z.int(),
  currency: z.string(),
  status: z.enum(["open", "processing", "paid"]),
  /** False: a test, and no money moves. */
  is_live: z.boolean(),
  /** What the page shows to pay with. Null: nothing is left to pay, or the gym takes no payments here right now. */
  form: checkoutForm.nullable(),
  /** Whether the payment that was begun saves the method; null: none was begun, so the payer may still choose. */
  saves_method: z.boolean().nullable(),
  /** What the payer saved before and may choose. Only for a link that was sent to the payer, and for a member who is signed in. */
  saved_methods: z.array(
    z.object({
      id,
      kind: z.enum(gatewayMethodKinds),
      brand: z.string().nullable(),
      last4: z.string().nullable(),
      is_default: z.boolean(),
    }),
  ),
  /** The bill was paid by this link, so that its receipt can be had here. */
  has_receipt: z.boolean(),
  /** When the link ends; null for a member who is signed in. */
  expires_at: instantOut.nullable(),
});

export const payInput = {
  saves_method: z.boolean().default(false),
  /** One of the `saved_methods` of the bill. Null: the payer gives a method on the page. */
  payment_method_id: id.nullable().default(null),
  /** K11: what the payer gives a mandate with, at gateways that register each kind in its own way. */
  method_kind: z.enum(mandateMethodKinds).nullable().default(null),
};

export const payment = z.object({
  status: z.enum(attemptStatuses),
  decline: z.object({ code: z.enum(declineCodes), message: z.string() }).nullable(),
  /** What the browser goes on with; null where nothing is left to do. */
  action: clientAction.nullable(),
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
  input: z.strictObject({ token, ...payInput }),
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

/** Sends a new link to the payer's own address. Every link gets the same answer, so that it tells nothing about a bill. */
export const renewPaymentLink = contract({
  id: "payment_links.renew",
  scope: "own",
  method: "POST",
  path: `${path}/renewals`,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: z.object({ is_accepted: z.literal(true) }),
  status: 202,
  errors: [],
  is_confidential: true,
});

/** The receipt of the payment that was made by the link, for as long as the link works. */
export const getLinkReceipt = contract({
  id: "payment_links.receipt",
  scope: "own",
  method: "GET",
  path: `${path}/receipt`,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["application/pdf"] },
  errors: ["link_invalid", "not_found"],
});

/** Mails that receipt to the payer's own address, once for each link. */
export const mailLinkReceipt = contract({
  id: "payment_links.mail_receipt",
  scope: "own",
  method: "POST",
  path: `${path}/receipt-mails`,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: z.object({ is_on_its_way: z.boolean() }),
  errors: ["link_invalid", "not_found"],
  is_confidential: true,
});
