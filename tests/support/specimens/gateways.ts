import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { paymentAttempts, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { connectGateway, listGateways } from "@/lib/domain/gateways/connections";
import { createPaymentLink } from "@/lib/domain/gateways/links";
import { beginOwnSetup, beginSetupByLink, requestMethod } from "@/lib/domain/gateways/methods";
import { startSubscription } from "@/lib/domain/gateways/subscriptions";
import { systemCaller } from "@/lib/kernel/caller";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { newGatewayEvent } from "@/tests/support/gateways/events";
import { letGatewayBill } from "@/tests/support/gateways/let-gateway-bill";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import type { Gym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { sellMembership } from "@/tests/support/gym/memberships";

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
type Scripted = Awaited<ReturnType<typeof connectScripted>>;
const connections = new Map<string, Promise<Scripted>>();
export const scripted = (gym: Gym): Promise<Scripted> => {
  const known = connections.get(gym.organization_id) ?? connectScripted(gym);
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

/** An event that the gateway reported. */
const reported = async (gym: Gym) => ({ id: await newGatewayEvent(gym, (await scripted(gym)).gateway_id) });

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

/** A link whose bill was paid by it. */
const paidLinkIn = async (gym: Gym) => {
  await scripted(gym);
  const { id } = await newInvoice(gym);
  const link = await createPaymentLink(gym.people.gym_owner.caller, { id });
  await chargeInvoices(systemCaller("Charges", gym.organization), { invoice_ids: [id], origin: "renewal" });
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .update(paymentAttempts)
      .set({ payment_link_id: link.id })
      .where(and(eq(paymentAttempts.organization_id, organization_id), eq(paymentAttempts.invoice_id, id))),
  );
  return { token: link.url.split("/pay/")[1] ?? "" };
};

/** A saved card of the gym's member. */
const savedCard = async (gym: Gym) => {
  const { gateway_id } = await scripted(gym);
  const id = newId();
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(savedMethods).values({
      ...{ id, organization_id, gateway_id, customer_ref: "cus_1", method_ref: `pm_${id}`, kind: "card" },
      ...{ payer_member_id: gym.member_id, brand: "Visa", last4: "4242", expires_in: "2030-12", is_default: false },
    }),
  );
  return { id };
};

const ownSetup = async (gym: Gym) => {
  await scripted(gym);
  return { id: (await beginOwnSetup(gym.people.member.caller, {})).id };
};

const methodToken = async (gym: Gym) => {
  await scripted(gym);
  const { url } = await requestMethod(gym.people.gym_owner.caller, { member_id: gym.member_id });
  return url.split("/pay/method/")[1] ?? "";
};

const ownInvoice = async (gym: Gym) => {
  await scripted(gym);
  return { id: (await newInvoice(gym)).id };
};

/** A membership that the gateway can bill. */
const billable = async (gym: Gym) => {
  await scripted(gym);
  await letGatewayBill(gym);
  return { id: await sellMembership(gym, gym.member_id, { next_bill_on: "2100-01-10" }) };
};

const subscribed = async (gym: Gym) => {
  const { id } = await startSubscription(gym.people.gym_owner.caller, await billable(gym));
  return { id };
};

export const specimens: Specimens = {
  inputs: {
    "payment_methods.list": async (gym) => {
      await savedCard(gym);
      return {};
    },
    "payment_methods.get": (gym) => savedCard(gym),
    "payment_methods.make_default": (gym) => savedCard(gym),
    "payment_methods.remove": (gym) => savedCard(gym),
    "payment_methods.request": async (gym) => {
      await scripted(gym);
      return { member_id: gym.member_id };
    },
    "payment_method_links.read": async (gym) => ({ token: await methodToken(gym) }),
    "payment_method_links.begin": async (gym) => ({ token: await methodToken(gym) }),
    "payment_method_links.check": async (gym) => {
      const token = await methodToken(gym);
      return { token, id: (await beginSetupByLink(gym.people.gym_owner.caller, { token })).id };
    },
    "me.payment_methods": async (gym) => {
      await scripted(gym);
      return {};
    },
    "me.make_payment_method_default": (gym) => savedCard(gym),
    "me.remove_payment_method": (gym) => savedCard(gym),
    "me.begin_payment_method": async (gym) => {
      await scripted(gym);
      return {};
    },
    "me.check_payment_method": ownSetup,
    "me.bill": ownInvoice,
    "me.pay_invoice": ownInvoice,
    "me.check_payment": ownInvoice,
    "payment_attempts.list": async (gym) => {
      await charged(gym);
      return {};
    },
    "payment_attempts.get": charged,
    "payment_attempts.create": async (gym) => {
      await scripted(gym);
      return { id: (await newInvoice(gym)).id };
    },
    "payment_attempts.options": async (gym) => {
      await scripted(gym);
      return { id: (await newInvoice(gym)).id };
    },
    "gateway_events.list": async (gym) => {
      await reported(gym);
      return {};
    },
    "gateway_events.get": reported,
    "gateway_events.replay": reported,
    "payment_links.create": async (gym) => ({ id: (await sandboxInvoice(gym)).id, send_to_payer: false }),
    "payment_links.read": async (gym) => ({ token: await linkIn(gym) }),
    "payment_links.pay": async (gym) => ({ token: await linkIn(gym) }),
    "payment_links.check": async (gym) => ({ token: await linkIn(gym) }),
    "payment_links.renew": async (gym) => ({ token: await linkIn(gym) }),
    "payment_links.receipt": paidLinkIn,
    "payment_links.mail_receipt": paidLinkIn,
    "payment_gateways.list": () => ({}),
    "payment_gateways.connect": () => stripe,
    "payment_gateways.update": async (gym) => ({ ...(await connected(gym)), settings: stripe.settings }),
    "payment_gateways.disconnect": connected,
    "payment_gateways.set_cycle": async (gym) => ({ ...(await connected(gym)), billing_cycle: "gateway" as const }),
    "gateway_subscriptions.options": billable,
    "gateway_subscriptions.start": billable,
    "gateway_subscriptions.list": async (gym) => {
      await subscribed(gym);
      return {};
    },
    "gateway_subscriptions.get": subscribed,
    "gateway_subscriptions.cancel": subscribed,
    "payment_gateways.test": async (gym) => ({ id: (await scripted(gym)).gateway_id }),
  },
};
