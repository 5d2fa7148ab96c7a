import { Temporal } from "temporal-polyfill";
import type { BalanceItem, PayoutState } from "@/lib/providers/payments/payment-gateway";
import { report } from "./events";
import { change, create, inDays, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";

type Money = { amount_minor: number; currency: string };
type Payment = SandboxObject<"payment">;
type Item = SandboxObject<"balance_item">;

/** Days until the balance of a payment can be paid out, and until a payout has arrived. */
const lagDays = 1;
const transferDays = 2;

/** What the bank takes for a dispute. */
export const disputeFeeMinor = 15_00;

/** 2.9 % and 30 for cards, 0.8 % up to 5.00 for debits, nothing for UPI. */
function feeOf({ amount_minor, method_kind }: Payment["data"]): number {
  if (method_kind === "upi") return 0;
  if (method_kind === "bank_debit") return Math.min(Math.round((amount_minor * 8) / 1000), 500);
  return Math.min(Math.round((amount_minor * 29) / 1000) + 30, amount_minor);
}

export async function addPaymentItem(vendor: Vendor, payment: Payment): Promise<void> {
  const { amount_minor, currency, charge_ref } = payment.data;
  await addItem(vendor, {
    ...{ kind: "payment", amount_minor, currency, fee_minor: feeOf(payment.data) },
    source_ref: charge_ref ?? payment.ref,
  });
}

export const addItem = (
  vendor: Vendor,
  item: Money & Pick<Item["data"], "kind" | "source_ref" | "fee_minor">,
): Promise<Item> => create(vendor, "balance_item", item);

/**
 * Pays the balance of each currency out. A balance of nothing or less stays, and the next payments fill it up. Without `is_early`, items of the
 * last day wait for the next payout.
 */
export async function payOut(vendor: Vendor, { is_early }: { is_early: boolean }): Promise<SandboxObject<"payout">[]> {
  const before = vendor.now.subtract({ hours: 24 * lagDays }).epochMilliseconds;
  const items = (await vendor.tx.listUnpaidItems()).filter(
    ({ created_at }) => is_early || Temporal.Instant.from(created_at).epochMilliseconds <= before,
  );
  const payouts: SandboxObject<"payout">[] = [];
  for (const currency of new Set(items.map(({ data }) => data.currency))) {
    const own = items.filter(({ data }) => data.currency === currency);
    const amount_minor = own.reduce((sum, { data }) => sum + data.amount_minor - data.fee_minor, 0);
    if (amount_minor > 0) payouts.push(await makePayout(vendor, { amount_minor, currency }, own));
  }
  return payouts;
}

async function makePayout(vendor: Vendor, amount: Money, items: Item[]): Promise<SandboxObject<"payout">> {
  const due_at = inDays(vendor.now, transferDays);
  const arrives_on = Temporal.Instant.from(due_at).toZonedDateTimeISO("UTC").toPlainDate().toString();
  const payout = await create(vendor, "payout", { ...amount, status: "pending", arrives_on }, { due_at });
  for (const item of items) {
    await vendor.tx.save({ ...item, parent_ref: payout.ref });
  }
  await announce(vendor, payout, "payout.created");
  return payout;
}

/** The bank has the payout, or sent it back: then the next payout carries the amount. */
export async function endPayout(
  vendor: Vendor,
  payout: SandboxObject<"payout">,
  status: "paid" | "failed",
): Promise<SandboxObject<"payout">> {
  if (payout.data.status !== "pending") throw new SandboxRefusal("This payout has ended.");
  const ended = await change(vendor, payout, { status });
  if (status === "failed") {
    const { amount_minor, currency } = payout.data;
    await addItem(vendor, { kind: "adjustment", amount_minor, currency, fee_minor: 0, source_ref: payout.ref });
  }
  await announce(vendor, ended, `payout.${status}`);
  return ended;
}

const announce = (vendor: Vendor, { ref }: SandboxObject<"payout">, type: string): Promise<void> =>
  report(vendor, { type, subject: "payout", ref });

export const payoutState = ({ ref, data }: SandboxObject<"payout">): PayoutState => ({ ref, ...data });

export const balanceItem = ({ ref, data }: Item): BalanceItem => ({ ref, ...data });
