import { expect, test } from "vitest";
import { getAccount } from "@/lib/domain/billing/credits";
import { listPayments, refundPayment } from "@/lib/domain/billing/payments";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { sweepRefunds } from "@/lib/domain/gateways/refunds";
import { systemCaller } from "@/lib/kernel/caller";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { code, many, owner, reason } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const later = () => new HandClock("2100-01-01T08:00:00Z");
const sweep = (gym: Gym, clock = later()) => sweepRefunds(systemCaller("Refunds", gym.organization, clock));

/** An invoice of 59.00 that a card has paid. */
async function collected(gym: Gym) {
  const gateway = await connectScripted(gym);
  const { id: invoice_id } = await newInvoice(gym);
  await chargeInvoices(systemCaller("Charges", gym.organization), { invoice_ids: [invoice_id], origin: "renewal" });
  const [payment] = (await listPayments(owner(gym), {})).data;
  if (!payment) throw new Error("Nothing was collected");
  return { gateway, invoice_id, id: payment.id };
}

const refund = (gym: Gym, id: string, invoice_id: string, amount_minor: number) =>
  refundPayment(owner(gym), { id, invoice_id, amount_minor, reason });

test("K16 a refund goes back through the gateway, and is in transit until it confirms", async () => {
  const gym = await newGym();
  const { gateway, id, invoice_id } = await collected(gym);
  gateway.refundOutcome = () => ({ status: "pending" });
  await refund(gym, id, invoice_id, 2_000);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 5_900, refunds_in_transit: -2_000 });
  await sweep(gym);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 5_900, refunds_in_transit: -2_000 });
  for (const [key, one] of gateway.refunds) gateway.refunds.set(key, { ...one, status: "succeeded" });
  const clock = later();
  clock.advance({ hours: 7 });
  await sweep(gym, clock);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 3_900 });
  expect(await unbalancedOf(gym)).toEqual([]);
  expect(gateway.calls.filter((call) => call === "refund")).toHaveLength(1);
});

test("K13 32 parallel refunds never exceed what was paid, and each is sent once", async () => {
  const gym = await newGym();
  const { gateway, id, invoice_id } = await collected(gym);
  const codes = await Promise.all(many(32).map(() => code(refund(gym, id, invoice_id, 1_000))));
  expect(codes.filter((one) => one === "done")).toHaveLength(5);
  await Promise.all(many(4).map(() => sweep(gym)));
  expect([...gateway.refunds.values()].reduce((all, one) => all + one.amount_minor, 0)).toBe(5_000);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 900 });
});

test("a refund whose answer was lost is asked for, and never sent twice", async () => {
  const gym = await newGym();
  const { gateway, id, invoice_id } = await collected(gym);
  gateway.faults = ["times_out_after"];
  await refund(gym, id, invoice_id, 2_000);
  const clock = later();
  await sweep(gym, clock);
  clock.advance({ minutes: 5 });
  await sweep(gym, clock);
  expect(gateway.calls.slice(-2)).toEqual(["refund", "find_refund"]);
  expect(gateway.refunds.size).toBe(1);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 3_900 });
});

test("a refund that the gateway refuses is account credit again, and can be refunded in cash or anew", async () => {
  const gym = await newGym();
  const { gateway, id, invoice_id } = await collected(gym);
  gateway.refundOutcome = () => ({ status: "failed", failure: "The card is closed." });
  await refund(gym, id, invoice_id, 2_000);
  await sweep(gym);
  const { credits } = await getAccount(owner(gym), { id: gym.member_id });
  expect(credits).toMatchObject([{ remaining_minor: 2_000 }]);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 5_900, customer_credit: -2_000 });
  await refundPayment(owner(gym), { id, amount_minor: 2_000, reason, method: "bank_transfer" });
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 5_900, bank: -2_000 });
  expect(await unbalancedOf(gym)).toEqual([]);
});
