import { pauseDunning } from "@/lib/domain/dunning";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { systemClock } from "@/lib/kernel/clock";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { caseIdOf, dunningCaller, react, refuse } from "@/tests/support/gateways/dunning";
import { connectScripted, type ScriptedGateway } from "@/tests/support/gateways/scripted-gateway";
import type { Gym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";

/** A gym has one gateway, however often its inputs are made. */
const gateways = new Map<string, Promise<ScriptedGateway>>();

const refusing = (gym: Gym): Promise<ScriptedGateway> => {
  const known = gateways.get(gym.organization_id) ?? connectScripted(gym);
  gateways.set(gym.organization_id, known);
  return known;
};

/** An invoice whose charge was refused. */
const refused = async (gym: Gym) => {
  refuse(await refusing(gym), "insufficient_funds");
  const { id } = await newInvoice(gym);
  await chargeInvoices(dunningCaller(gym, systemClock), { invoice_ids: [id], origin: "renewal" });
  await react(gym, systemClock);
  return { id: await caseIdOf(gym, id) };
};

const inAMonth = () =>
  systemClock
    .now()
    .add({ hours: 30 * 24 })
    .toString()
    .slice(0, 10);

export const specimens: Specimens = {
  inputs: {
    "dunning.list": async (gym) => {
      await refused(gym);
      return {};
    },
    "dunning.summarize": async (gym) => {
      await refused(gym);
      return {};
    },
    "dunning.export": async (gym) => {
      await refused(gym);
      return {};
    },
    "dunning.get": refused,
    "dunning.pause": async (gym) => ({ ...(await refused(gym)), reason: "Brings a new card", until_on: inAMonth() }),
    "dunning.resume": async (gym) => {
      const { id } = await refused(gym);
      await pauseDunning(gym.people.gym_owner.caller, { id, reason: "Is on holiday" });
      return { id };
    },
    "dunning.update": async (gym) => ({ ...(await refused(gym)), next_try_at: `${inAMonth()}T10:00:00` }),
    "dunning.try": refused,
  },
};
