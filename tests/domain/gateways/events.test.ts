import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { gatewayEvents, paymentAttempts } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listPayments } from "@/lib/domain/billing/payments";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { processGatewayEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { systemCaller } from "@/lib/kernel/caller";
import type { GatewayEvent } from "@/lib/providers/payments";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { draftOf, issueAll, newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { many, openOf, owner } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const clock = new HandClock("2026-11-30T08:00:00Z");
const system = (gym: Gym) => systemCaller("Test", gym.organization, clock);

let serial = 0;
const eventOf = (ref: string | null, fields: Partial<GatewayEvent> = {}): GatewayEvent => ({
  ...{
    event_id: `evt_${++serial}`,
    type: "payment.changed",
    subject: "payment",
    ref,
    account_ref: null,
    is_live: false,
  },
  ...{ created_at: clock.now().toString(), payload: {}, ...fields },
});

const receive = (gym: Gym, event: GatewayEvent, signature = "valid") =>
  receiveGatewayEvents("sandbox")({
    ...{ gym_slug: gym.organization.slug, raw_body: JSON.stringify(event), url: "http://localhost/", now: clock.now() },
    headers: new Headers({ "x-scripted-signature": signature }),
  });

const eventsOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(gatewayEvents).where(eq(gatewayEvents.organization_id, organization_id)),
  );

/** An invoice whose charge is processing at the gateway. */
async function processing(gym: Gym) {
  const gateway = await connectScripted(gym);
  gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
  const { id } = await newInvoice(gym);
  await chargeInvoices(system(gym), { invoice_ids: [id], origin: "renewal" });
  const [payment] = [...gateway.payments.values()];
  if (!payment) throw new Error("Nothing was charged");
  return { gateway, invoice_id: id, ref: payment.ref };
}

/** The same order for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  return items
    .map((item) => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** The number of stored events of each status. */
async function statusesOf(gym: Gym): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of await eventsOf(gym)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const work = async (gym: Gym, gateway_id: string) => {
  for (let turn = 0; turn < 40; turn++) {
    const { has_more } = await processGatewayEvents(system(gym), { gateway_id });
    if (!has_more) return;
  }
};

test("K1 a storm of 1,000 events, shuffled, doubled and in parallel, has one effect each", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
  const issued = await issueAll(
    gym,
    many(20).map((_, n) => draftOf(gym, { lines: [{ list_minor: 1_000 + n }] })),
  );
  const ids = issued.map(({ id }) => id);
  await chargeInvoices(system(gym), { invoice_ids: ids, origin: "renewal" });
  const refs = [...gateway.payments.values()].map(({ ref }) => ref);
  const known = refs.flatMap((ref) => many(49).map(() => eventOf(ref)));
  const unknown = many(20).map(() => eventOf(`pi_elsewhere_${++serial}`));
  const storm = shuffled([...known, ...unknown, ...known, ...unknown], 7);
  expect(storm).toHaveLength(2_000);
  for (let from = 0; from < storm.length; from += 50) {
    // The money comes in the middle of the storm: some events tell of the time before.
    if (from === 1_000) for (const ref of refs) gateway.change(ref, { status: "succeeded" });
    await Promise.all(storm.slice(from, from + 50).map((event) => receive(gym, event)));
    if (from % 500 === 0) await Promise.all(many(3).map(() => work(gym, gateway.gateway_id)));
  }
  await Promise.all(many(4).map(() => work(gym, gateway.gateway_id)));
  expect(await statusesOf(gym)).toEqual({ processed: 980, ignored: 20 });
  expect((await listPayments(owner(gym), { limit: 100 })).data).toHaveLength(20);
  expect(await openOf(gym)).toEqual([]);
  const total = 20 * 1_000 + 190;
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: total, revenue: -total });
  expect(await unbalancedOf(gym)).toEqual([]);
}, 60_000);

test("an event before the answer of the call settles the attempt", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  gateway.faults = ["times_out_after"];
  const { id } = await newInvoice(gym);
  await chargeInvoices(system(gym), { invoice_ids: [id], origin: "renewal" });
  const [payment] = [...gateway.payments.values()];
  await receive(gym, eventOf(payment?.ref ?? ""));
  await work(gym, gateway.gateway_id);
  expect(await openOf(gym)).toEqual([]);
});

test("what an event says is not trusted: the object is read again", async () => {
  const gym = await newGym();
  const { gateway, ref } = await processing(gym);
  await receive(gym, eventOf(ref, { type: "payment.succeeded", payload: { status: "succeeded", amount: 5_900 } }));
  await work(gym, gateway.gateway_id);
  expect((await listPayments(owner(gym), {})).data).toEqual([]);
});

test("an unsigned event is refused, and stored nowhere", async () => {
  const gym = await newGym();
  const { ref } = await processing(gym);
  expect(await receive(gym, eventOf(ref), "forged")).toBe(false);
  expect(await eventsOf(gym)).toEqual([]);
  expect(await receive({ ...gym, organization: { ...gym.organization, slug: "no-such-gym" } }, eventOf(ref))).toBe(
    false,
  );
});

test("an event of live payments is quarantined at a test account, with a sentence", async () => {
  const gym = await newGym();
  const { gateway, ref } = await processing(gym);
  gateway.change(ref, { status: "succeeded" });
  await receive(gym, eventOf(ref, { is_live: true }));
  await work(gym, gateway.gateway_id);
  expect(await eventsOf(gym)).toMatchObject([
    { status: "quarantined", reason: "The event is of live payments, and the gateway is connected to a test account." },
  ]);
  expect(await openOf(gym)).toEqual([5_900]);
});

test("a payment of another amount is quarantined with its sentence, and nothing is booked", async () => {
  const gym = await newGym();
  const { gateway, ref } = await processing(gym);
  gateway.change(ref, { status: "succeeded", amount_minor: 100 });
  await receive(gym, eventOf(ref));
  await work(gym, gateway.gateway_id);
  expect(await eventsOf(gym)).toMatchObject([
    { status: "quarantined", reason: "The amount of the payment at the gateway is not the amount of the attempt." },
  ]);
  expect((await listPayments(owner(gym), {})).data).toEqual([]);
});

test("a payment that was made elsewhere is ignored", async () => {
  const gym = await newGym();
  const { gateway, ref } = await processing(gym);
  const other = await newGym();
  const theirs = await processing(other);
  await receive(gym, eventOf("pi_unknown"));
  await receive(gym, eventOf(theirs.ref));
  await work(gym, gateway.gateway_id);
  expect((await eventsOf(gym)).map(({ status }) => status)).toEqual(["ignored", "ignored"]);
  expect(await openOf(other)).toEqual([5_900]);
  expect(ref).not.toBe(theirs.ref);
});

test("a payment that succeeds late, after its attempt failed, is booked", async () => {
  const gym = await newGym();
  const { gateway, ref } = await processing(gym);
  gateway.change(ref, { status: "failed", decline: { code: "generic_decline", vendor_code: "x", message: "No." } });
  await receive(gym, eventOf(ref));
  await work(gym, gateway.gateway_id);
  gateway.change(ref, { status: "authorized" });
  await receive(gym, eventOf(ref));
  await work(gym, gateway.gateway_id);
  expect(await openOf(gym)).toEqual([]);
  const attempts = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .select({ status: paymentAttempts.status, decline_code: paymentAttempts.decline_code })
      .from(paymentAttempts)
      .where(and(eq(paymentAttempts.organization_id, gym.organization_id))),
  );
  expect(attempts).toEqual([{ status: "succeeded", decline_code: null }]);
});

test("events are timestamped by the clock of the call", async () => {
  const gym = await newGym();
  const { ref } = await processing(gym);
  await receive(gym, eventOf(ref));
  const [event] = await eventsOf(gym);
  expect(Temporal.Instant.from(event?.received_at ?? "").equals(clock.now())).toBe(true);
});
