import { newId } from "@/db/id";
import * as contracts from "@/lib/contracts/billing/payments";
import { findOpenTill, lockOpenTill } from "@/lib/domain/billing/till/lock-till";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import type { PaymentMethod } from "@/lib/values/billing";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { bookPayments } from "./book";
import { paymentRecorded } from "./events";
import { getPaymentRow } from "./find";
import { locationOfOldest, lockShares } from "./open-invoices";
import { ownerOf, payerOf } from "./payer";
import { placeOf, refuseForeignCurrency } from "./place";

/** K18: money by hand pays invoices, and the rest becomes account credit. */
export const recordPayment = operation(contracts.recordPayment, async (ctx, input) => {
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
  const id = newId();
  await bookPayments(ctx, [
    {
      ...{ id, payer, place, method, amount_minor, received_on, reference, note, shares },
      ...{ till_session_id: till?.id ?? null, at: ctx.now.toString(), by: userIdOf(ctx.caller) },
    },
  ]);
  ctx.audit({
    target_type: "payment",
    target_id: id,
    after: { method, amount_minor, currency: place.currency, received_on, reference, credit_minor },
  });
  ctx.emit(paymentRecorded, { payment_id: id, ...ownerOf(payer), amount_minor, currency: place.currency });
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
