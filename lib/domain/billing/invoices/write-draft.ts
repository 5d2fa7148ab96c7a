import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { companies, invoiceLines, invoices, members } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/invoices";
import { sellerOf } from "@/lib/domain/billing/entities";
import { homeLocation, withinReach } from "@/lib/domain/organization/locations";
import { changes } from "@/lib/kernel/audit";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, notFound } from "@/lib/kernel/errors";
import { type Ctx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { insertLines, sumsOf, writtenLines } from "./draft-lines";
import { findInvoice, lockDraft } from "./find";
import { toInvoice } from "./get";

/** A draft that staff write. It is owed once it is finalized. */
export const createInvoice = operation(contracts.createInvoice, async (ctx, input) => {
  const { member_id, company_id, note = null } = input;
  const home = member_id ? await homeOfPayer(ctx, member_id) : null;
  if (company_id) await checkCompany(ctx, company_id);
  await checkMembers(ctx, input.lines);
  const location = await homeLocation(ctx, input.location_id ?? home ?? undefined, "location_id");
  const seller = await sellerOf(ctx, location.id);
  const terms = { is_price_with_tax: input.prices_include_tax, payer_member_id: member_id ?? null };
  const lines = writtenLines(input.lines, seller, terms);
  const id = newId();
  await insertLines(ctx, id, lines);
  const at = ctx.now.toString();
  await ctx.db.insert(invoices).values({
    ...{ id, organization_id: ctx.organization_id, origin: "manual", legal_entity_id: seller.entity.id },
    ...{ location_id: location.id, payer_member_id: member_id, payer_company_id: company_id, note },
    ...{ currency: location.currency, ...sumsOf(lines) },
    ...{ created_by: userIdOf(ctx.caller), created_at: at, updated_at: at },
  });
  const invoice = await answer(ctx, id);
  ctx.audit({ target_type: "invoice", target_id: id, after: auditedFields(invoice) });
  return invoice;
});

export const updateInvoice = operation(contracts.updateInvoice, async (ctx, { id, ...change }) => {
  const draft = await lockDraft(ctx, id);
  ctx.expectVersion(draft.version);
  const before = await answer(ctx, id);
  const { note = draft.note } = change;
  if (change.lines) await checkMembers(ctx, change.lines);
  const seller = await sellerOf(ctx, draft.location_id);
  const is_price_with_tax = change.prices_include_tax ?? before.lines.every((line) => line.is_price_with_tax);
  const written =
    change.lines ??
    before.lines.map(({ list_minor, quantity, member_id, ...line }) => ({
      ...{ description: line.description, quantity, price_minor: list_minor / quantity, tax_class: line.tax_class },
      ...{ discount_minor: line.discount_minor, ...(member_id && { member_id }) },
    }));
  const lines = writtenLines(written, seller, { is_price_with_tax, payer_member_id: draft.payer_member_id });
  await ctx.db
    .delete(invoiceLines)
    .where(and(eq(invoiceLines.organization_id, ctx.organization_id), eq(invoiceLines.invoice_id, id)));
  await insertLines(ctx, id, lines);
  await ctx.db
    .update(invoices)
    .set({ ...sumsOf(lines), note, version: sql`${invoices.version} + 1`, updated_at: ctx.now.toString() })
    .where(and(eq(invoices.organization_id, ctx.organization_id), eq(invoices.id, id)));
  const after = await answer(ctx, id);
  ctx.audit({ target_type: "invoice", target_id: id, ...changes(auditedFields(before), auditedFields(after)) });
  return after;
});

export const deleteInvoice = operation(contracts.deleteInvoice, async (ctx, { id }) => {
  await lockDraft(ctx, id);
  const before = await answer(ctx, id);
  await deleteDraft(ctx, id);
  ctx.audit({ target_type: "invoice", target_id: id, before: auditedFields(before) });
  return null;
});

export async function deleteDraft({ db, organization_id }: ReadCtx, id: string): Promise<void> {
  await db.delete(invoices).where(and(eq(invoices.organization_id, organization_id), eq(invoices.id, id)));
}

const answer = async (ctx: Ctx<unknown>, id: string) => toInvoice(await findInvoice(ctx, id), ctx.organization.locale);

const auditedFields = ({ payer, total_minor, currency, note, lines }: Awaited<ReturnType<typeof answer>>) => ({
  payer: payer.name,
  total_minor,
  currency,
  note,
  lines: lines.map(({ description, quantity, total_minor: amount }) => ({
    description,
    quantity,
    total_minor: amount,
  })),
});

async function homeOfPayer({ db, caller, organization_id }: ReadCtx, id: string): Promise<string> {
  const [row] = await db
    .select({ home: members.home_location_id, archived_at: members.archived_at })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        eq(members.id, id),
        withinReach(caller, members.home_location_id),
      ),
    );
  if (!row) throw notFound();
  if (row.archived_at) throw invalid("member_id", "This member is archived. Restore them first");
  return row.home;
}

async function checkCompany({ db, organization_id }: ReadCtx, id: string): Promise<void> {
  const [row] = await db
    .select({ archived_at: companies.archived_at })
    .from(companies)
    .where(and(eq(companies.organization_id, organization_id), eq(companies.id, id)));
  if (!row) throw notFound();
  if (row.archived_at) throw invalid("company_id", "This company is archived. Restore it first");
}

/** The members of lines are within the caller's reach. */
async function checkMembers(ctx: ReadCtx, lines: readonly { member_id?: string | undefined }[]): Promise<void> {
  const wanted = [...new Set(lines.flatMap(({ member_id }) => member_id ?? []))];
  if (wanted.length === 0) return;
  const rows = await ctx.db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organization_id, ctx.organization_id),
        sql`${members.id} = any(${sql.param(wanted)}::uuid[])`,
        withinReach(ctx.caller, members.home_location_id),
      ),
    );
  if (rows.length < wanted.length) throw invalid("lines", "A line names a member who does not exist here");
}
