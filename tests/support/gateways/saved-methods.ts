import { asc, eq } from "drizzle-orm";
import { methodSetups, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { connectGateway } from "@/lib/domain/gateways/connections";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { beginOwnSetup, checkOwnSetup } from "@/lib/domain/gateways/methods";
import { confirmSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import { anonymousCaller, type Caller } from "@/lib/kernel/caller";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { owner } from "@/tests/support/gym/payments";

export const visitor = (clock: Clock = systemClock): Caller => ({
  ...anonymousCaller({ ip: null, user_agent: null, request_id: "test", reason: null }),
  clock,
});

export const memberAt = (gym: Gym, clock: Clock): Caller => ({ ...gym.people.member.caller, clock });

/** A gym with the sandbox. */
export async function sandboxGym(options: Parameters<typeof newGym>[0] = {}): Promise<Gym> {
  const gym = await newGym(options);
  replaceGateways({});
  await connectGateway(owner(gym), { vendor: "sandbox" });
  return gym;
}

/** The gym's member saves a test method. Returns its id. */
export async function saveTestMethod(gym: Gym, method = "tm_visa", clock: Clock = systemClock): Promise<string> {
  const caller = memberAt(gym, clock);
  const { id, action } = await beginOwnSetup(caller, {});
  if (action?.kind !== "sandbox") throw new Error("The page has nothing to go on with");
  await confirmSandboxCheckout(visitor(clock), { token: action.token, method });
  const { status } = await checkOwnSetup(caller, { id });
  if (status !== "succeeded") throw new Error(`The method was not saved: ${status}`);
  const saved = (await setupsOf(gym)).find((one) => one.id === id)?.saved_method_id;
  return saved ?? "";
}

export const methodsOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(savedMethods)
      .where(eq(savedMethods.organization_id, organization_id))
      .orderBy(asc(savedMethods.created_at), asc(savedMethods.id)),
  );

export const setupsOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(methodSetups)
      .where(eq(methodSetups.organization_id, organization_id))
      .orderBy(asc(methodSetups.created_at), asc(methodSetups.id)),
  );
