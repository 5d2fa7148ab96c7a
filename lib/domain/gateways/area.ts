import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import { attemptFailed, chargesDue, gatewayEventReceived, methodEnded, methodSaved } from "./events";
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

export const gateways: Area = {
  name: "gateways",
  events: [attemptFailed, chargesDue, gatewayEventReceived, methodEnded, methodSaved, ...sandboxParts.events],
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
      "gateway_events.finish": "processed an event of a payment gateway",
      "gateway_refunds.settle": "settled a refund of a payment of {}",
      "payouts.settle": "reconciled {}",
      "payment_links.check": "asked what became of a payment by link of {}",
      "payment_links.create": "made a link to pay {}",
      "payment_links.pay": "began to pay {} by link",
      "payment_gateways.connect": "connected the payment gateway {}",
      "payment_gateways.disconnect": "disconnected the payment gateway {}",
      "payment_gateways.test": "tested the payment gateway {}",
      "payment_gateways.update": "changed the keys of the payment gateway {}",
      "payment_attempts.create": "charged {}",
      "payment_attempts.reserve": "began to charge {}",
      "payment_attempts.settle": "settled the charge of {}",
    },
    filters: {
      disputes: "Disputes",
      gateway_events: "Gateway events",
      gateway_refunds: "Gateway refunds",
      payment_attempts: "Charges",
      payment_gateways: "Payment gateways",
      payment_links: "Payment links",
      payouts: "Payouts",
    },
    targets: {
      ...sandboxParts.audit.targets,
      dispute: { name: disputeName, path: (id: string) => `/disputes/${id}`, reach: reachOfDispute },
      gateway_event: { name: null },
      payment_gateway: {
        name: sql`(select initcap(g.vendor) from payment_gateways g where g.organization_id = audit_entries.organization_id and g.id = audit_entries.target_id)`,
        path: () => "/settings/payments",
      },
      payout: { name: payoutName, path: (id: string) => `/payouts/${id}` },
      payment_attempt: { name: attemptName, reach: reachOfAttempt },
    },
  },
};
