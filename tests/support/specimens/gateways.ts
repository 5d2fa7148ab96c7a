import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { connectGateway, listGateways } from "@/lib/domain/gateways/connections";
import { createPaymentLink } from "@/lib/domain/gateways/links";
import { systemCaller } from "@/lib/kernel/caller";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import type { Gym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";

const stripe = {
  vendor: "stripe" as const,
  settings: { publishable_key: "pk_test_specimen" },
  secrets: { secret_key: "sk_test_specimen" },
};

const connected = async (gym: Gym) => {
  const caller = gym.people.gym_owner.caller;
  const { data } = await listGateways(caller, {});
  return { id: (data[0] ?? (await connectGateway(caller, stripe))).id };
};

/** A gym has one gateway, however often its inputs are made. */
const connections = new Map<string, Promise<string>>();
const scripted = (gym: Gym): Promise<string> => {
  const known = connections.get(gym.organization_id) ?? connectScripted(gym).then(({ gateway_id }) => gateway_id);
  connections.set(gym.organization_id, known);
  return known;
};

/** An invoice that was charged to a saved card. */
const charged = async (gym: Gym) => {
  await scripted(gym);
  const { id } = await newInvoice(gym);
  const { settled } = await chargeInvoices(systemCaller("Charges", gym.organization), {
    ...{ invoice_ids: [id], origin: "renewal" },
  });
  return { id: settled[0]?.attempt.id ?? "" };
};

const sandboxInvoice = async (gym: Gym) => {
  const caller = gym.people.gym_owner.caller;
  const { data } = await listGateways(caller, {});
  if (data.length === 0) await connectGateway(caller, { vendor: "sandbox" });
  return newInvoice(gym);
};

const linkIn = async (gym: Gym) => {
  const { id } = await sandboxInvoice(gym);
  const { url } = await createPaymentLink(gym.people.gym_owner.caller, { id });
  return url.split("/pay/")[1] ?? "";
};

export const specimens: Specimens = {
  inputs: {
    "payment_attempts.list": async (gym) => {
      await charged(gym);
      return {};
    },
    "payment_attempts.get": charged,
    "payment_attempts.create": async (gym) => {
      await scripted(gym);
      return { id: (await newInvoice(gym)).id };
    },
    "payment_links.create": async (gym) => ({ id: (await sandboxInvoice(gym)).id, send_to_payer: false }),
    "payment_links.read": async (gym) => ({ token: await linkIn(gym) }),
    "payment_links.pay": async (gym) => ({ token: await linkIn(gym) }),
    "payment_links.check": async (gym) => ({ token: await linkIn(gym) }),
    "payment_gateways.list": () => ({}),
    "payment_gateways.connect": () => stripe,
    "payment_gateways.update": async (gym) => ({ ...(await connected(gym)), settings: stripe.settings }),
    "payment_gateways.disconnect": connected,
    "payment_gateways.test": async (gym) => ({ id: await scripted(gym) }),
  },
};
