import type { z } from "zod";
import { newId } from "@/db/id";
import type * as contracts from "@/lib/contracts/billing/payments";
import { findOpenTill, lockOpenTill } from "@/lib/domain/billing/till/lock-till";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { PaymentMethod } from "@/lib/values/billing";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { type Booking, bookPayments, restOf } from "./book";
import { paymentRecorded } from "./events";
import { locationOfOldest, lockShares } from "./open-invoices";
import { ownerOf, payerOf } from "./payer";
import { placeOf, refuseForeignCurrency } from "./place";
import { shareOut } from "./share-out";

type Taken = Omit<z.output<typeof contracts.recordSplitPayment.input>, "parts">;
type Part = z.output<typeof contracts.recordSplitPayment.input>["parts"][number];
type Recorded = { id: string; credit_minor: number };

/** Records one payment for each way in which the money came. The invoices are locked once, for the whole amount. */
export async function recordParts(ctx: Ctx<unknown>, input: Taken, parts: [Part, ...Part[]]) {
  const { payer, home_location_id } = await payerOf(ctx, input);
  const location_id = input.location_id ?? home_location_id ?? (await locationOfOldest(ctx, payer));
  if (!location_id) throw new Problem("location_required", "Choose the location that took the money.");
  const place = await placeOf(ctx, location_id);
  refuseForeignCurrency(place, input.currency);
  const received_on = input.received_on ?? place.today;
  for (const part of parts) {
    refuseDay(part.method, received_on, place.today);
    refuseHandedOver(part);
  }
  const amount_minor = parts.reduce((all, part) => all + part.amount_minor, 0);
  const shares = await lockShares(ctx, { payer, place, amount_minor }, input.invoices);
  const takesCash = parts.some(({ method }) => method === "cash");
  const till = await (takesCash ? lockOpenTill : findOpenTill)(ctx, location_id);
  const shared = shareOut(parts, shares);
  const bookingOf = (part: Part, index: number): Booking & Recorded => {
    const paid = shared[index] ?? [];
    return {
      ...{ id: newId(), payer, place, received_on, shares: paid, method: part.method, amount_minor: part.amount_minor },
      ...{ reference: part.reference ?? null, note: input.note ?? null },
      ...{ handed_over_minor: part.handed_over_minor ?? null, till_session_id: till?.id ?? null },
      ...{ at: ctx.now.toString(), by: userIdOf(ctx.caller) },
      credit_minor: restOf({ amount_minor: part.amount_minor, shares: paid }),
    };
  };
  const [first, ...more] = parts;
  const bookings = [bookingOf(first, 0), ...more.map((part, index) => bookingOf(part, index + 1))] as const;
  await bookPayments(ctx, bookings);
  const { currency } = place;
  for (const { id, amount_minor } of bookings)
    ctx.emit(paymentRecorded, { payment_id: id, ...ownerOf(payer), amount_minor, currency });
  return { recorded: bookings, currency, received_on };
}

/** Money is recorded within a year. Cash is in the drawer on the day on which it is taken. */
function refuseDay(method: PaymentMethod, received_on: CalendarDay, today: CalendarDay): void {
  if (received_on > today)
    throw invalid("received_on", "This day is in the future. Record the money when it is there.");
  if (method === "cash" && received_on !== today)
    throw invalid("received_on", "Cash goes into the open till. Record it with the day of today.");
  if (received_on < addDays(today, -366))
    throw invalid("received_on", "This day is more than a year ago. Enter a day of the last 12 months.");
}

function refuseHandedOver({ method, amount_minor, handed_over_minor }: Part): void {
  if (handed_over_minor === undefined) return;
  if (method !== "cash") throw invalid("handed_over_minor", "Only cash is handed over. Leave this out for other ways.");
  if (handed_over_minor < amount_minor)
    throw invalid("handed_over_minor", "Less was handed over than is taken. Take at most what was handed over.");
}
