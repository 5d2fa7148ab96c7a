import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { outboxEvents, paymentAttempts } from "@/db/schema";
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
} from "@/lib/domain/gateways/methods";
import { saveMethod } from "@/lib/domain/gateways/methods/save-method";
import { deliverSandboxEvents, listSandboxObjects } from "@/lib/domain/gateways/sandbox";
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
