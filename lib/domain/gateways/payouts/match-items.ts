import { type SQL, sql } from "drizzle-orm";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { BalanceItem } from "@/lib/providers/payments";
import { formatMoney } from "@/lib/values/money";

/** What of ours an item is. `mismatch` says in one sentence why it fits nothing. */
export type Match = {
  payment_id: string | null;
  refund_id: string | null;
  dispute_id: string | null;
  location_id: string | null;
  mismatch: string | null;
};

type Item = Pick<BalanceItem, "ref" | "kind" | "source_ref" | "amount_minor" | "currency">;
type Known = {
  id: string;
  amount_minor: number;
  currency: string;
  location_id: string | null;
  /** Of a payment. */
  is_paid_out: boolean;
};

const nothing: Match = { payment_id: null, refund_id: null, dispute_id: null, location_id: null, mismatch: null };
const misfit = (mismatch: string): Match => ({ ...nothing, mismatch });

/** Finds what each item of a gateway's balance is. The gateway is locked, so that a payment is in one payout. */
export async function matchItems(
  ctx: OrganizationCtx,
  { gateway_id, items }: { gateway_id: string; items: readonly Item[] },
): Promise<Match[]> {
  const refs = items.flatMap(({ source_ref }) => source_ref ?? []);
  const known = await knownOf(ctx, gateway_id, refs);
  const paidOut = new Set<string>();
  return items.map((item) => {
    const source = item.source_ref ?? "";
    switch (item.kind) {
      case "payment":
        return ofPayment(item, known("payment", source));
      case "refund": {
        const refund = known("refund", source);
        if (!refund) return misfit("No refund with this id was made here.");
        return fit(item, refund, [-refund.amount_minor, refund.amount_minor], { refund_id: refund.id });
      }
      case "dispute": {
        const dispute = known("dispute", source);
        if (!dispute) return misfit("No dispute with this id is known here.");
        return fit(item, dispute, [-dispute.amount_minor, dispute.amount_minor], { dispute_id: dispute.id });
      }
      case "fee":
        return nothing;
      case "adjustment": {
        return known("failed_payout", source)?.amount_minor === item.amount_minor
          ? nothing
          : misfit("The gateway changed the balance for a reason that is not known here.");
      }
      default:
        return misfit("This kind of item is not known here.");
    }
  });

  function ofPayment(item: Item, payment: Known | undefined): Match {
    if (!payment) return misfit("No payment with this id was recorded here.");
    if (item.amount_minor < 0) return misfit("The gateway took this payment out of the balance again.");
    if (payment.is_paid_out || paidOut.has(payment.id)) return misfit("This payment was in a payout before.");
    const match = fit(item, payment, [payment.amount_minor], { payment_id: payment.id });
    if (match.payment_id) paidOut.add(payment.id);
    return match;
  }

  function fit(item: Item, one: Known, amounts: readonly number[], link: Partial<Match>): Match {
    if (item.currency !== one.currency)
      return misfit(`The gateway counts it in ${item.currency}, and here it is in ${one.currency}.`);
    if (!amounts.includes(item.amount_minor)) {
      const money = (minor: number) => formatMoney(Math.abs(minor), one.currency, ctx.organization.locale);
      return misfit(`The gateway has ${money(item.amount_minor)}, and here it is ${money(one.amount_minor)}.`);
    }
    return { ...nothing, ...link, location_id: one.location_id };
  }
}

type Kind = "payment" | "refund" | "dispute" | "failed_payout";
type Row = Known & { kind: Kind; ref: string };
type Find = (kind: Kind, ref: string) => Known | undefined;

/** What is stored here under these ids of the gateway, of each kind, in one statement. */
async function knownOf({ db, organization_id }: OrganizationCtx, gateway_id: string, refs: string[]): Promise<Find> {
  if (refs.length === 0) return () => undefined;
  const here = (table: "p" | "g" | "d" | "o", column: string): SQL =>
    sql`${sql.identifier(table)}.organization_id = ${organization_id} and ${sql.identifier(table)}.gateway_id = ${gateway_id}
      and ${sql.identifier(table)}.${sql.identifier(column)} = any(${sql.param(refs)}::text[])`;
  const { rows } = await db.execute<Row>(sql`
    select 'payment' as kind, p.charge_ref as ref, p.id, p.amount_minor, p.currency, p.location_id,
      exists (select from payout_items x where x.organization_id = p.organization_id and x.kind = 'payment'
        and x.payment_id = p.id) as is_paid_out
    from payments p where ${here("p", "charge_ref")}
    union all
    select 'refund', g.refund_ref, r.id, r.amount_minor, r.currency, r.location_id, false
    from gateway_refunds g join refunds r on r.organization_id = g.organization_id and r.id = g.refund_id
    where ${here("g", "refund_ref")}
    union all
    select 'dispute', d.dispute_ref, d.id, d.amount_minor, d.currency, d.location_id, false
    from disputes d where ${here("d", "dispute_ref")}
    union all
    select 'failed_payout', o.payout_ref, o.id, o.amount_minor, o.currency, null, false
    from payouts o where o.status = 'failed' and ${here("o", "payout_ref")}`);
  const found = new Map(
    rows.map((row) => [`${row.kind} ${row.ref}`, { ...row, amount_minor: Number(row.amount_minor) }]),
  );
  return (kind, ref) => found.get(`${kind} ${ref}`);
}
