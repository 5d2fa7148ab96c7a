import { and, eq, gte, lte, sql } from "drizzle-orm";
import { invoiceSettlements, payments } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/payments";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { getPaymentRow, selectPayments } from "./find";

export const listPayments = operation(contracts.listPayments, async (ctx, input) => {
  const { member_id, company_id, location_id, invoice_id, till_session_id, method, limit } = input;
  const { order, after } = newestFirst(payments.created_at, payments.id, input.cursor);
  const rows = await selectPayments(
    ctx,
    and(
      member_id ? eq(payments.payer_member_id, member_id) : undefined,
      company_id ? eq(payments.payer_company_id, company_id) : undefined,
      location_id ? eq(payments.location_id, location_id) : undefined,
      invoice_id ? paid(invoice_id) : undefined,
      till_session_id ? eq(payments.till_session_id, till_session_id) : undefined,
      method ? eq(payments.method, method) : undefined,
      input.received_from ? gte(payments.received_on, input.received_from) : undefined,
      input.received_to ? lte(payments.received_on, input.received_to) : undefined,
      after,
    ),
  )
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
});

const paid = (invoice_id: string) => sql`exists (select from ${invoiceSettlements} s
  where s.organization_id = ${payments.organization_id} and s.payment_id = ${payments.id} and s.invoice_id = ${invoice_id})`;

export const getPayment = operation(contracts.getPayment, (ctx, { id }) => getPaymentRow(ctx, id));
