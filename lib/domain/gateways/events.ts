import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";
import { attemptOrigins, declineCodes, methodEndReasons } from "@/lib/values/gateways";

/** Attempts whose gateway is to be called: the charges of a batch of invoices. */
export const chargesDue = defineEvent(
  "gateways/charges.due",
  z.object({ invoice_ids: z.array(z.uuid()).min(1).max(500), origin: z.enum(attemptOrigins) }),
);

/** An attempt ended without money, so that somebody must act or it is tried again. */
export const attemptFailed = defineEvent(
  "gateways/attempt.failed",
  z.object({
    attempt_id: z.uuid(),
    invoice_id: z.uuid(),
    origin: z.enum(attemptOrigins),
    decline_code: z.enum(declineCodes),
  }),
);

/** K11: an invoice that the engine issued was not charged, because it is above what the payer's mandate allows. */
export const chargeAboveMandate = defineEvent("gateways/charge.above_mandate", z.object({ invoice_id: z.uuid() }));

/** A payer saved a method, so that what is unpaid can be tried with it (K4). */
export const methodSaved = defineEvent(
  "gateways/method.saved",
  z.object({ saved_method_id: z.uuid(), member_id: z.uuid().nullable(), company_id: z.uuid().nullable() }),
);

/** K1: a vendor's event was stored. */
export const gatewayEventReceived = defineEvent("gateways/event.received", z.object({ gateway_id: z.uuid() }));

/** K12: a method is not charged any more, for a reason that the payer or the gateway gave. */
export const methodEnded = defineEvent(
  "gateways/method.ended",
  z.object({
    saved_method_id: z.uuid(),
    end_reason: z.enum(methodEndReasons),
    member_id: z.uuid().nullable(),
    company_id: z.uuid().nullable(),
  }),
);

/** The sandbox has something to report. */
export const sandboxReported = defineEvent("gateways/sandbox.reported", z.object({ gateway_id: z.uuid() }));
