import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { payments, refunds } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { messageContext, notify } from "@/lib/domain/messages/notifications";
import { operation } from "@/lib/kernel/operation";
import type { VariableWords } from "@/lib/values/message-variables";
import { paymentMethodWords } from "@/lib/values/payment-method-words";
import { receiptNumber } from "@/lib/values/receipt-number";
import { payerOf } from "./mail-documents";

const contract = job({
  id: "billing_mails.refund_receipt",
  input: z.strictObject({ refund_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

/** Tells who paid that money went back, with the receipt. P1: once for each refund. */
export const mailRefundReceipt = operation(contract, async (ctx, { refund_id }) => {
  const { db, organization_id } = ctx;
  const rows = await db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(
      payments,
      and(eq(payments.organization_id, refunds.organization_id), eq(payments.id, refunds.payment_id)),
    )
    .where(and(eq(refunds.organization_id, organization_id), eq(refunds.id, refund_id)));
  const { queued } = await notify(
    ctx,
    "refund_receipt",
    rows.map(({ refund, payment }) => ({
      ...payerOf(payment),
      event_key: `refund_receipt:${refund.id}`,
      about: { id: refund.id },
      link: `${messageContext(ctx).member_page_url}/invoices`,
      variables: {
        receipt_number: receiptNumber(refund.id),
        amount: ({ money }: VariableWords) => money(refund.amount_minor, refund.currency),
        refunded_on: refund.refunded_on,
        method: ({ language }: VariableWords) => paymentMethodWords[language][refund.method],
      },
    })),
  );
  return { queued };
});
