import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";
import type { ImportRowStatus } from "@/lib/values/statuses";

type Scope = Pick<Ctx<unknown>, "db" | "organization_id">;

/**
 * Rows are changed as conflicts of an insert, since those are found by the primary key whatever the planner believes: of
 * an import that no statistics have seen it expects one row, and joins thousands with thousands.
 */
async function overwrite({ db }: Scope, rows: SQL, changed: readonly string[]): Promise<void> {
  const assignments = changed.map((column) => sql`${sql.raw(column)} = excluded.${sql.raw(column)}`);
  await db.execute(sql`
    insert into import_rows (organization_id, import_id, row_number, raw, status, ${sql.raw(changed.filter((column) => column !== "status").join(", "))})
    ${rows}
    on conflict (organization_id, import_id, row_number) do update set ${sql.join(assignments, sql`, `)}`);
}

type Judgement = { row_number: number; status: ImportRowStatus; parsed: unknown; problems: unknown };

export function saveJudgements(ctx: Scope, import_id: string, judged: readonly Judgement[]): Promise<void> {
  const rows = sql`
    select ${ctx.organization_id}::uuid, ${import_id}::uuid, row_number, '[]'::jsonb, status, parsed, problems
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      as j(row_number int, status text, parsed jsonb, problems jsonb)`;
  return overwrite(ctx, rows, ["status", "parsed", "problems"]);
}

type Created = { row_number: number; member_id: string | null; membership_id: string | null };

export function saveCreated(ctx: Scope, import_id: string, created: readonly Created[]): Promise<void> {
  const rows = sql`
    select ${ctx.organization_id}::uuid, ${import_id}::uuid, row_number, '[]'::jsonb, 'created', member_id, membership_id
    from jsonb_to_recordset(${JSON.stringify(created)}::jsonb) as j(row_number int, member_id uuid, membership_id uuid)`;
  return overwrite(ctx, rows, ["status", "member_id", "membership_id"]);
}

type Verdict = { status: SQL; parsed: SQL; problems: SQL };

/** Judges again the ready rows `r` whose `value` an earlier row or a member here, by `taken`, has already. */
export function judgeRepeats(
  ctx: Scope,
  import_id: string,
  { value, taken, verdict: { status, parsed, problems } }: { value: SQL; taken: SQL; verdict: Verdict },
): Promise<void> {
  const rows = sql`
    select r.organization_id, r.import_id, r.row_number, r.raw, ${status}, ${parsed}, ${problems}
    from (
      select *, ${value} as value, row_number() over (partition by ${value} order by row_number) as place
      from import_rows
      where organization_id = ${ctx.organization_id} and import_id = ${import_id} and status = 'ready'
        and ${value} is not null) r
    where place > 1 or exists (select from members m where m.organization_id = ${ctx.organization_id} and ${taken} = r.value)`;
  return overwrite(ctx, rows, ["status", "parsed", "problems"]);
}
