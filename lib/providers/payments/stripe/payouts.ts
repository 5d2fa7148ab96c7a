import type { Stripe } from "stripe";
import { Temporal } from "temporal-polyfill";
import type { BalanceItem, PaymentGateway, PayoutState } from "@/lib/providers/payments/payment-gateway";
import type { PayoutStatus } from "@/lib/values/gateways";
import { fromStripe } from "./amounts";
import type { StripeCaller } from "./connect";
import { idOf } from "./methods";

/** The most that the SDK reads. */
const MAX_LISTED = 10_000;

export const stripePayouts = ({ call }: StripeCaller): Pick<PaymentGateway, "listPayouts" | "listBalanceItems"> => ({
  listPayouts: (from_on) =>
    call(async (client) => {
      const { epochMilliseconds } = Temporal.PlainDate.from(from_on).toZonedDateTime("UTC");
      const payouts = await client.payouts
        .list({ created: { gte: epochMilliseconds / 1000 }, limit: 100 })
        .autoPagingToArray({ limit: MAX_LISTED });
      return payouts.toReversed().map(payoutState);
    }),
  listBalanceItems: (payout) =>
    call(async (client) => {
      const rows = await client.balanceTransactions
        .list({ payout, limit: 100 })
        .autoPagingToArray({ limit: MAX_LISTED });
      return rows.filter(({ reporting_category }) => reporting_category !== "payout").map(balanceItem);
    }),
});

const STATUSES: Record<string, PayoutStatus> = { paid: "paid", failed: "failed", canceled: "failed" };

const payoutState = (payout: Stripe.Payout): PayoutState => ({
  ...fromStripe(payout.amount, payout.currency),
  ref: payout.id,
  status: STATUSES[payout.status] ?? "pending",
  arrives_on: dayOf(payout.arrival_date),
});

/** Stripe writes a day as its midnight in UTC. */
const dayOf = (seconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toString();

/** https://docs.stripe.com/reports/reporting-categories */
const KINDS: Record<string, BalanceItem["kind"]> = {
  charge: "payment",
  charge_failure: "payment",
  refund: "refund",
  refund_failure: "refund",
  partial_capture_reversal: "refund",
  dispute: "dispute",
  dispute_reversal: "dispute",
  fee: "fee",
  network_cost: "fee",
  tax: "fee",
};

function balanceItem(row: Stripe.BalanceTransaction): BalanceItem {
  const kind = KINDS[row.reporting_category] ?? "adjustment";
  const is_fee = kind === "fee";
  const { currency, amount_minor } = fromStripe(is_fee ? 0 : row.amount, row.currency);
  const fee = is_fee ? row.fee - row.amount : row.fee;
  return {
    ref: row.id,
    kind,
    source_ref: idOf(row.source),
    amount_minor,
    fee_minor: fromStripe(fee, row.currency).amount_minor,
    currency,
  };
}
