import { expect, test } from "vitest";
import { getAccount } from "@/lib/domain/billing/credits";
import {
  getPayment,
  getRefund,
  getRefundTotals,
  listPayments,
  listRefunds,
  refundPayment,
  reversePayment,
} from "@/lib/domain/billing/payments";
import { chargeInvoice, chargeInvoices, getChargeOptions, listAttempts } from "@/lib/domain/gateways/attempts";
import { sweepRefunds } from "@/lib/domain/gateways/refunds";
import { systemCaller } from "@/lib/kernel/caller";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { code, openOf, owner, pay, reason } from "@/tests/support/gym/payments";
import { newBoundStaff } from "@/tests/support/gym/team";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const later = new HandClock("2100-01-01T08:00:00Z");
const sweep = (gym: Gym) => sweepRefunds(systemCaller("Refunds", gym.organization, later));

/** An invoice of 59.00 that a card has paid at the second attempt. */
async function collected() {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  const { id: invoice_id } = await newInvoice(gym);
  const charge = () =>
    chargeInvoices(systemCaller("Charges", gym.organization), { invoice_ids: [invoice_id], origin: "renewal" });
  gateway.outcome = () => ({
    ...{ status: "failed", charge_ref: null },
    decline: { code: "insufficient_funds", vendor_code: "nsf", message: "Your card has insufficient funds." },
  });
  await charge();
  gateway.outcome = () => ({ status: "succeeded" });
  await charge();
  const [payment] = (await listPayments(owner(gym), {})).data;
  if (!payment) throw new Error("Nothing was collected");
  return { gym, gateway, invoice_id, id: payment.id };
}

test("a payment tells its gateway and its refunds with their states", async () => {
  const { gym, gateway, invoice_id, id } = await collected();
  const attempts = (await listAttempts(owner(gym), { invoice_id })).data;
  expect(attempts.map(({ status, failure, payment_id }) => [status, failure, payment_id])).toEqual([
    ["succeeded", null, id],
    ["failed", "Your card has insufficient funds.", null],
  ]);
  expect((await listAttempts(owner(gym), { payment_id: id })).data).toMatchObject([{ attempt_number: 2 }]);
  gateway.refundOutcome = () => ({ status: "pending" });
  await refundPayment(owner(gym), { id, invoice_id, amount_minor: 2_000, reason });
  const before = await getPayment(owner(gym), { id });
  expect(before).toMatchObject({
    gateway: { vendor: "sandbox", is_live: false, fee_minor: null, paid_out_on: null },
    refunds: [{ amount_minor: 2_000, method: "card", status: "pending", ended_at: null }],
  });
  for (const [key, one] of gateway.refunds) gateway.refunds.set(key, { ...one, status: "succeeded" });
  gateway.refundOutcome = () => ({ status: "succeeded" });
  await sweep(gym);
  expect((await getPayment(owner(gym), { id })).refunds).toMatchObject([
    { status: "succeeded", ended_at: expect.any(String) },
  ]);
});

test("K16 refunds are listed with their state, and the sums leave out what failed", async () => {
  const { gym, gateway, invoice_id, id } = await collected();
  const refund = (amount_minor: number, method?: "bank_transfer") =>
    refundPayment(owner(gym), { id, invoice_id, amount_minor, reason, ...(method && { method }) });
  const byHand = await refund(1_000, "bank_transfer");
  gateway.refundOutcome = () => ({ status: "failed", failure: "The card is closed." });
  const failed = await refund(2_000);
  await sweep(gym);
  gateway.refundOutcome = () => ({ status: "pending" });
  const pending = await refund(500);
  const found = async (filters: Parameters<typeof listRefunds>[1]) =>
    (await listRefunds(owner(gym), filters)).data.map((one) => one.id);
  expect(await found({})).toEqual([pending.id, failed.id, byHand.id]);
  expect(await found({ status: ["pending", "failed"] })).toEqual([pending.id, failed.id]);
  expect(await found({ status: ["succeeded"] })).toEqual([byHand.id]);
  expect(await found({ method: "bank_transfer" })).toEqual([byHand.id]);
  expect(await found({ q: "mina" })).toHaveLength(3);
  expect(await found({ q: failed.credit_note?.number ?? "" })).toEqual([failed.id]);
  expect(await found({ q: "somebody else" })).toEqual([]);
  expect(await found({ member_id: await newMember(gym) })).toEqual([]);
  expect(await found({ refunded_from: "2000-01-01", refunded_to: "2000-12-31" })).toEqual([]);
  const page = await listRefunds(owner(gym), { limit: 2 });
  expect(await found({ limit: 2, cursor: page.next_cursor ?? "" })).toEqual([byHand.id]);
  expect(await getRefund(owner(gym), { id: failed.id })).toMatchObject({
    ...{ status: "failed", failure: "The card is closed.", vendor: "sandbox", payer_name: "Mina Member" },
    credit_note: failed.credit_note,
  });
  expect(await getRefundTotals(owner(gym), {})).toEqual({
    by_currency: [{ currency: "EUR", count: 3, refunded_minor: 1_500, pending_minor: 500, failed_minor: 2_000 }],
  });
});

test("A3 refunds of another location are out of reach", async () => {
  const { gym, invoice_id, id } = await collected();
  const refund = await refundPayment(owner(gym), { id, invoice_id, amount_minor: 500, reason });
  const { caller } = await newBoundStaff(gym, "admin", [await newLocation(gym, "Second")]);
  expect((await listRefunds(caller, {})).data).toEqual([]);
  expect(await getRefundTotals(caller, {})).toEqual({ by_currency: [] });
  expect(await code(getRefund(caller, { id: refund.id }))).toBe("not_found");
});

test("staff cannot reverse what the gateway brought, and are told to refund it", async () => {
  const { gym, id } = await collected();
  await expect(reversePayment(owner(gym), { id, reason })).rejects.toMatchObject({
    code: "conflict",
    message: "This money came through the payment gateway, so it cannot be reversed. Refund it instead.",
  });
  expect(await openOf(gym)).toEqual([]);
  await newInvoice(gym);
  const cash = await pay(gym, 5_900);
  expect((await reversePayment(owner(gym), { id: cash.id, reason })).reversed_at).not.toBeNull();
});

test("the buttons of an invoice name the card, and say what stands in the way", async () => {
  const gym = await newGym();
  const options = (id: string) => getChargeOptions(owner(gym), { id });
  const { id } = await newInvoice(gym);
  expect(await options(id)).toMatchObject({
    gateway: null,
    method: null,
    link_blocker: expect.stringMatching(/^No pay/),
  });
  const gateway = await connectScripted(gym);
  expect(await options(id)).toMatchObject({
    ...{ gateway: { vendor: "sandbox" }, method: { label: "Visa 4242" }, charge_blocker: null, link_blocker: null },
  });
  gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
  await chargeInvoice(owner(gym), { id });
  expect(await options(id)).toMatchObject({
    charge_blocker: "A payment of this invoice is under way. Wait for its answer.",
    link_blocker: null,
  });
  const other = await newInvoice(gym, { member_id: await newMember(gym) });
  expect(await options(other.id)).toMatchObject({
    ...{ method: null, link_blocker: null },
    charge_blocker: "The payer has no saved method at this gateway. Send a link to pay instead.",
  });
  await pay(gym, 5_900, { member_id: gym.member_id, invoices: [] });
  expect((await getAccount(owner(gym), { id: gym.member_id })).credits).toMatchObject([{ remaining_minor: 5_900 }]);
});
