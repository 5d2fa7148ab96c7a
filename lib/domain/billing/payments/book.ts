import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits, invoiceSettlements, payments, tillMovements } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { post } from "@/lib/domain/billing/ledger";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { PaymentMethod } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { accountOf } from "./money-account";
import type { Share } from "./open-invoices";
import { ownerOf } from "./payer";
import type { Place } from "./place";
import { snapshotsOf } from "./snapshots";

export type Booking = {
  id: string;
  payer: Payer;
  place: Omit<Place, "today">;
  method: PaymentMethod;
  /** Through which it came, with the gateway's id of the money. Absent: by hand. */
  gateway?: { gateway_id: string; charge_ref: string } | undefined;
  amount_minor: number;
  received_on: CalendarDay;
  reference: string | null;
  note: string | null;
  /** Of cash, before the change; null where it was not entered. */
  handed_over_minor?: number | null;
  /** Null only where no cash moves. */
  till_session_id: string | null;
  /** What it pays of each invoice. The rest becomes account credit. */
  shares: readonly Share[];
  at: string;
  by: string | null;
};

/** What of a payment becomes account credit. */
export const restOf = ({ amount_minor, shares }: Pick<Booking, "amount_minor" | "shares">): number =>
  amount_minor - shares.reduce((all, share) => all + share.amount_minor, 0);

/** Stores payments with what they settle, one statement per table whatever their number. Invoices and tills are locked before. */
export async function bookPayments(ctx: OrganizationCtx, bookings: readonly Booking[]): Promise<void> {
  const { organization_id } = ctx;
  const printed = await snapshotsOf(
    ctx,
    bookings.map(({ payer, place: { location_id } }) => ({ payer, location_id })),
  );
  await insertRecords(
    ctx,
    payments,
    bookings.map(({ id, payer, place, at, by, ...one }, index) => ({
      ...printed[index],
      ...{ id, organization_id, location_id: place.location_id, ...payer, method: one.method },
      ...{ amount_minor: one.amount_minor, currency: place.currency, received_on: one.received_on, received_at: at },
      ...{
        reference: one.reference,
        note: one.note,
        handed_over_minor: one.handed_over_minor ?? null,
        till_session_id: one.till_session_id,
        gateway_id: one.gateway?.gateway_id ?? null,
        charge_ref: one.gateway?.charge_ref ?? null,
      },
      ...{ recorded_by: by, created_at: at },
    })),
  );
  await insertRecords(
    ctx,
    invoiceSettlements,
    bookings.flatMap(({ id: payment_id, shares, received_on: settled_on, at, by }) =>
      shares.map((share) => ({
        ...{ id: newId(), organization_id, invoice_id: share.id, kind: "payment" as const, payment_id },
        ...{ amount_minor: share.amount_minor, settled_on, created_by: by, created_at: at },
      })),
    ),
  );
  await insertRecords(
    ctx,
    accountCredits,
    bookings
      .map((booking) => ({ ...booking, rest_minor: restOf(booking) }))
      .filter(({ rest_minor }) => rest_minor > 0)
      .map(({ id: payment_id, payer, place, rest_minor, received_on, at, by }) => ({
        ...{ id: newId(), organization_id, ...payer, location_id: place.location_id, source: "overpayment" as const },
        ...{ payment_id, currency: place.currency, amount_minor: rest_minor, remaining_minor: rest_minor },
        ...{ granted_on: received_on, created_by: by, created_at: at },
      })),
  );
  await insertRecords(
    ctx,
    tillMovements,
    bookings.flatMap(({ id: payment_id, method, till_session_id, amount_minor, at, by }) =>
      method === "cash" && till_session_id
        ? {
            ...{ id: newId(), organization_id, till_session_id, kind: "payment" as const, amount_minor },
            ...{ payment_id, created_by: by, created_at: at },
          }
        : [],
    ),
  );
  await post(ctx, bookings.map(postingOf));
}

function postingOf(booking: Booking) {
  const { id, payer, place, method, gateway, amount_minor, received_on: booked_on, shares, at } = booking;
  const { legal_entity_id, location_id, currency } = place;
  const owner = ownerOf(payer);
  return {
    ...{ legal_entity_id, location_id, booked_on, currency, fact: `payment:${id}`, created_at: at },
    lines: [
      { account: accountOf(method, gateway?.gateway_id ?? null), amount_minor },
      ...shares.map((share) => ({
        ...{ account: "receivable" as const, amount_minor: -share.amount_minor, invoice_id: share.id, ...owner },
      })),
      { account: "customer_credit" as const, amount_minor: -restOf(booking), ...owner },
    ],
  };
}
