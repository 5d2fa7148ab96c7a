import { asc, eq, sql } from "drizzle-orm";
import { disputes, gatewayEvents, payouts } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listPayments } from "@/lib/domain/billing/payments";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { processGatewayEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { systemCaller } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import type { DisputeState, GatewayEvent } from "@/lib/providers/payments";
import type { Gym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { many, owner } from "@/tests/support/gym/payments";
import { connectScripted } from "./scripted-gateway";

const system = (gym: Gym, clock: Clock = owner(gym).clock) => systemCaller("Test", gym.organization, clock);

/** An invoice of 59.00 that the saved card has paid through a scripted gateway. */
export async function collectedByCard(gym: Gym, connected?: Awaited<ReturnType<typeof connectScripted>>) {
  const gateway = connected ?? (await connectScripted(gym));
  const { id: invoice_id } = await newInvoice(gym);
  await chargeInvoices(system(gym), { invoice_ids: [invoice_id], origin: "renewal" });
  const [payment] = (await listPayments(owner(gym), {})).data;
  const charge = [...gateway.payments.values()].at(-1);
  if (!payment || !charge?.charge_ref) throw new Error("Nothing was collected");
  const { currency, charge_ref } = charge;
  return { gateway, invoice_id, payment_id: payment.id, charge_ref, currency };
}

export type Collected = Awaited<ReturnType<typeof collectedByCard>>;

/** What the gateway says of the dispute from now on. */
export function dispute(
  { gateway, charge_ref, currency }: Collected,
  fields: Partial<DisputeState> = {},
): DisputeState {
  const state: DisputeState = {
    ...{
      ref: "dp_1",
      charge_ref,
      amount_minor: 5_900,
      currency,
      status: "needs_response",
      reason: "fraudulent",
    },
    ...{ is_debited: true, evidence_due_at: "2100-01-08T23:59:59Z", fee_minor: 1_500, ...fields },
  };
  gateway.disputes.set(state.ref, state);
  return state;
}

let serial = 0;

/** The gateway reports something, and the event is stored. */
export async function report(gym: Gym, ref: string, fields: Partial<GatewayEvent> = {}): Promise<boolean> {
  const clock = owner(gym).clock;
  const event: GatewayEvent = {
    ...{ event_id: `evt_dispute_${++serial}`, type: "dispute.updated", subject: "dispute", ref, account_ref: null },
    ...{ is_live: false, created_at: clock.now().toString(), payload: {}, ...fields },
  };
  return receiveGatewayEvents("sandbox")({
    ...{ gym_slug: gym.organization.slug, raw_body: JSON.stringify(event), url: "http://localhost/", now: clock.now() },
    headers: new Headers({ "x-scripted-signature": "valid" }),
  });
}

export async function process(gym: Gym, gateway_id: string, clock?: Clock): Promise<void> {
  for (const _ of many(40)) {
    const { has_more } = await processGatewayEvents(system(gym, clock), { gateway_id });
    if (!has_more) return;
  }
}

/** The state is reported, and the event processed. */
export async function heard(gym: Gym, collected: Collected, fields: Partial<DisputeState> = {}): Promise<void> {
  const { ref } = dispute(collected, fields);
  await report(gym, ref);
  await process(gym, collected.gateway.gateway_id);
}

export const disputeRows = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(disputes).where(eq(disputes.organization_id, organization_id)),
  );

/** The ends of all events, with their sentences. */
export const eventEnds = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ status: gatewayEvents.status, reason: gatewayEvents.reason })
      .from(gatewayEvents)
      .where(eq(gatewayEvents.organization_id, organization_id)),
  );

/** The lines of the facts that begin so, in their order: fact without ids, account, amount. */
export async function linesOf({ organization_id }: Gym, prefix: string): Promise<string[]> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ line: string }>(sql`
      select regexp_replace(e.fact, ':[0-9a-f-]{36}', '', 'g') || ' ' || l.account || ' ' || l.amount_minor as line
      from journal_entries e join journal_lines l on l.organization_id = e.organization_id and l.entry_id = e.id
      where e.organization_id = ${organization_id} and e.fact like ${`${prefix}%`} order by e.created_at, e.id, l.id`),
  );
  return rows.map(({ line }) => line);
}

/** What the owner is told, oldest first. */
export async function noticesOf({ organization_id, people }: Gym): Promise<string[]> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ title: string }>(sql`select title from staff_notices where organization_id = ${organization_id}
      and user_id = ${people.gym_owner.user_id} order by created_at, id`),
  );
  return rows.map(({ title }) => title);
}

export const payoutRows = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(payouts)
      .where(eq(payouts.organization_id, organization_id))
      .orderBy(asc(payouts.created_at), asc(payouts.id)),
  );
