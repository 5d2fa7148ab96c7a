import type { z } from "zod";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits, invoiceSettlements, payments } from "@/db/schema";
import type * as contracts from "@/lib/contracts/billing/payments";
import type { Payer } from "@/lib/domain/billing/documents";
import { post } from "@/lib/domain/billing/ledger";
import { findOpenTill, lockOpenTill, moveCashOf, type TillSession } from "@/lib/domain/billing/till/lock-till";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { PaymentMethod } from "@/lib/values/billing";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { paymentRecorded } from "./events";
import { accountOf } from "./money-account";
import { locationOfOldest, lockShares } from "./open-invoices";
import { ownerOf, payerOf } from "./payer";
import { type Place, placeOf, refuseForeignCurrency } from "./place";
import { shareOut } from "./share-out";

type Taken = Omit<z.output<typeof contracts.recordSplitPayment.input>, "parts">;
type Part = z.output<typeof contracts.recordSplitPayment.input>["parts"][number];
type Share = { id: string; amount_minor: number };
type Recorded = { id: string; credit_minor: number };
type Receipt = { payer: Payer; place: Place; received_on: CalendarDay; note: string | null; till: TillSession | null };

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
  const receipt = { payer, place, received_on, note: input.note ?? null, till };
  const [first, ...more] = shareOut(parts, shares);
  const recorded: [Recorded, ...Recorded[]] = [await recordPart(ctx, receipt, parts[0], first ?? [])];
  for (const [at, part] of parts.slice(1).entries())
    recorded.push(await recordPart(ctx, receipt, part, more[at] ?? []));
  return { recorded, currency: place.currency, received_on };
}

async function recordPart(
  ctx: Ctx<unknown>,
  { payer, place, received_on, note, till }: Receipt,
  { method, amount_minor, reference = undefined, handed_over_minor = undefined }: Part,
  shares: readonly Share[],
): Promise<Recorded> {
  const { db, organization_id } = ctx;
  const { location_id, currency, legal_entity_id } = place;
  const credit_minor = amount_minor - shares.reduce((all, share) => all + share.amount_minor, 0);
  const [id, created_at, created_by] = [newId(), ctx.now.toString(), userIdOf(ctx.caller)];
  await db.insert(payments).values({
    ...{ id, organization_id, location_id, ...payer, method, amount_minor, currency, received_on, note },
    ...{ reference: reference ?? null, handed_over_minor: handed_over_minor ?? null },
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
  ctx.emit(paymentRecorded, { payment_id: id, ...owner, amount_minor, currency });
  return { id, credit_minor };
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
