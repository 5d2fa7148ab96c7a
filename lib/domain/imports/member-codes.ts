import { sql } from "drizzle-orm";
import { memberCodeCounters, organizations } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";

/** The next `amount` member codes of the organization that nobody has yet. */
export async function takeMemberCodes(
  { db, organization_id }: Pick<Ctx<unknown>, "db" | "organization_id">,
  amount: number,
): Promise<string[]> {
  if (amount === 0) return [];
  const { rows } = await db.execute<{ last_number: number; prefix: string }>(sql`
    insert into ${memberCodeCounters} (organization_id, last_number) values (${organization_id}, ${amount})
    on conflict (organization_id) do update set last_number = ${memberCodeCounters}.last_number + ${amount}
    returning last_number, (select member_code_prefix from ${organizations} where id = ${organization_id}) as prefix`);
  const { last_number = 0, prefix = "" } = rows[0] ?? {};
  return Array.from(
    { length: amount },
    (_, index) => `${prefix}-${String(last_number - amount + 1 + index).padStart(4, "0")}`,
  );
}
