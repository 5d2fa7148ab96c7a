import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { invoices, paymentAttempts, paymentGateways, savedMethods } from "@/db/schema";
import { refuseGateways } from "@/lib/domain/gateways/connections/refuse";
import { findGateways } from "@/lib/domain/gateways/connections/stored";
import { chargeAboveMandate } from "@/lib/domain/gateways/events";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { InvoiceOrigin } from "@/lib/values/billing";
import type { AttemptOrigin } from "@/lib/values/gateways";
import * as contracts from "./job-contracts";
import { type Reserved, reserveAttempts, type Skipped } from "./reserve";
import { scheduleCharges } from "./schedule-charges";
import { type Answer, type Settled, settleAttempts } from "./settle";

/** The gateway was asked to announce a debit; it may be charged from `charge_at` on (K11). */
export type Announced = { attempt_id: string; charge_at: string };

/** Invoices of the engine are charged without being asked. What staff sell or write is paid as agreed with the payer. */
const chargedAutomatically: readonly InvoiceOrigin[] = ["renewal", "plan_change", "freeze", "cancellation", "late_fee"];

const reserve = operation(contracts.reserveCharges, async (ctx, { invoice_ids, origin, is_automatic }) => {
  const wanted = is_automatic ? await automaticOf(ctx, invoice_ids) : invoice_ids;
  const { reserved, skipped } = await reserveAttempts(ctx, { invoice_ids: wanted, origin });
  if (reserved.length > 0) ctx.audit(entryOf(reserved.map(({ attempt }) => attempt)));
  for (const { invoice_id, reason } of skipped)
    if (origin === "renewal" && reason === "above_mandate") ctx.emit(chargeAboveMandate, { invoice_id });
  return { reserved: reserved as never[], skipped: skipped as never[] };
});

const settle = operation(contracts.settleCharges, async (ctx, { answers, announced }) => {
  const settled = await settleAttempts(ctx, answers as Answer[]);
  await scheduleCharges(ctx, announced as Announced[]);
  await refuseGateways(ctx, settled);
  const changed = settled.filter(({ verdict }) => verdict !== "unchanged" && verdict !== "waits");
  if (changed.length > 0) ctx.audit(entryOf(changed.map(({ attempt }) => attempt)));
  return { settled: settled as never[] };
});

const batchSize = 100;

/** K6: a page that waits for its payer would collect what is not owed any more. */
const settledOtherwise = sql<boolean>`${invoices.open_minor} < ${paymentAttempts.amount_minor}`;

/** The attempts whose gateway is to be asked now, oldest first. Pages of invoices that were settled otherwise do not wait. */
const findDue = operation(contracts.findUnsettled, async (ctx) => {
  const { db, organization_id, now } = ctx;
  const rows = await db
    .select({
      ...{ attempt: paymentAttempts, method: savedMethods, number: sql<string>`coalesce(${invoices.number}, '')` },
      is_settled_otherwise: settledOtherwise,
    })
    .from(paymentAttempts)
    .innerJoin(
      invoices,
      and(eq(invoices.organization_id, organization_id), eq(invoices.id, paymentAttempts.invoice_id)),
    )
    .leftJoin(
      savedMethods,
      and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, paymentAttempts.saved_method_id)),
    )
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        sql`${paymentAttempts.ended_at} is null`,
        or(
          lte(paymentAttempts.check_at, now.toString()),
          and(eq(paymentAttempts.status, "requires_action"), eq(paymentAttempts.checks, 0), settledOtherwise),
        ),
      ),
    )
    .orderBy(asc(paymentAttempts.check_at), asc(paymentAttempts.id))
    .limit(batchSize);
  if (rows.length === 0) return { reserved: [], has_more: false };
  const gateways = new Map((await findGateways(ctx)).map((row) => [row.id, row]));
  const reserved = rows.flatMap(({ attempt, ...more }): Reserved[] => {
    const gateway = gateways.get(attempt.gateway_id);
    return gateway ? [{ attempt, gateway, ...more }] : [];
  });
  return { reserved: reserved as never[], has_more: rows.length === batchSize };
});

/**
 * Invoices that were to be charged and have no attempt: a crash came before it, or the gateway refused the gym's keys. Only what was
 * issued after the payer saved the method: what was unpaid before is never charged without a word (K4).
 */
export const findUncharged = operation(contracts.findUncharged, async ({ db, organization_id }) => {
  const { rows } = await db.execute<{ id: string }>(sql`
    select i.id from ${invoices} i
    join ${savedMethods} m on m.organization_id = i.organization_id and m.is_default and m.ended_at is null
      and (m.payer_member_id = i.payer_member_id or m.payer_company_id = i.payer_company_id) and m.created_at < i.finalized_at
    join ${paymentGateways} g on g.organization_id = m.organization_id and g.id = m.gateway_id and g.replaced_at is null
      and g.failing_since is null and (g.legal_entity_id = i.legal_entity_id or g.legal_entity_id is null)
    where i.organization_id = ${organization_id} and i.open_minor > 0 and i.kind = 'invoice' and i.voided_at is null
      and i.written_off_at is null and not collected_by_gateway(i.organization_id, i.id) and i.origin = any(${sql.param([...chargedAutomatically])}::text[])
      and not exists (select from ${paymentAttempts} a where a.organization_id = i.organization_id and a.invoice_id = i.id
        and (a.ended_at is null or a.status <> 'canceled'))
    order by i.due_on, i.id limit 200`);
  return { invoice_ids: rows.map(({ id }) => id) };
});

type Charge = { invoice_ids: string[]; origin: AttemptOrigin; is_automatic: boolean };

/** The typed doors of the jobs. */
export const reserveCharges = (caller: Caller, input: Charge) =>
  reserve(caller, input) as Promise<{ reserved: Reserved[]; skipped: Skipped[] }>;

export const settleCharges = async (
  caller: Caller,
  { answers, announced = [] }: { answers: Answer[]; announced?: Announced[] },
): Promise<Settled[]> =>
  (await settle(caller, { answers: answers as never[], announced: announced as never[] })).settled;

export const findUnsettled = (caller: Caller) =>
  findDue(caller, {}) as Promise<{ reserved: Reserved[]; has_more: boolean }>;

async function automaticOf(ctx: Ctx<unknown>, ids: readonly string[]): Promise<string[]> {
  const { db, organization_id } = ctx;
  // Most gyms take money by hand, and every batch of renewals comes here.
  if ((await findGateways(ctx, isNull(paymentGateways.replaced_at))).length === 0) return [];
  const rows = await db
    .select({ id: invoices.id })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        inArray(invoices.id, [...ids]),
        inArray(invoices.origin, [...chargedAutomatically]),
      ),
    )
    .orderBy(asc(invoices.id));
  return rows.map(({ id }) => id);
}

function entryOf(attempts: readonly { id: string; status: string }[]) {
  const [only] = attempts;
  const counts: Record<string, number> = {};
  for (const { status } of attempts) counts[status] = (counts[status] ?? 0) + 1;
  return {
    target_type: "payment_attempt",
    target_id: attempts.length === 1 && only ? only.id : null,
    after: counts,
  };
}
