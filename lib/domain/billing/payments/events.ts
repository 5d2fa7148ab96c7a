import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

const payment = z.object({
  payment_id: z.uuid(),
  member_id: z.uuid().nullable(),
  company_id: z.uuid().nullable(),
  amount_minor: z.int(),
  currency: z.string(),
});

export const paymentRecorded = defineEvent("billing/payment.recorded", payment);
export const paymentReversed = defineEvent("billing/payment.reversed", payment);
export const paymentRefunded = defineEvent("billing/payment.refunded", payment.extend({ refund_id: z.uuid() }));
