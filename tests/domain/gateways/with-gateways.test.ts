import { expect, test } from "vitest";
import { inEachOrganization } from "@/inngest/schedules/each-organization";
import { connectGateway, disconnectGateway, withGateways, withSandbox } from "@/lib/domain/gateways/connections";
import { newGym } from "@/tests/support/gym/gym";
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
