import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits, invoiceSettlements, payments } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/payments";
import { post } from "@/lib/domain/billing/ledger";
import { findOpenTill, lockOpenTill, moveCashOf } from "@/lib/domain/billing/till/lock-till";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import type { PaymentMethod } from "@/lib/values/billing";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { paymentRecorded } from "./events";
import { getPaymentRow } from "./find";
import { accountOf } from "./money-account";
import { locationOfOldest, lockShares } from "./open-invoices";
import { ownerOf, payerOf } from "./payer";
import { placeOf, refuseForeignCurrency } from "./place";
import { snapshotsOf } from "./snapshots";

/** K18: money by hand pays invoices, and the rest becomes account credit. */
export const recordPayment = operation(contracts.recordPayment, async (ctx, input) => {
  const { db, organization_id } = ctx;
  const { method, amount_minor, reference = null, note = null } = input;
  const { payer, home_location_id } = await payerOf(ctx, input);
  const location_id = input.location_id ?? home_location_id ?? (await locationOfOldest(ctx, payer));
  if (!location_id) throw new Problem("location_required", "Choose the location that took the money.");
  const place = await placeOf(ctx, location_id);
  refuseForeignCurrency(place, input.currency);
  const received_on = input.received_on ?? place.today;
  refuseDay(method, received_on, place.today);
  const shares = await lockShares(ctx, { payer, place, amount_minor }, input.invoices);
  const credit_minor = amount_minor - shares.reduce((all, share) => all + share.amount_minor, 0);
  const till = await (method === "cash" ? lockOpenTill : findOpenTill)(ctx, location_id);
  const { currency, legal_entity_id } = place;
  const [id, created_at, created_by] = [newId(), ctx.now.toString(), userIdOf(ctx.caller)];
  const printed = await snapshotsOf(ctx, payer, location_id);
  await db.insert(payments).values({
    ...printed,
    ...{ id, organization_id, location_id, ...payer, method, amount_minor, currency, received_on, reference, note },
    ...{ received_at: created_at, till_session_id: till?.id ?? null, recorded_by: created_by, created_at },
  });
  await insertRecords(
    ctx,
    invoiceSettlements,
    shares.map((share) => ({
      ...{ id: newId(), organization_id, invoice_id: share.id, kind: "payment" as const, payment_id: id },
      ...{ amount_minor: share.amount_minor, settled_on: received_on, created_by, created_at },
    })),
  );
  if (credit_minor > 0)
    await db.insert(accountCredits).values({
      ...{ id: newId(), organization_id, ...payer, location_id, source: "overpayment", payment_id: id, currency },
      ...{ amount_minor: credit_minor, remaining_minor: credit_minor, granted_on: received_on, created_by, created_at },
    });
  if (method === "cash" && till)
    await moveCashOf(ctx, till, { id: newId(), kind: "payment", amount_minor, payment_id: id, created_by, created_at });
  const owner = ownerOf(payer);
  await post(ctx, [
    {
      ...{ legal_entity_id, location_id, booked_on: received_on, currency, fact: `payment:${id}` },
      lines: [
        { account: accountOf[method], amount_minor },
        ...shares.map((share) => ({
          ...{ account: "receivable" as const, amount_minor: -share.amount_minor, invoice_id: share.id, ...owner },
        })),
        { account: "customer_credit", amount_minor: -credit_minor, ...owner },
      ],
    },
  ]);
  ctx.audit({
    target_type: "payment",
    target_id: id,
    after: { method, amount_minor, currency, received_on, reference, credit_minor },
  });
  ctx.emit(paymentRecorded, { payment_id: id, ...owner, amount_minor, currency });
  return getPaymentRow(ctx, id);
});

/** Money is recorded within a year. Cash is in the drawer on the day on which it is taken. */
function refuseDay(method: PaymentMethod, received_on: CalendarDay, today: CalendarDay): void {
  if (received_on > today)
    throw invalid("received_on", "This day is in the future. Record the money when it is there.");
  if (method === "cash" && received_on !== today)
    throw invalid("received_on", "Cash goes into the open till. Record it with the day of today.");
  if (received_on < addDays(today, -366))
    throw invalid("received_on", "This day is more than a year ago. Enter a day of the last 12 months.");
}
