import { type SQL, sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { ImportRowStatus } from "@/lib/values/statuses";
import type { CreatedRow } from "./create-memberships";

/**
 * Updates rows by INSERT … ON CONFLICT, which always uses the primary key. Without statistics the planner would expect one row
 * and join thousands with thousands in a nested loop.
 */
async function overwrite({ db }: TenantCtx, rows: SQL, changed: readonly string[]): Promise<void> {
  const assignments = changed.map((column) => sql`${sql.raw(column)} = excluded.${sql.raw(column)}`);
  await db.execute(sql`
    insert into import_rows (organization_id, import_id, row_number, raw, status, ${sql.raw(changed.filter((column) => column !== "status").join(", "))})
    ${rows}
    on conflict (organization_id, import_id, row_number) do update set ${sql.join(assignments, sql`, `)}`);
}

type RowResult = { row_number: number; status: ImportRowStatus; parsed: unknown; problems: unknown };

export function saveRowResults(ctx: TenantCtx, import_id: string, results: readonly RowResult[]): Promise<void> {
  const rows = sql`
    select ${ctx.organization_id}::uuid, ${import_id}::uuid, row_number, '[]'::jsonb, status, parsed, problems
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as j(row_number int, status text, parsed jsonb, problems jsonb)`;
  return overwrite(ctx, rows, ["status", "parsed", "problems"]);
}

export function saveCreated(ctx: TenantCtx, import_id: string, created: readonly CreatedRow[]): Promise<void> {
  const rows = sql`
    select ${ctx.organization_id}::uuid, ${import_id}::uuid, row_number, '[]'::jsonb, 'created', member_id, membership_id, invoice_id, credit_id
    from jsonb_to_recordset(${JSON.stringify(created)}::jsonb)
      as j(row_number int, member_id uuid, membership_id uuid, invoice_id uuid, credit_id uuid)`;
  return overwrite(ctx, rows, ["status", "member_id", "membership_id", "invoice_id", "credit_id"]);
}

type RowUpdate = { status: SQL; parsed: SQL; problems: SQL };

/** Applies `update` to the ready rows `r` whose `value` exists in an earlier row or, as `taken`, in a member. */
export function markRepeats(
  ctx: TenantCtx,
  import_id: string,
  { value, taken, update: { status, parsed, problems } }: { value: SQL; taken: SQL; update: RowUpdate },
): Promise<void> {
  const rows = sql`
    select r.organization_id, r.import_id, r.row_number, r.raw, ${status}, ${parsed}, ${problems}
    from (
      select *, ${value} as value, row_number() over (partition by ${value} order by row_number) as occurrence
      from import_rows
      where organization_id = ${ctx.organization_id} and import_id = ${import_id} and status = 'ready'
        and ${value} is not null) r
    where occurrence > 1 or exists (select from members m where m.organization_id = ${ctx.organization_id} and ${taken} = r.value)`;
  return overwrite(ctx, rows, ["status", "parsed", "problems"]);
}
