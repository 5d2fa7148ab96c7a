import { Temporal } from "temporal-polyfill";
import type { BalanceItem, PaymentGateway, PayoutState } from "@/lib/providers/payments/payment-gateway";
import type { PayoutStatus } from "@/lib/values/gateways";
import { fromRazorpay } from "./amounts";
import type { Client, RazorpayCaller } from "./connect";

type Settlement = { id: string; amount: number; currency?: string; status: string; created_at: number };

type Row = {
  entity_id: string;
  type: string;
  debit: number;
  credit: number;
  amount: number | string;
  currency: string;
  settlement_id: string | null;
  dispute_id?: string | null;
};

/** Razorpay counts days in India, which has no summer time. */
const ZONE = "Asia/Kolkata";

const PER_PAGE = 100;
const ROWS_PER_PAGE = 1000;

export const razorpaySettlements = ({
  call,
}: RazorpayCaller): Pick<PaymentGateway, "listPayouts" | "listBalanceItems"> => ({
  listPayouts: (from_on) =>
    call(async (client) => {
      const from = Temporal.PlainDate.from(from_on).toZonedDateTime(ZONE).epochMilliseconds / 1000;
      const settlements = await readAll(PER_PAGE, async (page) => {
        const { items } = await client.settlements.all({ from, ...page });
        return items as unknown as Settlement[];
      });
      return settlements.toSorted((a, b) => a.created_at - b.created_at).map(payoutState);
    }),
  listBalanceItems: (ref) =>
    call(async (client) => {
      const { created_at } = (await client.settlements.fetch(ref)) as unknown as Settlement;
      const { year, month, day } = dayOf(created_at);
      const own = await rowsOf(client, ref, { year, month, day });
      // The bank may have it on another day than the one on which it was made.
      const rows = own.length > 0 ? own : await rowsOf(client, ref, { year, month });
      return rows.map(balanceItem);
    }),
});

async function rowsOf(
  client: Client,
  ref: string,
  days: { year: number; month: number; day?: number },
): Promise<Row[]> {
  const rows = await readAll(ROWS_PER_PAGE, async (page) => {
    const { items } = (await client.settlements.reports({ ...days, ...page })) as unknown as { items: Row[] };
    return items;
  });
  return rows.filter(({ settlement_id }) => settlement_id === ref);
}

type Page = { count: number; skip: number };

async function readAll<Item>(count: number, read: (page: Page) => Promise<Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const items = await read({ count, skip: all.length });
    all.push(...items);
    if (items.length < count) return all;
  }
}

const dayOf = (seconds: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate();

/** A settlement that failed is tried again under its own id. */
const STATUSES: Record<string, PayoutStatus> = { processed: "paid", failed: "failed" };

const payoutState = (settlement: Settlement): PayoutState => ({
  ...fromRazorpay(settlement.amount, settlement.currency ?? "INR"),
  ref: settlement.id,
  status: STATUSES[settlement.status] ?? "pending",
  arrives_on: dayOf(settlement.created_at).toString(),
});

const KINDS: Record<string, BalanceItem["kind"]> = { payment: "payment", refund: "refund" };

/** The fee is what lies between the amount and what the balance changed by. It includes the tax on the fee. */
function balanceItem(row: Row): BalanceItem {
  const change = row.credit - row.debit;
  const kind = KINDS[row.type] ?? (row.dispute_id ? "dispute" : "adjustment");
  const { amount_minor, currency } = fromRazorpay(row.amount, row.currency);
  const before = kind === "payment" ? amount_minor : kind === "refund" ? -amount_minor : change;
  return {
    ref: row.entity_id,
    kind,
    source_ref: row.dispute_id ?? row.entity_id,
    amount_minor: before,
    fee_minor: before - change,
    currency,
  };
}
