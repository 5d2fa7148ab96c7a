import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { members, outboxEvents, paymentAttempts, paymentGateways, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { chargeInvoice, chargeInvoices } from "@/lib/domain/gateways/attempts";
import {
  detachMethods,
  getMethod,
  listMethods,
  listOwnMethods,
  makeDefault,
  makeOwnDefault,
  removeMethod,
  removeOwnMethod,
  requestMethod,
  tellOfEndedMethod,
} from "@/lib/domain/gateways/methods";
import { endMethod } from "@/lib/domain/gateways/methods/end-method";
import { saveMethod } from "@/lib/domain/gateways/methods/save-method";
import { actOnSandboxObject, deliverSandboxEvents, listSandboxObjects } from "@/lib/domain/gateways/sandbox";
import { processWaitingEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { methodsOf, sandboxGym, saveTestMethod } from "@/tests/support/gateways/saved-methods";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { code, many, owner } from "@/tests/support/gym/payments";
import { newBoundStaff } from "@/tests/support/gym/team";
import { asJob } from "@/tests/support/jobs/as-job";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { messagesOf } from "@/tests/support/messages/messages";

const system = (gym: Gym, clock = systemClock) => systemCaller("Test", gym.organization, clock);
const member = (gym: Gym) => gym.people.member.caller;
const shown = async (gym: Gym) =>
  (await methodsOf(gym)).map(({ last4, is_default, end_reason }) => [last4, is_default, end_reason]);

const eventsOf = ({ organization_id }: Gym, name: string) =>
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

test("a payer has exactly one default, also when 24 requests choose at once", async () => {
  const gym = await sandboxGym();
  const ids = [
    await saveTestMethod(gym, "tm_visa"),
    await saveTestMethod(gym, "tm_mastercard"),
    await saveTestMethod(gym, "tm_debit"),
  ];
  const chosen = many(24).map((_, index) => ids[index % 3] ?? "");
  await Promise.all(
    chosen.map((id, index) => (index % 2 ? makeOwnDefault(member(gym), { id }) : makeDefault(owner(gym), { id }))),
  );
  expect((await methodsOf(gym)).filter(({ is_default }) => is_default)).toHaveLength(1);
  const last = await makeDefault(owner(gym), { id: ids[0] ?? "" });
  expect([last.label, last.is_default]).toEqual(["Visa 4242", true]);
  expect((await listOwnMethods(member(gym), {})).data.map(({ label }) => label)).toEqual([
    "Visa 4242",
    "Test Bank 6789",
    "Mastercard 4444",
  ]);
});

test("parallel savings leave one default", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym, { saved: false });
  await Promise.all(
    many(12).map((_, index) =>
      asJob(gym, systemClock, (ctx) =>
        saveMethod(ctx, {
          ...{ gateway_id: gateway.gateway_id, payer_member_id: gym.member_id, payer_company_id: null },
          method: {
            ...{ method_ref: `pm_${index % 6}`, customer_ref: "cus_1", kind: "card", brand: "Visa", last4: "4242" },
            ...{ expires_in: "2030-12", fingerprint: null, mandate_max: null, is_usable: true },
          },
        }),
      ),
    ),
  );
  const saved = await methodsOf(gym);
  expect([saved.length, saved.filter(({ is_default }) => is_default).length]).toEqual([6, 1]);
});

test("a removed method is not charged any more, the newest other one is, and the gateway forgets it", async () => {
  const gym = await sandboxGym();
  await saveTestMethod(gym, "tm_visa");
  const id = await saveTestMethod(gym, "tm_mastercard");
  const { removed, next_default } = await removeOwnMethod(member(gym), { id });
  expect([removed.end_reason, removed.can_be_charged, next_default?.label]).toEqual(["removed", false, "Visa 4242"]);
  expect(await shown(gym)).toEqual([
    ["4242", true, null],
    ["4444", false, "removed"],
  ]);
  const invoice = await newInvoice(gym);
  expect((await chargeInvoice(owner(gym), { id: invoice.id })).method_label).toBe("Visa 4242");
  const other = await newInvoice(gym);
  expect(await code(chargeInvoice(owner(gym), { id: other.id, payment_method_id: id }))).toBe("conflict");
  expect(await detachMethods(system(gym))).toEqual({ detached: 1 });
  expect(await detachMethods(system(gym))).toEqual({ detached: 0 });
  const { data } = await listSandboxObjects(owner(gym), { kind: "method" });
  expect(data).toHaveLength(2);
  // What the gateway reports of it afterwards changes nothing.
  await report(gym);
  expect((await shown(gym))[1]).toEqual(["4444", false, "removed"]);
  expect(await removeOwnMethod(member(gym), { id })).toMatchObject({ next_default: null });
  expect(await eventsOf(gym, "gateways/method.ended")).toHaveLength(1);
});

test("a removal holds while the gateway cannot be reached, which is asked again later", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  const [method] = await methodsOf(gym);
  await removeMethod(owner(gym), { id: method?.id ?? "" });
  gateway.faults = ["later"];
  const clock = new HandClock(systemClock.now().add({ minutes: 1 }).toString());
  expect(await detachMethods(system(gym, clock))).toEqual({ detached: 0 });
  expect(await detachMethods(system(gym, clock))).toEqual({ detached: 0 });
  expect(gateway.calls).toEqual(["remove pm_1"]);
  expect(await shown(gym)).toEqual([["4242", false, "removed"]]);
  clock.advance({ minutes: 11 });
  expect(await detachMethods(system(gym, clock))).toEqual({ detached: 1 });
});

test("a method is not removed while a payment with it is under way", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
  const [method] = await methodsOf(gym);
  const { id } = await newInvoice(gym);
  await chargeInvoices(system(gym), { invoice_ids: [id], origin: "renewal" });
  expect(await code(removeOwnMethod(member(gym), { id: method?.id ?? "" }))).toBe("conflict");
  expect(await shown(gym)).toEqual([["4242", true, null]]);
});

test("of a removal and a charge at the same moment, one comes first", async () => {
  for (let round = 0; round < 12; round++) {
    const gym = await newGym();
    const gateway = await connectScripted(gym);
    gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
    const [method] = await methodsOf(gym);
    const { id } = await newInvoice(gym);
    const [charged, removed] = await Promise.all([
      chargeInvoices(system(gym), { invoice_ids: [id], origin: "renewal" }),
      code(removeMethod(owner(gym), { id: method?.id ?? "" })),
    ]);
    const attempts = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db.select().from(paymentAttempts).where(eq(paymentAttempts.organization_id, gym.organization_id)),
    );
    expect([attempts.length, charged.skipped.map(({ reason }) => reason), removed]).toEqual(
      attempts.length === 1 ? [1, [], "conflict"] : [0, ["no_method"], "done"],
    );
  }
});

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

test("staff list methods by payer, kind, state and month, with totals of what was found", async () => {
  const gym = await sandboxGym();
  await saveTestMethod(gym, "tm_visa");
  const id = await saveTestMethod(gym, "tm_expires_soon");
  await saveTestMethod(gym, "tm_debit");
  await removeMethod(owner(gym), { id });
  const list = async (filters: Parameters<typeof listMethods>[1]) => {
    const { data, totals } = await listMethods(owner(gym), filters);
    return [data.map(({ label }) => label), totals];
  };
  expect(await list({ member_id: gym.member_id })).toEqual([
    ["Test Bank 6789", "Visa 0887", "Visa 4242"],
    { active: 2, ended: 1, payers: 1 },
  ]);
  expect(await list({ kind: ["card"], state: "active" })).toEqual([["Visa 4242"], { active: 1, ended: 0, payers: 1 }]);
  expect(await list({ company_id: newId() })).toEqual([[], { active: 0, ended: 0, payers: 0 }]);
  const soon = systemClock.now().toZonedDateTimeISO("UTC").add({ months: 2 }).toPlainDate().toString().slice(0, 7);
  expect(await list({ expires_by: soon })).toEqual([["Visa 0887"], { active: 0, ended: 1, payers: 1 }]);
});

test("A3 staff of another location and other members find no method and ask for none", async () => {
  const gym = await sandboxGym();
  const id = await saveTestMethod(gym);
  const branch = await newLocation(gym, "Branch");
  const { caller: bound } = await newBoundStaff(gym, "receptionist", [branch]);
  expect((await listMethods(bound, {})).data).toEqual([]);
  expect(
    await Promise.all([
      code(getMethod(bound, { id })),
      code(makeDefault(bound, { id })),
      code(removeMethod(bound, { id })),
      code(requestMethod(bound, { member_id: gym.member_id })),
    ]),
  ).toEqual(["not_found", "not_found", "not_found", "not_found"]);
  const stranger = { ...member(gym), member_id: await newMember(gym) };
  expect([await code(removeOwnMethod(stranger, { id })), await code(makeOwnDefault(stranger, { id }))]).toEqual([
    "not_found",
    "not_found",
  ]);
  expect(await shown(gym)).toEqual([["4242", true, null]]);
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
