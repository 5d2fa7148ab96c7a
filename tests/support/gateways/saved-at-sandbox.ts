import { eq } from "drizzle-orm";
import { savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { confirmSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import type { Clock } from "@/lib/kernel/clock";
import type { Gym } from "@/tests/support/gym/gym";
import { answered, sandboxOf } from "./sandbox";

type Saving = { gateway_id: string; clock: Clock; method: string; max_minor?: number };

/** Saves a test method of the gym's member at the sandbox, as the payer would, and makes it the default. */
export async function saveAtSandbox(
  gym: Gym,
  { gateway_id, clock, method, max_minor = 20_000 }: Saving,
): Promise<void> {
  const { organization_id, member_id: payer_member_id, organization } = gym;
  const gateway = sandboxOf(gym, gateway_id, clock);
  const payer = { payer_id: payer_member_id, name: "Mina", email: null, phone: null };
  const { customer_ref } = await answered(gateway.createCustomer(payer, "customer"));
  const setup = await answered(
    gateway.startSetup({
      ...{ key: `setup ${method}`, setup_id: crypto.randomUUID(), customer_ref, currency: organization.currency },
      ...{ mandate: { max_minor, expires_at: null, method_kind: null }, return_url: "https://gym.example.com/me" },
    }),
  );
  if (setup.action?.kind !== "sandbox") throw new Error("A setup of the sandbox needs a token");
  await confirmSandboxCheckout({ ...gym.people.gym_owner.caller, clock }, { token: setup.action.token, method });
  const saved = (await answered(gateway.findSetup(setup.ref)))?.method;
  if (!saved) throw new Error("The method was not saved");
  const { method_ref, kind, brand, last4, mandate_max } = saved;
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.update(savedMethods).set({ is_default: false }).where(eq(savedMethods.organization_id, organization_id));
    await db.insert(savedMethods).values({
      ...{ organization_id, gateway_id, payer_member_id, customer_ref, method_ref, kind, brand, last4 },
      ...{ mandate_max_minor: mandate_max?.amount_minor ?? null, mandate_currency: mandate_max?.currency ?? null },
      ...{ is_default: true, created_at: clock.now().toString() },
    });
  });
}
