import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { payoutItems } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { refundPayment } from "@/lib/domain/billing/payments";
import { syncPayouts } from "@/lib/domain/gateways/payouts";
import { sweepRefunds } from "@/lib/domain/gateways/refunds";
import { systemCaller } from "@/lib/kernel/caller";
import type { BalanceItem, PayoutState } from "@/lib/providers/payments";
import {
  type Collected,
  collectedByCard,
  eventEnds,
  heard,
  linesOf,
  noticesOf,
  payoutRows,
  process,
  report,
} from "@/tests/support/gateways/disputed";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { many, owner, reason } from "@/tests/support/gym/payments";

const sync = (gym: Gym, { gateway }: Collected) =>
  syncPayouts(systemCaller("Payouts", gym.organization), gateway.gateway_id);

let serial = 0;
const item = ({ charge_ref, currency }: Collected, fields: Partial<BalanceItem> = {}): BalanceItem => ({
  ...{ ref: `txn_${++serial}`, kind: "payment", source_ref: charge_ref, amount_minor: 5_900, fee_minor: 201, currency },
  ...fields,
});

const payout = (
  { currency }: Collected,
  items: BalanceItem[],
  fields: Partial<PayoutState> = {},
): PayoutState & { items: BalanceItem[] } => ({
  ...{ ref: "po_1", status: "paid", arrives_on: "2026-03-05", currency, items },
  amount_minor: items.reduce((all, { amount_minor, fee_minor }) => all + amount_minor - fee_minor, 0),
  ...fields,
});

const itemRows = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(payoutItems)
      .where(eq(payoutItems.organization_id, organization_id))
      .orderBy(asc(payoutItems.created_at), asc(payoutItems.item_ref)),
  );

test("a payout that matches is booked to the bank once, with its fees, however often it is read", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  collected.gateway.payouts = [payout(collected, [item(collected)])];
  await sync(gym, collected);
  await Promise.all(many(8).map(() => sync(gym, collected)));
  expect(await linesOf(gym, "payout")).toEqual([
    "payout_fees gateway_fees 201",
    "payout_fees gateway_clearing -201",
    "payout:1 bank 5699",
    "payout:1 gateway_clearing -5699",
  ]);
  expect(await ledgerOf(gym)).toEqual({ bank: 5_699, gateway_fees: 201, revenue: -5_900 });
  expect(await itemRows(gym)).toMatchObject([
    { payment_id: collected.payment_id, location_id: gym.location_id, mismatch: null },
  ]);
  expect(await noticesOf(gym)).toEqual([]);
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("K17 refunds, a dispute with its fee and a fee of the account come out of the balance", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await refundPayment(owner(gym), {
    ...{ id: collected.payment_id, invoice_id: collected.invoice_id, amount_minor: 1_000, reason },
  });
  await sweepRefunds(systemCaller("Refunds", gym.organization));
  await heard(gym, collected, { amount_minor: 4_900, fee_minor: 1_500 });
  const [refund] = [...collected.gateway.refunds.values()];
  collected.gateway.payouts = [
    payout(collected, [
      item(collected),
      item(collected, { kind: "refund", source_ref: refund?.ref ?? null, amount_minor: -1_000, fee_minor: 0 }),
      item(collected, { kind: "dispute", source_ref: "dp_1", amount_minor: -4_900, fee_minor: 2_000 }),
      item(collected, { kind: "fee", source_ref: null, amount_minor: 0, fee_minor: 300 }),
    ]),
  ];
  await sync(gym, collected);
  expect((await itemRows(gym)).map(({ mismatch }) => mismatch)).toEqual([null, null, null, null]);
  expect(await linesOf(gym, "dispute_fee")).toEqual([
    "dispute_fee:1500 gateway_fees 1500",
    "dispute_fee:1500 gateway_clearing -1500",
    "dispute_fee:2000 gateway_fees 500",
    "dispute_fee:2000 gateway_clearing -500",
  ]);
  const { gateway_clearing, ...ledger } = await ledgerOf(gym);
  expect(gateway_clearing).toBeUndefined();
  expect(ledger).toMatchObject({ bank: -2_501, gateway_fees: 2_501, receivable: 4_900 });
});

test("what does not match is listed with a sentence, and staff are told once", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  collected.gateway.payouts = [
    payout(
      collected,
      [
        item(collected, { ref: "txn_a", amount_minor: 5_000 }),
        item(collected, { ref: "txn_b", source_ref: "ch_elsewhere" }),
        item(collected, { ref: "txn_c", kind: "refund", source_ref: "re_elsewhere", amount_minor: -100 }),
        item(collected, { ref: "txn_d", kind: "dispute", source_ref: "dp_elsewhere", amount_minor: -100 }),
        item(collected, { ref: "txn_e", kind: "adjustment", source_ref: "adj_1", amount_minor: 7 }),
        item(collected, { ref: "txn_f", currency: "JPY" }),
      ],
      { amount_minor: 10_000 },
    ),
  ];
  await sync(gym, collected);
  await sync(gym, collected);
  expect((await itemRows(gym)).map(({ item_ref, mismatch }) => `${item_ref} ${mismatch}`)).toEqual([
    "txn_a The gateway has €50.00, and here it is €59.00.",
    "txn_b No payment with this id was recorded here.",
    "txn_c No refund with this id was made here.",
    "txn_d No dispute with this id is known here.",
    "txn_e The gateway changed the balance for a reason that is not known here.",
    "txn_f The gateway counts it in JPY, and here it is in EUR.",
  ]);
  expect(await payoutRows(gym)).toMatchObject([
    { mismatch: "The items come to €154.01, and €100.00 was paid out.", amount_minor: 10_000 },
  ]);
  expect(await noticesOf(gym)).toEqual(["A payout of €100.00 does not match"]);
  expect(await ledgerOf(gym)).toMatchObject({ bank: 10_000 });
});

test("a payment is in one payout, also when two are read at the same time", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  collected.gateway.payouts = [
    payout(collected, [item(collected)]),
    payout(collected, [item(collected)], { ref: "po_2" }),
  ];
  await Promise.all(many(6).map(() => sync(gym, collected)));
  const rows = await itemRows(gym);
  expect(rows.map(({ mismatch }) => mismatch).toSorted()).toEqual(["This payment was in a payout before.", null]);
});

test("what arrives later is matched by the next run", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  collected.gateway.payouts = [
    payout(collected, [
      item(collected),
      item(collected, { kind: "dispute", source_ref: "dp_1", amount_minor: -5_900, fee_minor: 1_500 }),
    ]),
  ];
  await sync(gym, collected);
  expect((await itemRows(gym)).map(({ mismatch }) => mismatch)).toEqual([
    null,
    "No dispute with this id is known here.",
  ]);
  await heard(gym, collected);
  await sync(gym, collected);
  expect((await itemRows(gym)).map(({ mismatch }) => mismatch)).toEqual([null, null]);
  expect(await ledgerOf(gym)).toEqual({ bank: -1_701, gateway_fees: 1_701, receivable: 5_900, revenue: -5_900 });
});

test("a payout that comes back is booked back, and the next one carries its money", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  const first = payout(collected, [item(collected)]);
  collected.gateway.payouts = [{ ...first, status: "pending" }];
  await sync(gym, collected);
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 5_699, gateway_fees: 201, revenue: -5_900 });
  collected.gateway.payouts = [first];
  await sync(gym, collected);
  expect(await ledgerOf(gym)).toMatchObject({ bank: 5_699 });
  const again = item(collected, { kind: "adjustment", source_ref: "po_1", amount_minor: 5_699, fee_minor: 0 });
  collected.gateway.payouts = [{ ...first, status: "failed" }, payout(collected, [again], { ref: "po_2" })];
  await sync(gym, collected);
  expect(await payoutRows(gym)).toMatchObject([
    { payout_ref: "po_1", status: "failed", booked_at: null },
    { payout_ref: "po_2", status: "paid", mismatch: null },
  ]);
  expect((await itemRows(gym)).map(({ mismatch }) => mismatch)).toEqual([null, null]);
  expect(await linesOf(gym, "payout_returned")).toEqual([
    "payout_returned:1 bank -5699",
    "payout_returned:1 gateway_clearing 5699",
  ]);
  expect(await ledgerOf(gym)).toEqual({ bank: 5_699, gateway_fees: 201, revenue: -5_900 });
});

test("K1 an event of a payout starts the reading, and other gyms keep their own", async () => {
  const [gym, other] = [await newGym(), await newGym()];
  const [collected, theirs] = [await collectedByCard(gym), await collectedByCard(other)];
  collected.gateway.payouts = [payout(collected, [item(collected), item(theirs)])];
  for (const _ of many(3)) await report(gym, "po_1", { subject: "payout", type: "payout.paid" });
  await process(gym, collected.gateway.gateway_id);
  expect((await eventEnds(gym)).map(({ status }) => status)).toEqual(["processed", "processed", "processed"]);
  expect((await itemRows(gym)).map(({ mismatch }) => mismatch)).toEqual([
    null,
    "No payment with this id was recorded here.",
  ]);
  expect(await payoutRows(other)).toEqual([]);
  expect(collected.gateway.calls.filter((call) => call.startsWith("list_payouts"))).toHaveLength(1);
});
