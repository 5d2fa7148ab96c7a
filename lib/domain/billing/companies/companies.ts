import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { companies } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/companies";
import { changes } from "@/lib/kernel/audit";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { invalid, isDuplicate, notFound, Problem } from "@/lib/kernel/errors";
import { operation, type TenantCtx } from "@/lib/kernel/operation";
import { gstStateName } from "@/lib/values/tax/gst-states";
import { taxIdProblem } from "@/lib/values/tax/tax-id";

const sortName = sql<string>`lower(${companies.name})`;

async function getRow({ db, organization_id }: TenantCtx, id: string) {
  const [row] = await db
    .select()
    .from(companies)
    .where(and(eq(companies.organization_id, organization_id), eq(companies.id, id)));
  if (!row) throw notFound();
  return row;
}

export const listCompanies = operation(contracts.listCompanies, async ({ db, organization_id }, input) => {
  const { q, include_archived, cursor, limit } = input;
  const last = cursor ? decodeCursor(cursor, 2) : null;
  const pattern = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await db
    .select({ company: companies, sort_name: sortName })
    .from(companies)
    .where(
      and(
        eq(companies.organization_id, organization_id),
        include_archived ? undefined : isNull(companies.archived_at),
        pattern
          ? sql`(${companies.name} ilike ${pattern} or ${companies.tax_id} ilike ${pattern} or ${companies.email} ilike ${pattern})`
          : undefined,
        last ? sql`(${sortName}, ${companies.id}) > (${last[0]}::text, ${last[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(sortName), asc(companies.id))
    .limit(limit + 1);
  const { data, next_cursor } = toPage(rows, limit, ({ company, sort_name }) => [sort_name, company.id]);
  return { data: data.map(({ company }) => company), next_cursor };
});

export const getCompany = operation(contracts.getCompany, (ctx, { id }) => getRow(ctx, id));

export const createCompany = operation(contracts.createCompany, async (ctx, input) => {
  check(input);
  const [row] = await ctx.db
    .insert(companies)
    .values({ ...input, id: newId(), organization_id: ctx.organization_id })
    .returning()
    .catch(rejectDuplicate);
  if (!row) throw new Error("The insert must return the company");
  ctx.audit({ target_type: "company", target_id: row.id, after: input });
  return row;
});

export const updateCompany = operation(contracts.updateCompany, async (ctx, { id, ...changed }) => {
  const before = await getRow(ctx, id);
  ctx.expectVersion(before.version);
  check({ ...before, ...changed });
  const [after] = await ctx.db
    .update(companies)
    .set({ ...changed, version: sql`${companies.version} + 1`, updated_at: ctx.now.toString() })
    .where(
      and(
        eq(companies.organization_id, ctx.organization_id),
        eq(companies.id, id),
        eq(companies.version, before.version),
      ),
    )
    .returning()
    .catch(rejectDuplicate);
  if (!after) throw new Problem("version_conflict");
  ctx.audit({ target_type: "company", target_id: id, ...changes(before, after) });
  return after;
});

/** A company that still owes, or pays for a membership that runs, stays: its invoices need a payer. */
export const archiveCompany = operation(contracts.archiveCompany, async (ctx, { id }) => {
  const before = await getRow(ctx, id);
  const { rows } = await ctx.db.execute(sql`
    select from invoices where organization_id = ${ctx.organization_id} and payer_company_id = ${id} and open_minor > 0 limit 1`);
  if (rows.length > 0) throw new Problem("in_use", `${before.name} has open invoices. Settle them first.`);
  const { rows: paid } = await ctx.db.execute(sql`
    select from memberships where organization_id = ${ctx.organization_id} and payer_company_id = ${id}
      and (next_bill_on is not null or fee_due_on is not null) limit 1`);
  if (paid.length > 0)
    throw new Problem("in_use", `${before.name} pays for memberships. Choose another payer for them first.`);
  const archived_at = before.archived_at ?? ctx.now.toString();
  await ctx.db
    .update(companies)
    .set({ archived_at, version: sql`${companies.version} + 1`, updated_at: ctx.now.toString() })
    .where(
      and(eq(companies.organization_id, ctx.organization_id), eq(companies.id, id), isNull(companies.archived_at)),
    );
  ctx.audit({ target_type: "company", target_id: id, after: { archived_at } });
  return getRow(ctx, id);
});

type Checked = Partial<Pick<typeof companies.$inferSelect, "country" | "state_code" | "tax_id">>;

/** L12: the tax id must have the format of its country. */
function check({ country, state_code, tax_id }: Checked): void {
  if (state_code && !(country === "IN" && gstStateName(state_code)))
    throw invalid("state_code", "Choose a GST state code of India, or leave it empty");
  const problem = country && tax_id ? taxIdProblem(country, tax_id) : null;
  if (problem) throw invalid("tax_id", problem);
}

function rejectDuplicate(error: unknown): never {
  if (isDuplicate(error, "companies_name_unique"))
    throw new Problem("already_exists", "Another company has this name. Choose a different one.");
  throw error;
}
