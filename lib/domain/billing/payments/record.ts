import * as contracts from "@/lib/contracts/billing/payments";
import { operation } from "@/lib/kernel/operation";
import { getPaymentRow } from "./find";
import { recordParts } from "./record-parts";

/** K18: money by hand pays invoices, and the rest becomes account credit. */
export const recordPayment = operation(contracts.recordPayment, async (ctx, input) => {
  const { method, amount_minor, reference, handed_over_minor, ...taken } = input;
  const { recorded, currency, received_on } = await recordParts(ctx, taken, [
    { method, amount_minor, reference, handed_over_minor },
  ]);
  const [{ id, credit_minor }] = recorded;
  ctx.audit({
    target_type: "payment",
    target_id: id,
    after: { method, amount_minor, currency, received_on, reference: reference ?? null, credit_minor },
  });
  return getPaymentRow(ctx, id);
});

/** Half in cash, half by card: all parts in one transaction, so that a lost connection never leaves one of them behind. */
export const recordSplitPayment = operation(contracts.recordSplitPayment, async (ctx, { parts, ...taken }) => {
  const [first, ...more] = parts;
  if (!first) throw new Error("The contract requires parts");
  const { recorded, currency, received_on } = await recordParts(ctx, taken, [first, ...more]);
  const amount_minor = parts.reduce((all, part) => all + part.amount_minor, 0);
  const methods = parts.map(({ method, amount_minor }) => ({ method, amount_minor }));
  ctx.audit({
    target_type: "payment",
    target_id: recorded[0].id,
    after: { amount_minor, currency, received_on, parts: methods, payments: recorded.map(({ id }) => id) },
  });
  const payments = [];
  for (const { id } of recorded) payments.push(await getPaymentRow(ctx, id));
  return { payments, amount_minor, currency };
});
