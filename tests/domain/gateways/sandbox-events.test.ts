import { expect, test } from "vitest";
import {
  changeSandbox,
  confirmSandboxCheckout,
  deliverEventsNow,
  deliverSandboxEvents,
} from "@/lib/domain/gateways/sandbox";
import { receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import type { SandboxWebhookMode } from "@/lib/values/sandbox/behaviour";
import { aCheckout, answered, lookup, newSandbox, sandboxOf } from "@/tests/support/gateways/sandbox";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const receive = receiveGatewayEvents("sandbox");

async function setUp() {
  const clock = new HandClock("2026-03-02T09:00:00Z");
  const gym = await newGym({ clock });
  const gateway_id = await newSandbox(gym);
  const caller = { ...gym.people.gym_owner.caller, clock };
  const gateway = sandboxOf(gym, gateway_id, clock);
  const received: string[] = [];
  const remember = async (call: WebhookRequest) => {
    received.push((JSON.parse(call.raw_body) as { type: string }).type);
    return receive(call);
  };
  const deliver = (how = remember) => deliverSandboxEvents({ organization: gym.organization, clock, receive: how });
  const pay = async (method: string) => {
    const { action, ref } = await answered(gateway.startCheckout(aCheckout()));
    if (action?.kind !== "sandbox") throw new Error("A checkout of the sandbox needs a token");
    await confirmSandboxCheckout(caller, { token: action.token, method });
    return ref;
  };
  const behave = (webhooks: SandboxWebhookMode) => changeSandbox(caller, { webhooks });
  return { clock, gym, caller, gateway, received, deliver, pay, behave };
}

test("K1 each event is delivered once, and its signature holds", async () => {
  const { deliver, pay, received } = await setUp();
  await pay("tm_visa");
  expect(await deliver()).toEqual({ delivered: 1 });
  expect(await deliver()).toEqual({ delivered: 0 });
  expect(received).toEqual(["payment.succeeded"]);
});

test("K1 an event is tried again after it was refused or its receiver failed", async () => {
  const { clock, deliver, pay, received } = await setUp();
  await pay("tm_visa");
  expect(await deliver(async () => false)).toEqual({ delivered: 0 });
  expect(await deliver()).toEqual({ delivered: 0 });
  clock.advance({ minutes: 1 });
  expect(await deliver(() => Promise.reject(new Error("down")))).toEqual({ delivered: 0 });
  clock.advance({ minutes: 5 });
  expect(await deliver()).toEqual({ delivered: 1 });
  expect(received).toEqual(["payment.succeeded"]);
});

test("K1 events are late, doubled, in the wrong order, or wait, as the owner chose", async () => {
  const { clock, caller, deliver, pay, behave, received } = await setUp();
  const take = () => received.splice(0);
  await behave("doubled");
  await pay("tm_visa");
  await deliver();
  expect(take()).toEqual(["payment.succeeded", "payment.succeeded"]);
  await behave("late");
  await pay("tm_visa");
  clock.advance({ minutes: 9 });
  await deliver();
  expect(take()).toEqual([]);
  clock.advance({ minutes: 1 });
  await deliver();
  expect(take()).toEqual(["payment.succeeded"]);
  await behave("shuffled");
  await pay("tm_visa");
  await pay("tm_debit");
  clock.advance({ seconds: 30 });
  await deliver();
  expect(take()).toEqual(["payment.processing", "payment.succeeded"]);
  await behave("off");
  await pay("tm_visa");
  clock.advance({ hours: 1 });
  await deliver();
  expect(take()).toEqual([]);
  expect(await deliverEventsNow(caller, {})).toEqual({ events: 1 });
  await deliver();
  expect(take()).toEqual(["payment.succeeded"]);
});

test("K10 a debit settles by the clock, though nobody calls the sandbox", async () => {
  const { clock, deliver, gateway, pay, received } = await setUp();
  const ref = await pay("tm_debit");
  await deliver();
  clock.advance({ hours: 24 * 3 });
  await deliver();
  expect(received).toEqual(["payment.processing", "payment.succeeded"]);
  expect((await answered(gateway.findPayment(lookup(ref))))?.status).toBe("succeeded");
});

test("K1 a call for another gym, with another body or another secret is refused", async () => {
  const { deliver, pay } = await setUp();
  const other: Gym = await newGym();
  await newSandbox(other);
  await pay("tm_visa");
  const refused: boolean[] = [];
  await deliver(async (call) => {
    refused.push(
      await receive({ ...call, gym_slug: other.organization.slug }),
      await receive({ ...call, gym_slug: "no-such-gym" }),
      await receive({ ...call, raw_body: call.raw_body.replace("succeeded", "failed") }),
      await receive({ ...call, now: call.now.add({ minutes: 6 }) }),
    );
    return receive(call);
  });
  expect(refused).toEqual([false, false, false, false]);
});

test("K2 thirty-two charges with one key at once, each over a connection of its own, take the money once", async () => {
  const { gateway, gym } = await setUp();
  const payer = { payer_id: gym.member_id, name: "Mina", email: null, phone: null };
  const all = await Promise.all(
    Array.from({ length: 32 }, () => answered(gateway.startCheckout({ ...aCheckout("one"), ...ids }))),
  );
  expect(new Set(all.map(({ ref }) => ref)).size).toBe(1);
  const customers = await Promise.all(
    Array.from({ length: 8 }, () => answered(gateway.createCustomer(payer, "customer"))),
  );
  expect(new Set(customers.map(({ customer_ref }) => customer_ref)).size).toBe(1);
});

const ids = { attempt_id: "0197f0a0-0000-7000-8000-0000000000a1", invoice_id: "0197f0a0-0000-7000-8000-0000000000a2" };
