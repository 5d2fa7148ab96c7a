import { expect, test } from "vitest";
import { inEachOrganization } from "@/inngest/schedules/each-organization";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import {
  connectGateway,
  disconnectGateway,
  withFailedPayments,
  withGateways,
  withGatewayWork,
  withSandbox,
} from "@/lib/domain/gateways/connections";
import { createPaymentLink, payByLink } from "@/lib/domain/gateways/links";
import { systemClock } from "@/lib/kernel/clock";
import { collectedByCard, dispute, report } from "@/tests/support/gateways/disputed";
import { dunningCaller, refuse } from "@/tests/support/gateways/dunning";
import { visitor } from "@/tests/support/gateways/saved-methods";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { many, owner } from "@/tests/support/gym/payments";

const steps = { run: async <T>(_id: string, work: () => Promise<T>): Promise<unknown> => work() };

test("the sweeps visit gyms with a gateway, also a replaced one, and no others", async () => {
  const [byHand, sandbox, stripe] = await Promise.all(many(3).map(() => newGym()));
  if (!byHand || !sandbox || !stripe) throw new Error("Three gyms were made");
  const { id } = await connectGateway(owner(sandbox), { vendor: "sandbox" });
  await disconnectGateway(owner(sandbox), { id });
  await connectGateway(owner(stripe), {
    ...{ vendor: "stripe", settings: { publishable_key: "pk_test_x" }, secrets: { secret_key: "sk_test_x" } },
  });
  const ids = [byHand, sandbox, stripe].map(({ organization_id }) => organization_id);
  expect([...(await withGateways(ids))]).toEqual([sandbox.organization_id, stripe.organization_id]);
  expect([...(await withSandbox(ids))]).toEqual([sandbox.organization_id]);
  // More than one round trip.
  const padded = [...many(120).map(() => byHand.organization_id), sandbox.organization_id];
  expect([...(await withGateways(padded))]).toEqual([sandbox.organization_id]);
  const visited: string[] = [];
  await inEachOrganization(steps, "sweep", async (one) => void visited.push(one.id), { only: withGateways });
  expect(ids.filter((one) => visited.includes(one))).toEqual([sandbox.organization_id, stripe.organization_id]);
});

test("the sweep of each minute visits no gym whose gateway is idle, and one where something is due", async () => {
  const [idle, charged, asked] = await Promise.all(many(3).map(() => newGym()));
  if (!idle || !charged || !asked) throw new Error("Three gyms were made");
  for (const gym of [idle, charged]) await connectGateway(owner(gym), { vendor: "sandbox" });
  const collected = await collectedByCard(asked);
  const ids = [idle, charged, asked].map(({ organization_id }) => organization_id);
  expect([...(await withGatewayWork(ids))]).toEqual([]);
  const { id } = await newInvoice(charged);
  const { url } = await createPaymentLink(owner(charged), { id });
  await payByLink(visitor(), { token: url.split("/pay/")[1] ?? "" });
  dispute(collected);
  await report(asked, "dp_1");
  expect([...(await withGatewayWork(ids))]).toEqual([charged.organization_id, asked.organization_id]);
});

test("failed payments are advanced where a case runs, or where a payment has just failed", async () => {
  const [idle, failed] = await Promise.all(many(2).map(() => newGym()));
  if (!idle || !failed) throw new Error("Two gyms were made");
  refuse(await connectScripted(failed), "insufficient_funds");
  const ids = [idle, failed].map(({ organization_id }) => organization_id);
  expect([...(await withFailedPayments(ids))]).toEqual([]);
  const { id } = await newInvoice(failed);
  await chargeInvoices(dunningCaller(failed, systemClock), { invoice_ids: [id], origin: "renewal" });
  expect([...(await withFailedPayments(ids))]).toEqual([failed.organization_id]);
});
