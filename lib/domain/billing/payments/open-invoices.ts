import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { invoices } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { withinReach } from "@/lib/domain/organization/locations";
import { invalid, notFound, Problem } from "@/lib/kernel/errors";
import type { Ctx, ReadCtx } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";
import { collectedByGateway } from "./in-progress";
import { isPayer } from "./payer";
import type { Place } from "./place";

export type Share = { id: string; amount_minor: number };
type Open = Pick<typeof invoices.$inferSelect, "id" | "number" | "due_on" | "location_id"> & {
  open_minor: number;
  currency: string;
  legal_entity_id: string;
  is_own: boolean;
};

/** The location of the payer's invoice that is due first, for money that names no location. */
export async function locationOfOldest(ctx: ReadCtx, payer: Payer): Promise<string | null> {
  const [oldest] = await ctx.db
    .select({ location_id: invoices.location_id })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, ctx.organization_id),
        isPayer(invoices, payer),
        gt(invoices.open_minor, 0),
        withinReach(ctx.caller, invoices.location_id),
      ),
    )
    .orderBy(asc(invoices.due_on), asc(invoices.id))
    .limit(1);
  return oldest?.location_id ?? null;
}

/**
 * Locks invoices that a transaction pays later, before it issues documents: whoever charges a fee for an invoice locks it before the
 * number of the fee.
 */
export async function lockOpen({ db, organization_id }: Ctx<unknown>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), inArray(invoices.id, [...ids])))
    .orderBy(asc(invoices.id))
    .for("update");
}

/**
 * K18: what the money pays: the chosen invoices, or those that are due first. The invoices are locked in the order of their ids, which
 * every other code that settles follows.
 */
export async function lockShares(
  ctx: Ctx<unknown>,
  { payer, place, amount_minor }: { payer: Payer; place: Place; amount_minor: number },
  chosen: readonly Share[] | undefined,
): Promise<Share[]> {
  const { db, organization_id, caller } = ctx;
  const rows: Open[] = await db
    .select({
      id: invoices.id,
      number: invoices.number,
      due_on: invoices.due_on,
      location_id: invoices.location_id,
      open_minor: invoices.open_minor,
      currency: invoices.currency,
      legal_entity_id: invoices.legal_entity_id,
      is_own: sql<boolean>`${isPayer(invoices, payer)}`,
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        withinReach(caller, invoices.location_id),
        eq(invoices.kind, "invoice"),
        isNull(invoices.voided_at),
        chosen
          ? inArray(
              invoices.id,
              chosen.map(({ id }) => id),
            )
          : and(
              isPayer(invoices, payer),
              gt(invoices.open_minor, 0),
              eq(invoices.currency, place.currency),
              eq(invoices.legal_entity_id, place.legal_entity_id),
            ),
      ),
    )
    .orderBy(asc(invoices.id))
    .for("update");
  const collected = await collectedByGateway(
    ctx,
    rows.map(({ id }) => id),
  );
  if (!chosen)
    return dueFirst(
      rows.filter(({ id }) => !collected.has(id)),
      amount_minor,
    );
  const twice = rows.find(({ id }) => collected.has(id));
  if (twice)
    throw new Problem(
      "conflict",
      `Invoice ${twice.number} is being collected through the payment gateway. Wait for its answer, so that it is not paid twice.`,
    );
  return checked(ctx, { rows, place, amount_minor }, chosen);
}

function dueFirst(rows: readonly Open[], amount_minor: number): Share[] {
  let left = amount_minor;
  return rows
    .toSorted((a, b) => (a.due_on ?? "").localeCompare(b.due_on ?? "") || a.id.localeCompare(b.id))
    .map(({ id, open_minor }) => {
      const share = { id, amount_minor: Math.min(left, open_minor) };
      left -= share.amount_minor;
      return share;
    })
    .filter((share) => share.amount_minor > 0);
}

function checked(
  { organization }: Pick<Ctx<unknown>, "organization">,
  { rows, place, amount_minor }: { rows: readonly Open[]; place: Place; amount_minor: number },
  chosen: readonly Share[],
): Share[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (new Set(chosen.map(({ id }) => id)).size < chosen.length)
    throw invalid("invoices", "An invoice is named twice. Name each invoice once.");
  if (chosen.reduce((all, one) => all + one.amount_minor, 0) > amount_minor)
    throw invalid("invoices", "The invoices get more than the amount. Reduce what they get, or raise the amount.");
  for (const share of chosen) {
    const invoice = byId.get(share.id);
    if (!invoice) throw notFound();
    if (!invoice.is_own) throw invalid("invoices", `Invoice ${invoice.number} belongs to another payer. Leave it out.`);
    if (invoice.currency !== place.currency || invoice.legal_entity_id !== place.legal_entity_id)
      throw invalid(
        "invoices",
        `Invoice ${invoice.number} belongs to another company. Record its money at its location.`,
      );
    if (share.amount_minor > invoice.open_minor) {
      const open = formatMoney(invoice.open_minor, invoice.currency, organization.locale);
      throw new Problem("conflict", `Invoice ${invoice.number} has ${open} to pay. Pay at most that.`);
    }
  }
  return [...chosen];
}
