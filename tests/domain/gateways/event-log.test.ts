import { expect, test } from "vitest";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { getGatewayEvent, listGatewayEvents, replayGatewayEvent } from "@/lib/domain/gateways/webhooks";
import { maskPayload } from "@/lib/domain/gateways/webhooks/mask-payload";
import { systemCaller } from "@/lib/kernel/caller";
import { newGatewayEvent } from "@/tests/support/gateways/events";
import { report, reportOf } from "@/tests/support/gateways/receive";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf } from "@/tests/support/gym/ledger";
import { many, openOf, owner } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const clock = new HandClock("2026-11-30T08:00:00Z");

/** An event of a debit of 59.00 that was quarantined, because the gateway told of another amount. */
async function quarantined() {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
  const { id } = await newInvoice(gym);
  await chargeInvoices(systemCaller("Charges", gym.organization, clock), { invoice_ids: [id], origin: "renewal" });
  const [[key, payment] = []] = [...gateway.payments];
  if (!key || !payment) throw new Error("Nothing was charged");
  gateway.payments.set(key, { ...payment, status: "succeeded", amount_minor: 100 });
  await report(gym, gateway.gateway_id, reportOf(payment.ref), clock);
  const [event] = (await listGatewayEvents(owner(gym), {})).data;
  return { gym, gateway, key, payment, id: event?.id ?? "" };
}

test("K1 a quarantined event is replayed when its object fits, and a second replay changes nothing", async () => {
  const { gym, gateway, key, payment, id } = await quarantined();
  const list = await listGatewayEvents(owner(gym), { status: ["quarantined"] });
  expect(list.waiting).toEqual({ quarantined: 1, failed: 0, received: 0 });
  expect(list.data).toMatchObject([
    { id, status: "quarantined", reason: "The amount of the payment at the gateway is not the amount of the attempt." },
  ]);
  expect(await replayGatewayEvent(owner(gym), { id })).toMatchObject({ status: "quarantined", tries: 1 });
  gateway.payments.set(key, { ...payment, status: "succeeded" });
  expect(await replayGatewayEvent(owner(gym), { id })).toMatchObject({ status: "processed", reason: null });
  await Promise.all(many(8).map(() => replayGatewayEvent(owner(gym), { id })));
  expect(await openOf(gym)).toEqual([]);
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 5_900, revenue: -5_900 });
  expect((await listGatewayEvents(owner(gym), {})).waiting.quarantined).toBe(0);
});

test("a replayed event of another account finds nothing, and applies nothing", async () => {
  const { gym, gateway } = await quarantined();
  const id = await newGatewayEvent(gym, gateway.gateway_id, {
    ...{ subject: "payment", ref: "pi_of_another_account", status: "quarantined", reason: "Foreign." },
  });
  expect(await replayGatewayEvent(owner(gym), { id })).toMatchObject({ status: "ignored" });
  expect(await openOf(gym)).toEqual([5_900]);
});

test("the log is filtered by status, vendor, type and local day, and continues by its cursor", async () => {
  const gym = await newGym();
  const { gateway_id } = await connectScripted(gym);
  const add = (type: string, received_at: string, status: "processed" | "ignored" = "processed") =>
    newGatewayEvent(gym, gateway_id, { type, received_at, status, subject: "other" });
  const charge = await add("charge.failed", "2026-03-05T22:30:00Z");
  const refund = await add("refund.created", "2026-03-05T23:30:00Z", "ignored");
  const last = await add("charge.succeeded", "2026-03-07T12:00:00Z");
  const found = async (filters: Parameters<typeof listGatewayEvents>[1]) =>
    (await listGatewayEvents(owner(gym), filters)).data.map(({ id }) => id);
  expect(await found({})).toEqual([last, refund, charge]);
  expect(await found({ type: "charge." })).toEqual([last, charge]);
  expect(await found({ status: ["ignored"] })).toEqual([refund]);
  expect(await found({ vendor: "stripe" })).toEqual([]);
  expect(await found({ received_from: "2026-03-06", received_to: "2026-03-06" })).toEqual([refund]);
  const first = await listGatewayEvents(owner(gym), { limit: 2 });
  expect(await found({ limit: 2, cursor: first.next_cursor ?? "" })).toEqual([charge]);
});

test("an event shows ids, amounts and states, and masks who paid", async () => {
  const gym: Gym = await newGym();
  const { gateway_id } = await connectScripted(gym);
  const payload = {
    id: "evt_1",
    data: {
      object: {
        ...{ id: "pi_1", amount: 5_900, status: "succeeded", receipt_email: "ana@example.com", customer: "cus_1" },
        billing_details: { name: "Ana Diaz", address: { city: "Lyon" } },
        charges: [{ id: "ch_1", payment_method_details: { card: { last4: "4242", brand: "visa" } } }],
        ...{ contact: "+491701234567", vpa: "ana@okbank", description: "for ana@example.com", cancelled_at: null },
      },
    },
  };
  const id = await newGatewayEvent(gym, gateway_id, { payload });
  const shown = await getGatewayEvent(owner(gym), { id });
  expect(shown.payload).toEqual(maskPayload(payload));
  expect(shown.payload).toEqual({
    id: "evt_1",
    data: {
      object: {
        ...{ id: "pi_1", amount: 5_900, status: "succeeded", receipt_email: "•••", customer: "cus_1" },
        billing_details: "•••",
        charges: [{ id: "ch_1", payment_method_details: { card: { last4: "•••", brand: "visa" } } }],
        ...{ contact: "•••", vpa: "•••", description: "•••", cancelled_at: null },
      },
    },
  });
});
