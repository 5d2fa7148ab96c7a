import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { payments } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { messageContext, notify } from "@/lib/domain/messages/notifications";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { VariableWords } from "@/lib/values/message-variables";
import { paymentMethodWords } from "@/lib/values/payment-method-words";
import { receiptNumber } from "@/lib/values/receipt-number";
import { payerOf } from "./mail-documents";

const contract = job({
  id: "billing_mails.receipt",
  input: z.strictObject({ payment_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

/** Thanks for a payment, with its receipt. P1: once for each payment. */
export const mailReceipt = operation(contract, async (ctx, { payment_id }) => {
  const { db, organization_id } = ctx;
  const rows = await db
    .select()
    .from(payments)
    .where(and(eq(payments.organization_id, organization_id), eq(payments.id, payment_id)));
  const standing = rows.filter(({ reversed_at }) => reversed_at === null);
  let queued = 0;
  for (const payment of standing) queued += (await queueReceipt(ctx, payment, receiptKey(payment.id))).queued;
  return { queued };
});

/** P1: the key of the message that every payment has. */
export const receiptKey = (payment_id: string): string => `receipt:${payment_id}`;

/** Writes to the payer. A payment has one message for each key. */
export const queueReceipt = (ctx: Ctx<unknown>, payment: typeof payments.$inferSelect, event_key: string) =>
  notify(ctx, "receipt", [
    {
      ...payerOf(payment),
      event_key,
      about: { id: payment.id },
      link: `${messageContext(ctx).member_page_url}/invoices`,
      variables: {
        receipt_number: receiptNumber(payment.id),
        amount: ({ money }: VariableWords) => money(payment.amount_minor, payment.currency),
        received_on: payment.received_on,
        method: ({ language }: VariableWords) => paymentMethodWords[language][payment.method],
      },
    },
  ]);
