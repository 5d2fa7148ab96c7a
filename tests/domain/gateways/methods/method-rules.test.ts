import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { members, outboxEvents, paymentGateways, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { chargeInvoice, chargeInvoices } from "@/lib/domain/gateways/attempts";
import { getMethod, listOwnMethods, makeOwnDefault, tellOfEndedMethod } from "@/lib/domain/gateways/methods";
import { endMethod } from "@/lib/domain/gateways/methods/end-method";
import { actOnSandboxObject, deliverSandboxEvents, listSandboxObjects } from "@/lib/domain/gateways/sandbox";
import { processWaitingEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { methodsOf, sandboxGym, saveTestMethod } from "@/tests/support/gateways/saved-methods";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { code, owner } from "@/tests/support/gym/payments";
import { asJob } from "@/tests/support/jobs/as-job";
import { messagesOf } from "@/tests/support/messages/messages";

const system = (gym: Gym, clock = systemClock) => systemCaller("Test", gym.organization, clock);
const member = (gym: Gym) => gym.people.member.caller;
const shown = async (gym: Gym) =>
  (await methodsOf(gym)).map(({ last4, is_default, end_reason }) => [last4, is_default, end_reason]);

const _eventsOf = ({ organization_id }: Gym, name: string) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ data: outboxEvents.payload })
      .from(outboxEvents)
      .where(and(eq(outboxEvents.organization_id, organization_id), eq(outboxEvents.name, name))),
  );

/** Delivers and processes what the sandbox has to report. */
const report = async (gym: Gym) => {
  const receive = receiveGatewayEvents("sandbox");
  await deliverSandboxEvents({ organization: gym.organization, clock: systemClock, receive });
  await processWaitingEvents(system(gym));
};

test("K12 a mandate that is revoked in the bank's app ends the method, and its payer is told once", async () => {
  const gym = await sandboxGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  await inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
    await db.update(members).set({ email: "mina@example.com" }).where(eq(members.id, gym.member_id));
  });
  await saveTestMethod(gym, "tm_upi");
  const { data } = await listSandboxObjects(owner(gym), { kind: "method" });
  await actOnSandboxObject(owner(gym), { id: data[0]?.id ?? "", action: "remove" });
  await report(gym);
  expect(await methodsOf(gym)).toMatchObject([{ is_default: false, end_reason: "mandate_revoked" }]);
  const [method] = await methodsOf(gym);
  const told = { saved_method_id: method?.id ?? "" };
  expect([await tellOfEndedMethod(system(gym), told), await tellOfEndedMethod(system(gym), told)]).toEqual([
    { queued: 1 },
    { queued: 0 },
  ]);
  expect((await messagesOf(gym)).map(({ kind }) => kind)).toEqual(["payment_method_ended"]);
  const { id } = await newInvoice(gym);
  const { skipped } = await chargeInvoices(system(gym), { invoice_ids: [id], origin: "renewal" });
  expect(skipped).toEqual([{ invoice_id: id, reason: "no_method" }]);
});

test("K12 a mandate that is revoked before the page comes back is never charged", async () => {
  const gym = await sandboxGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  await saveTestMethod(gym, "tm_upi_revoked");
  expect(await methodsOf(gym)).toMatchObject([{ is_default: false, end_reason: "mandate_revoked" }]);
});

test("K11 a bill above the maximum of the mandate is not charged", async () => {
  const gym = await sandboxGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  await saveTestMethod(gym, "tm_upi");
  const { id } = await newInvoice(gym, { lines: [{ list_minor: 1_500_001 }] });
  expect(await code(chargeInvoice(owner(gym), { id }))).toBe("conflict");
});

test("K21 what another gateway saved stays there: it is shown so, not charged, and not moved", async () => {
  const gym = await sandboxGym();
  const id = await saveTestMethod(gym);
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db
      .update(paymentGateways)
      .set({ replaced_at: systemClock.now().toString() })
      .where(eq(paymentGateways.organization_id, organization_id));
    await db.insert(paymentGateways).values({ id: newId(), organization_id, vendor: "sandbox", is_live: false });
  });
  expect(await getMethod(owner(gym), { id })).toMatchObject({ is_left_behind: true, can_be_charged: false });
  expect(await code(makeOwnDefault(member(gym), { id }))).toBe("conflict");
  const invoice = await newInvoice(gym);
  expect(await code(chargeInvoice(owner(gym), { id: invoice.id, payment_method_id: id }))).toBe("conflict");
  await saveTestMethod(gym, "tm_mastercard");
  expect(await shown(gym)).toEqual([
    ["4242", true, null],
    ["4444", true, null],
  ]);
  expect((await listOwnMethods(member(gym), {})).data.map((one) => [one.label, one.is_left_behind])).toEqual([
    ["Mastercard 4444", false],
    ["Visa 4242", true],
  ]);
});

test("K20 what the card's network renews keeps its row, and bills go on to be charged to it", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  const [before] = await methodsOf(gym);
  const state = {
    ...{ method_ref: "pm_1", customer_ref: "cus_1", kind: "card" as const, brand: "Visa", last4: "1111" },
    ...{ expires_in: "2034-06", fingerprint: null, mandate_max: null, is_usable: true },
  };
  await asJob(gym, systemClock, (ctx) => endMethod(ctx, { gateway_id: gateway.gateway_id, method_ref: "pm_1", state }));
  expect(await methodsOf(gym)).toMatchObject([
    { id: before?.id, last4: "1111", expires_in: "2034-06", is_default: true, ended_at: null },
  ]);
  const { id } = await newInvoice(gym);
  expect((await chargeInvoice(owner(gym), { id })).method_label).toBe("Visa 1111");
});

test("the database keeps a removed method from being the default, and a payer from two", async () => {
  const gym = await sandboxGym();
  const id = await saveTestMethod(gym);
  const { organization_id } = gym;
  const set = (columns: Partial<typeof savedMethods.$inferInsert>) =>
    inTenant({ organization_id, user_id: null }, (db) =>
      db
        .update(savedMethods)
        .set(columns)
        .where(and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, id))),
    );
  await expect(set({ ended_at: systemClock.now().toString(), end_reason: "removed" })).rejects.toMatchObject({
    cause: { constraint: "saved_methods_default" },
  });
  await expect(set({ detach_at: systemClock.now().toString() })).rejects.toMatchObject({
    cause: { constraint: "saved_methods_detach" },
  });
});
