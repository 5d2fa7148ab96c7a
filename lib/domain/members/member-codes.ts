import { and, eq, sql } from "drizzle-orm";
import { memberCodeCounters, members, organizations } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";

/**
 * The next unused member codes. The counter's row stays locked until the caller's transaction ends, so codes are unique;
 * codes that an import has brought are skipped.
 */
export async function takeMemberCodes(ctx: TenantCtx, amount: number): Promise<string[]> {
  const free: string[] = [];
  while (free.length < amount) {
    const codes = await nextCodes(ctx, amount - free.length);
    const taken = await takenAmong(ctx, codes);
    free.push(...codes.filter((code) => !taken.has(code)));
  }
  return free;
}

async function nextCodes({ db, organization_id }: TenantCtx, amount: number): Promise<string[]> {
  const { rows } = await db.execute<{ last_number: number; prefix: string }>(sql`
    insert into ${memberCodeCounters} (organization_id, last_number) values (${organization_id}, ${amount})
    on conflict (organization_id) do update set last_number = ${memberCodeCounters}.last_number + ${amount}
    returning last_number, (select member_code_prefix from ${organizations} where id = ${organization_id}) as prefix`);
  const { last_number = 0, prefix = "" } = rows[0] ?? {};
  const first = last_number - amount + 1;
  return Array.from({ length: amount }, (_, index) => `${prefix}-${String(first + index).padStart(4, "0")}`);
}

async function takenAmong({ db, organization_id }: TenantCtx, codes: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ code: members.member_code })
    .from(members)
    .where(
      and(eq(members.organization_id, organization_id), sql`${members.member_code} = any(${sql.param(codes)}::text[])`),
    );
  return new Set(rows.map(({ code }) => code));
}
