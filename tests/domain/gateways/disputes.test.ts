import { expect, test } from "vitest";
import { getAccount } from "@/lib/domain/billing/credits";
import { refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { sweepDisputes } from "@/lib/domain/gateways/disputes";
import { sweepRefunds } from "@/lib/domain/gateways/refunds";
import { systemCaller } from "@/lib/kernel/caller";
import type { DisputeState } from "@/lib/providers/payments";
import {
  collectedByCard,
  dispute,
  disputeRows,
  eventEnds,
  heard,
  linesOf,
  noticesOf,
  process,
  report,
} from "@/tests/support/gateways/disputed";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { code, many, openOf, owner, pay, reason } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const later = () => new HandClock("2100-01-01T08:00:00Z");
const sweep = (gym: Gym) => sweepRefunds(systemCaller("Refunds", gym.organization, later()));

const refund = (gym: Gym, id: string, invoice_id: string, amount_minor: number) =>
  refundPayment(owner(gym), { id, invoice_id, amount_minor, reason });

test("K17 events of a dispute, shuffled, doubled and in parallel, have one effect", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  dispute(collected);
  for (let from = 0; from < 150; from += 30) await Promise.all(many(30).map(() => report(gym, "dp_1")));
  await Promise.all(many(4).map(() => process(gym, collected.gateway.gateway_id)));
  expect((await eventEnds(gym)).every(({ status }) => status === "processed")).toBe(true);
  expect(await ledgerOf(gym)).toEqual({
    ...{ receivable: 5_900, gateway_clearing: -1_500, gateway_fees: 1_500, revenue: -5_900 },
  });
  expect(await openOf(gym)).toEqual([5_900]);
  dispute(collected, { status: "won", evidence_due_at: null });
  await Promise.all(many(60).map(() => report(gym, "dp_1")));
  await Promise.all(many(4).map(() => process(gym, collected.gateway.gateway_id)));
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 4_400, gateway_fees: 1_500, revenue: -5_900 });
  expect(await openOf(gym)).toEqual([]);
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("K17 32 workers that read different states of a dispute end with the latest one", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  const states: Partial<DisputeState>[] = [
    { status: "lost", evidence_due_at: null },
    { status: "warning", is_debited: false, fee_minor: 0 },
    { status: "needs_response" },
    { status: "under_review", evidence_due_at: null },
  ];
  await heard(gym, collected, { status: "warning", is_debited: false, fee_minor: 0 });
  await Promise.all(
    many(32).map(async (_, index) => {
      dispute(collected, states[index % 4]);
      await report(gym, "dp_1");
      await process(gym, collected.gateway.gateway_id);
    }),
  );
  await heard(gym, collected, { status: "lost", evidence_due_at: null });
  await heard(gym, collected, { status: "needs_response" });
  expect(await disputeRows(gym)).toMatchObject([{ status: "lost", reopened_minor: 5_900, fee_minor: 1_500 }]);
  expect(await linesOf(gym, "dispute:")).toEqual(["dispute receivable 5900", "dispute gateway_clearing -5900"]);
  expect(await openOf(gym)).toEqual([5_900]);
});

test("K17 an inquiry books nothing, keeps the method, and can become a dispute", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected, { status: "warning", is_debited: false, fee_minor: 0 });
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 5_900, revenue: -5_900 });
  expect(await noticesOf(gym)).toEqual(["A bank asks about a payment of €59.00"]);
  await heard(gym, collected);
  expect(await openOf(gym)).toEqual([5_900]);
  expect(await noticesOf(gym)).toEqual(["A bank asks about a payment of €59.00", "A payment of €59.00 is disputed"]);
});

test("K17 an inquiry that is closed moved no money", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected, { status: "warning", is_debited: false, fee_minor: 0 });
  await heard(gym, collected, { status: "won", is_debited: false, fee_minor: 0 });
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 5_900, revenue: -5_900 });
  expect(await disputeRows(gym)).toMatchObject([{ status: "won", taken_at: null, returned_at: null }]);
});

test("K17 a dispute that was won before it was heard of books its fee alone", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected, { status: "won" });
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 4_400, gateway_fees: 1_500, revenue: -5_900 });
});

test("K17 a part of a payment is disputed, and that part is open again", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected, { amount_minor: 2_000, status: "lost", evidence_due_at: null });
  expect(await openOf(gym)).toEqual([2_000]);
  expect(await code(refund(gym, collected.payment_id, collected.invoice_id, 3_900))).toBe("conflict");
  await pay(gym, 2_000);
  expect(await code(refund(gym, collected.payment_id, collected.invoice_id, 3_901))).toBe("conflict");
  expect(await code(refund(gym, collected.payment_id, collected.invoice_id, 3_900))).toBe("done");
  await sweep(gym);
  expect(await ledgerOf(gym)).toMatchObject({ card_terminal: 2_000, gateway_clearing: -1_500 });
});

test("K17 disputes that do not fit are quarantined with a sentence, and nothing is booked", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected, { ref: "dp_a", charge_ref: "ch_elsewhere" });
  await heard(gym, collected, { ref: "dp_b", currency: "JPY" });
  await heard(gym, collected, { ref: "dp_c", amount_minor: 5_901 });
  expect(await eventEnds(gym)).toEqual([
    { status: "quarantined", reason: "No payment with the id of the disputed charge is recorded here." },
    { status: "quarantined", reason: "The dispute is in another currency than its payment." },
    { status: "quarantined", reason: "The dispute is about more money than its payment was." },
  ]);
  expect(await disputeRows(gym)).toEqual([]);
  await heard(gym, collected, { ref: "dp_d" });
  await heard(gym, collected, { ref: "dp_d", amount_minor: 100, status: "lost" });
  expect((await eventEnds(gym)).slice(3)).toEqual([
    { status: "processed", reason: null },
    { status: "quarantined", reason: "The amount of the dispute is not the amount that was booked." },
  ]);
  expect(await ledgerOf(gym)).toMatchObject({ receivable: 5_900 });
});

test("K17 a dispute of a charge at another gym's gateway changes nothing there", async () => {
  const [gym, other] = [await newGym(), await newGym()];
  const [collected, theirs] = [await collectedByCard(gym), await collectedByCard(other)];
  await heard(gym, collected, { charge_ref: theirs.charge_ref });
  expect(await eventEnds(gym)).toMatchObject([{ status: "quarantined" }]);
  expect(await openOf(other)).toEqual([]);
  expect(await disputeRows(other)).toEqual([]);
});

test("K17 a disputed payment is neither refunded nor reversed until the dispute was won", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  const { payment_id: id, invoice_id } = collected;
  await heard(gym, collected);
  const sentence =
    "The payer's bank has taken the money of this payment back. It can be refunded only after the dispute was won.";
  await expect(refund(gym, id, invoice_id, 1_000)).rejects.toMatchObject({ code: "conflict", message: sentence });
  await expect(reversePayment(owner(gym), { id, reason })).rejects.toMatchObject({ code: "conflict" });
  await heard(gym, collected, { status: "won", evidence_due_at: null });
  await refund(gym, id, invoice_id, 1_000);
  await sweep(gym);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 3_400 });
});

test("K17 a refund that left before the dispute is a loss, and the rest is owed", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await refund(gym, collected.payment_id, collected.invoice_id, 2_000);
  await sweep(gym);
  await heard(gym, collected);
  expect(await openOf(gym)).toEqual([3_900]);
  expect(await ledgerOf(gym)).toEqual({
    ...{ receivable: 3_900, dispute_losses: 2_000, gateway_clearing: -3_500, gateway_fees: 1_500, revenue: -5_900 },
    refunds: 2_000,
  });
});

test("K17 a refund that was decided but not sent when the dispute came is called off, and paid out by neither", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await refund(gym, collected.payment_id, collected.invoice_id, 2_000);
  await heard(gym, collected);
  expect(await ledgerOf(gym)).toMatchObject({ refunds_in_transit: -2_000, dispute_losses: 2_000 });
  await sweep(gym);
  expect(collected.gateway.refunds.size).toBe(0);
  const ledger = await ledgerOf(gym);
  expect(ledger).toMatchObject({ receivable: 3_900, gateway_clearing: -1_500 });
  expect(ledger).not.toHaveProperty("dispute_losses");
  expect(ledger).not.toHaveProperty("customer_credit");
  await heard(gym, collected, { status: "won", evidence_due_at: null });
  expect(await openOf(gym)).toEqual([]);
  expect((await getAccount(owner(gym), { id: gym.member_id })).credits).toMatchObject([{ remaining_minor: 2_000 }]);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 4_400, customer_credit: -2_000 });
});

test("K17 account credit of a disputed payment is taken back, and returned when it is won", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  // A credit note gave 20.00 back, which is not used yet.
  collected.gateway.refundOutcome = () => ({ status: "failed", failure: "The card is closed." });
  await refund(gym, collected.payment_id, collected.invoice_id, 2_000);
  await sweep(gym);
  await heard(gym, collected);
  expect(await disputeRows(gym)).toMatchObject([{ reopened_minor: 3_900, credit_minor: 2_000, loss_minor: 0 }]);
  expect((await getAccount(owner(gym), { id: gym.member_id })).credits).toEqual([]);
  await heard(gym, collected, { status: "won", evidence_due_at: null });
  expect((await getAccount(owner(gym), { id: gym.member_id })).credits).toMatchObject([{ remaining_minor: 2_000 }]);
});

test("K17 refunds and a dispute at the same time never pay the money out twice", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  dispute(collected);
  await report(gym, "dp_1");
  const [codes] = await Promise.all([
    Promise.all(many(16).map(() => code(refund(gym, collected.payment_id, collected.invoice_id, 1_000)))),
    process(gym, collected.gateway.gateway_id),
  ]);
  await sweep(gym);
  const decided = codes.filter((one) => one === "done").length;
  const [row] = await disputeRows(gym);
  expect(row?.amount_minor).toBe(5_900);
  expect((row?.reopened_minor ?? 0) + (row?.credit_minor ?? 0)).toBe(5_900);
  expect(await openOf(gym)).toEqual([5_900 - decided * 1_000]);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: -1_500, gateway_fees: 1_500 });
  expect(collected.gateway.refunds.size).toBe(0);
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("K17 a dispute whose events never come is read by the sweep", async () => {
  const gym = await newGym();
  const collected = await collectedByCard(gym);
  await heard(gym, collected);
  dispute(collected, { status: "lost", evidence_due_at: null });
  const system = systemCaller("Gateways", gym.organization, later());
  expect(await sweepDisputes(system)).toEqual({ read: 1 });
  expect(await disputeRows(gym)).toMatchObject([{ status: "lost", check_at: null }]);
  expect(await sweepDisputes(system)).toEqual({ read: 0 });
});
