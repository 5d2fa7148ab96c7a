import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { invoiceFilters } from "@/lib/contracts/billing/invoices";
import type { ReadCtx } from "@/lib/kernel/operation";
import { type Found, isFound } from "./search";
import { hasInvoiceStatus } from "./status-sql";

export type InvoiceFilters = z.output<z.ZodObject<typeof invoiceFilters>>;

const isInDunning = sql`exists (select from dunning_cases dc
  where dc.organization_id = i.organization_id and dc.invoice_id = i.id and dc.status <> 'ended')`;

/** The conditions on a row `i` with its local day `d`. */
export function conditions(filters: InvoiceFilters, scope: ReadCtx, found: Found | null): SQL {
  const { organization_id, caller } = scope;
  const { kind, status, member_id, company_id, location_id, in_dunning, amount_from, amount_to } = filters;
  const { issued_from, issued_to, due_from, due_to } = filters;
  const all: SQL[] = [sql`i.organization_id = ${organization_id}`];
  const when = (condition: SQL | false | undefined) => condition && all.push(condition);
  when(caller.location_ids !== null && sql`i.location_id = any(${sql.param(caller.location_ids)}::uuid[])`);
  when(kind !== undefined && sql`i.kind = ${kind}`);
  when(status && hasInvoiceStatus(status, sql`d.today`));
  when(status?.length === 1 && status[0] === "overdue" && sql`i.due_on < (select max(today) from days)`);
  when(member_id !== undefined && sql`i.payer_member_id = ${member_id}::uuid`);
  when(company_id !== undefined && sql`i.payer_company_id = ${company_id}::uuid`);
  when(location_id !== undefined && sql`i.location_id = ${location_id}::uuid`);
  when(issued_from !== undefined && sql`i.issued_on >= ${issued_from}::date`);
  when(issued_to !== undefined && sql`i.issued_on <= ${issued_to}::date`);
  when(due_from !== undefined && sql`i.due_on >= ${due_from}::date`);
  when(due_to !== undefined && sql`i.due_on <= ${due_to}::date`);
  when(in_dunning !== undefined && (in_dunning ? isInDunning : sql`not ${isInDunning}`));
  when(amount_from !== undefined && sql`i.total_minor >= ${amount_from}`);
  when(amount_to !== undefined && sql`i.total_minor <= ${amount_to}`);
  when(found !== null && isFound(found, organization_id));
  return sql.join(all, sql` and `);
}
