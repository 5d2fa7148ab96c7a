import { confirmSandboxCheckout, listSandboxObjects } from "@/lib/domain/gateways/sandbox";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { aCheckout, answered, newSandbox, sandboxOf } from "@/tests/support/gateways/sandbox";
import type { Gym } from "@/tests/support/gym/gym";

const inUse = async (gym: Gym) => {
  await newSandbox(gym);
  return {};
};

/** The token of a checkout that waits for the payer. */
async function newCheckout(gym: Gym): Promise<string> {
  const { action } = await answered(sandboxOf(gym, await newSandbox(gym)).startCheckout(aCheckout()));
  if (action?.kind !== "sandbox") throw new Error("A checkout of the sandbox needs a token");
  return action.token;
}

const confirmed = async (gym: Gym, method: string) => {
  const { caller } = gym.people.gym_owner;
  const token = await newCheckout(gym);
  await confirmSandboxCheckout(caller, { token, method });
  const { data } = await listSandboxObjects(caller, { kind: "payment" });
  return { token, id: data[0]?.id ?? "" };
};

export const specimens: Specimens = {
  inputs: {
    "sandbox.read": inUse,
    "sandbox.change": async (gym) => ({ ...(await inUse(gym)), webhooks: "doubled" }),
    "sandbox.list_objects": async (gym) => {
      await confirmed(gym, "tm_visa");
      return { kind: "payment" };
    },
    "sandbox.act": async (gym) => ({ id: (await confirmed(gym, "tm_debit")).id, action: "settle" }),
    "sandbox.pay_out": async (gym) => {
      await confirmed(gym, "tm_visa");
      return {};
    },
    "sandbox.deliver": async (gym) => {
      await confirmed(gym, "tm_visa");
      return {};
    },
    "sandbox_checkouts.read": async (gym) => ({ token: await newCheckout(gym) }),
    "sandbox_checkouts.confirm": async (gym) => ({ token: await newCheckout(gym), method: "tm_visa" }),
    "sandbox_checkouts.answer": async (gym) => ({
      token: (await confirmed(gym, "tm_confirm_once")).token,
      is_approved: true,
    }),
  },
};
