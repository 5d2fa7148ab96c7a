import { expect, test } from "vitest";
import { connectGateway } from "@/lib/domain/gateways/connections";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { listDisputes } from "@/lib/domain/gateways/disputes";
import { submitEvidence } from "@/lib/domain/gateways/evidence";
import { checkLinkPayment, createPaymentLink, payByLink } from "@/lib/domain/gateways/links";
import { listPayoutItems, listPayouts } from "@/lib/domain/gateways/payouts";
import {
  actOnSandboxObject,
  changeSandbox,
  confirmSandboxCheckout,
  deliverSandboxEvents,
  listSandboxObjects,
  payOutSandbox,
} from "@/lib/domain/gateways/sandbox";
import { processWaitingEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { anonymousCaller, systemCaller } from "@/lib/kernel/caller";
import type { SandboxAction, SandboxListedKind } from "@/lib/values/sandbox/behaviour";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { openOf, owner } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

/** A gym with the sandbox, whose events arrive doubled. */
async function setUp() {
  replaceGateways({});
  const clock = new HandClock("2026-03-02T09:00:00Z");
  const gym = await newGym({ clock });
  const caller = { ...owner(gym), clock };
  await connectGateway(caller, { vendor: "sandbox" });
  await changeSandbox(caller, { webhooks: "doubled" });
  const hear = async () => {
    await deliverSandboxEvents({ organization: gym.organization, clock, receive: receiveGatewayEvents("sandbox") });
    await processWaitingEvents(systemCaller("Events", gym.organization, clock));
  };
  const act = async (kind: SandboxListedKind, action: SandboxAction) => {
    const [latest] = (await listSandboxObjects(caller, { kind })).data;
    await actOnSandboxObject(caller, { id: latest?.id ?? "", action });
    await hear();
  };
  return { clock, gym, caller, hear, act };
}

async function payByCard(gym: Gym, clock: HandClock) {
  const visitor = {
    ...anonymousCaller({ ip: null, user_agent: null, request_id: "test", reason: null }),
    clock,
  };
  const { id } = await newInvoice(gym, { at: clock });
  const { url } = await createPaymentLink({ ...owner(gym), clock }, { id });
  const token = url.split("/pay/")[1] ?? "";
  const { action } = await payByLink(visitor, { token, saves_method: true });
  if (action?.kind !== "sandbox") throw new Error("The page has nothing to go on with");
  await confirmSandboxCheckout(visitor, { token: action.token, method: "tm_visa" });
  await checkLinkPayment(visitor, { token });
}

test("K17 the sandbox alone: paid by link, disputed, answered, won, and paid out", async () => {
  const { clock, gym, caller, hear, act } = await setUp();
  await payByCard(gym, clock);
  await hear();
  await act("payment", "dispute");
  expect(await openOf(gym)).toEqual([5_900]);
  const [dispute] = (await listDisputes(caller, { is_open: true })).data;
  expect(dispute).toMatchObject({ status: "needs_response", amount_minor: 5_900, fee_minor: 1_500 });
  const sent = await submitEvidence(caller, { id: dispute?.id ?? "", summary: "The member signed and came." });
  expect(sent).toMatchObject({ status: "under_review", evidence_due_at: null });
  await act("dispute", "win");
  expect(await openOf(gym)).toEqual([]);
  await payOutSandbox(caller, {});
  await hear();
  await act("payout", "settle");
  const [payout] = (await listPayouts(caller, {})).data;
  // 59.00 less 2.01 for the card and 15.00 for the dispute.
  expect(payout).toMatchObject({ status: "paid", amount_minor: 4_199, fee_minor: 201, mismatches: 0, mismatch: null });
  expect((await listPayoutItems(caller, { id: payout?.id ?? "" })).data).toHaveLength(3);
  expect(await ledgerOf(gym)).toEqual({ bank: 4_199, gateway_fees: 1_701, revenue: -5_900 });
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("K17 the sandbox alone: an inquiry becomes a dispute, is lost, and its payout comes back", async () => {
  const { clock, gym, caller, hear, act } = await setUp();
  await payByCard(gym, clock);
  await payByCard(gym, clock);
  await payByCard(gym, clock);
  await act("payment", "inquire");
  expect(await openOf(gym)).toEqual([]);
  await act("payment", "dispute");
  await act("dispute", "lose");
  expect(await openOf(gym)).toEqual([5_900]);
  await payOutSandbox(caller, {});
  await hear();
  await act("payout", "fail");
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 9_697, gateway_fees: 2_103 });
  await payOutSandbox(caller, {});
  await hear();
  await act("payout", "settle");
  expect((await listPayouts(caller, { is_mismatched: true })).data).toEqual([]);
  expect(await ledgerOf(gym)).toEqual({ bank: 9_697, gateway_fees: 2_103, receivable: 5_900, revenue: -17_700 });
});
