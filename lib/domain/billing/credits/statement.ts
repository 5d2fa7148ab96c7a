import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { invoices, locations } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/account";
import type { Payer } from "@/lib/domain/billing/documents";
import { payerOf } from "@/lib/domain/billing/payments/payer";
import { snapshotOf } from "@/lib/domain/billing/payments/snapshots";
import { fileNameOf, pdfAnswer } from "@/lib/domain/billing/pdf-answer";
import { localeOf, printedBuyer, printedSeller } from "@/lib/domain/billing/printed-parties";
import { Problem } from "@/lib/kernel/errors";
import { type OrganizationCtx, operation } from "@/lib/kernel/operation";
import { renderStatementPdf } from "@/lib/providers/pdf";
import { statementOf } from "./statement-of";

export const getStatement = operation(contracts.getStatement, async (ctx, { id: member_id, ...range }) => {
  const { payer } = await payerOf(ctx, { member_id });
  return { member_id, ...(await statementOf(ctx, payer, range)) };
});

export const getCompanyStatement = operation(
  contracts.getCompanyStatement,
  async (ctx, { id: company_id, ...range }) => {
    const { payer } = await payerOf(ctx, { company_id });
    return { company_id, ...(await statementOf(ctx, payer, range)) };
  },
);

export const getStatementPdf = operation(contracts.getStatementPdf, async (ctx, { id: member_id, ...range }) => {
  const { payer, home_location_id } = await payerOf(ctx, { member_id });
  return printed(ctx, payer, await statementOf(ctx, payer, range), home_location_id);
});

export const getCompanyStatementPdf = operation(
  contracts.getCompanyStatementPdf,
  async (ctx, { id: company_id, ...range }) => {
    const { payer } = await payerOf(ctx, { company_id });
    return printed(ctx, payer, await statementOf(ctx, payer, range), await locationOfCompany(ctx, company_id));
  },
);

type Statement = Awaited<ReturnType<typeof statementOf>>;

/** L13: the same bookings give the same bytes. It names the seller and the payer as they are today. */
async function printed(ctx: OrganizationCtx, payer: Payer, statement: Statement, location_id: string | null) {
  if (!location_id) throw new Problem("conflict", "The gym has no open location whose name a statement could show.");
  const { seller, buyer } = await snapshotOf(ctx, payer, location_id);
  const { from, to, rows, ...sums } = statement;
  const locale = localeOf(seller, buyer);
  const bytes = await renderStatementPdf({
    ...{ seller: printedSeller(seller, locale), buyer: printedBuyer(buyer, seller, locale) },
    ...{ locale, time_zone: seller.time_zone, mark: null, references: [], notes: null },
    ...{ from, to, ...sums },
    rows: rows.map(({ booked_on: day, kind, number, amount_minor, balance_minor }) => ({
      ...{ day, number, amount_minor, balance_minor, what: `booked_${kind}` as const },
    })),
  });
  return pdfAnswer({ file_name: fileNameOf(`${buyer.name}-${from}-${to}`), bytes });
}

/** The location that billed it last, otherwise the oldest one. */
async function locationOfCompany({ db, organization_id }: OrganizationCtx, company_id: string): Promise<string | null> {
  const [billed] = await db
    .select({ id: invoices.location_id })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.payer_company_id, company_id),
        isNotNull(invoices.finalized_at),
      ),
    )
    .orderBy(sql`${invoices.created_at} desc`)
    .limit(1);
  if (billed) return billed.id;
  const [oldest] = await db
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.organization_id, organization_id), isNull(locations.archived_at)))
    .orderBy(asc(locations.created_at), asc(locations.id))
    .limit(1);
  return oldest?.id ?? null;
}
