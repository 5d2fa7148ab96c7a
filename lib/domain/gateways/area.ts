import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import {
  attemptFailed,
  chargeAboveMandate,
  chargesDue,
  gatewayEventReceived,
  methodEnded,
  methodSaved,
} from "./events";
import { sandboxParts } from "./sandbox/area-parts";

const attemptName = sql`(select 'invoice ' || i.number from payment_attempts a
  join invoices i on i.organization_id = a.organization_id and i.id = a.invoice_id
  where a.organization_id = audit_entries.organization_id and a.id = audit_entries.target_id)`;

const reachOfAttempt = {
  table: "payment_attempts",
  within: (location_ids: readonly string[] | null) =>
    location_ids === null
      ? undefined
      : sql`exists (select from invoices i where i.organization_id = payment_attempts.organization_id
          and i.id = payment_attempts.invoice_id and i.location_id = any(${sql.param([...location_ids])}::uuid[]))`,
};

const disputeName = sql`(select 'a payment of ' || p.received_on from disputes d
  join payments p on p.organization_id = d.organization_id and p.id = d.payment_id
  where d.organization_id = audit_entries.organization_id and d.id = audit_entries.target_id)`;

const payoutName = sql`(select 'the payout of ' || p.arrives_on from payouts p
  where p.organization_id = audit_entries.organization_id and p.id = audit_entries.target_id)`;

const reachOfDispute = {
  table: "disputes",
  within: (location_ids: readonly string[] | null) =>
    location_ids === null ? undefined : sql`disputes.location_id = any(${sql.param([...location_ids])}::uuid[])`,
};

const subscriptionName = sql`(select g.name from gateway_subscriptions g
  where g.organization_id = audit_entries.organization_id and g.id = audit_entries.target_id)`;

const reachOfSubscription = {
  table: "gateway_subscriptions",
  within: (location_ids: readonly string[] | null) =>
    location_ids === null
      ? undefined
      : sql`exists (select from memberships m where m.organization_id = gateway_subscriptions.organization_id
          and m.id = gateway_subscriptions.membership_id and m.location_id = any(${sql.param([...location_ids])}::uuid[]))`,
};

const methodName = sql`(select trim(coalesce(s.brand, s.kind) || ' ' || coalesce(s.last4, '')) from saved_methods s
  where s.organization_id = audit_entries.organization_id and s.id = audit_entries.target_id)`;

/** Methods of members of the caller's locations; companies belong to no location. */
const reachOfMethod = {
  table: "saved_methods",
  within: (location_ids: readonly string[] | null) =>
    location_ids === null
      ? undefined
      : sql`(saved_methods.payer_company_id is not null or exists (select from members m
          where m.organization_id = saved_methods.organization_id and m.id = saved_methods.payer_member_id
            and m.home_location_id = any(${sql.param([...location_ids])}::uuid[])))`,
};

export const gateways: Area = {
  name: "gateways",
  events: [
    attemptFailed,
    chargeAboveMandate,
    chargesDue,
    gatewayEventReceived,
    methodEnded,
    methodSaved,
    ...sandboxParts.events,
  ],
  schedules: { "card-expiry": () => import("./methods").then(({ cardExpiry }) => cardExpiry) },
  retention: [...sandboxParts.retention, { table: "gateway_events", column: "received_at", hours: 180 * 24 }],
  navigation: [
    {
      label: "Disputes",
      path: "/disputes",
      icon: "disputes",
      group: "Money",
      permission: "payments.refund",
      position: 45,
    },
    { label: "Payouts", path: "/payouts", icon: "payouts", group: "Money", permission: "ledger.read", position: 49 },
  ],
  audit: {
    phrases: {
      ...sandboxParts.audit.phrases,
      "disputes.settle": "read a dispute of {} again",
      "disputes.submit": "sent evidence for a dispute of {}",
      "gateway_events.finish": "processed events of a payment gateway",
      "gateway_events.replay": "processed an event of a payment gateway again",
      "gateway_subscriptions.cancel": "ended the gateway's subscription of {}",
      "gateway_subscriptions.match": "matched bills of the gateway's subscriptions",
      "gateway_subscriptions.settle": "settled the gateway's subscription of {}",
      "gateway_subscriptions.start": "let the gateway bill {}",
      "payment_gateways.set_cycle": "chose who runs the cycle at the payment gateway {}",
      "gateway_refunds.settle": "settled a refund of a payment of {}",
      "payouts.settle": "reconciled {}",
      "payment_links.check": "asked what became of a payment by link of {}",
      "payment_links.create": "made a link to pay {}",
      "payment_links.mail_receipt": "asked for the receipt of {} by link",
      "payment_links.renew": "asked for a new link to pay {}",
      "payment_links.pay": "began to pay {} by link",
      "payment_gateways.connect": "connected the payment gateway {}",
      "payment_gateways.disconnect": "disconnected the payment gateway {}",
      "payment_gateways.test": "tested the payment gateway {}",
      "payment_gateways.update": "changed the keys of the payment gateway {}",
      "me.begin_payment_method": "began to save a payment method",
      "me.check_payment": "asked what became of a payment of {}",
      "me.check_payment_method": "asked whether a payment method was saved",
      "me.make_payment_method_default": "made {} the default payment method",
      "me.pay_invoice": "began to pay {}",
      "me.remove_payment_method": "removed the payment method {}",
      "method_setups.settle": "settled the saving of a payment method",
      "payment_method_links.begin": "began to save a payment method by link",
      "payment_method_links.check": "asked whether a payment method was saved by link",
      "payment_methods.make_default": "made {} the default payment method",
      "payment_methods.remove": "removed the payment method {}",
      "payment_methods.request": "asked {} for a payment method",
      "saved_methods.detach": "asked the gateway to forget removed payment methods",
      "payment_attempts.create": "charged {}",
      "payment_attempts.reserve": "began to charge {}",
      "payment_attempts.settle": "settled the charge of {}",
    },
    filters: {
      disputes: "Disputes",
      gateway_events: "Gateway events",
      gateway_refunds: "Gateway refunds",
      gateway_subscriptions: "Gateway subscriptions",
      payment_attempts: "Charges",
      payment_gateways: "Payment gateways",
      payment_links: "Payment links",
      payouts: "Payouts",
      payment_methods: "Payment methods",
    },
    targets: {
      ...sandboxParts.audit.targets,
      dispute: { name: disputeName, path: (id: string) => `/disputes/${id}`, reach: reachOfDispute },
      gateway_event: { name: null, path: (id) => `/settings/payments/events/${id}` },
      payment_gateway: {
        name: sql`(select initcap(g.vendor) from payment_gateways g where g.organization_id = audit_entries.organization_id and g.id = audit_entries.target_id)`,
        path: () => "/settings/payments",
      },
      payout: { name: payoutName, path: (id: string) => `/payouts/${id}` },
      gateway_subscription: { name: subscriptionName, reach: reachOfSubscription },
      saved_method: { name: methodName, reach: reachOfMethod },
      method_setup: { name: null },
      payment_attempt: { name: attemptName, reach: reachOfAttempt },
    },
  },
};
