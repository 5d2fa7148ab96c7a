import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/tenancy";
import { payAll, renewAt } from "@/tests/support/gym/bills";
import type { Gym } from "@/tests/support/gym/gym";
import { newMember } from "@/tests/support/gym/gym";
import { gymAt } from "@/tests/support/gym/london";
import { newPlan, newSale } from "@/tests/support/gym/plans";

/** Which memberships were last written before the newest invoice, by the order of commands in its transaction. */
async function writtenBeforeInvoice({ organization_id }: Gym) {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ is_before: boolean; unpaid_minor: number; unpaid_due_on: string }>(sql`
      select m.xmin = i.xmin and m.cmin::text::int < i.cmin::text::int as is_before, m.unpaid_minor::int as unpaid_minor,
        m.unpaid_due_on::text as unpaid_due_on
      from memberships m join lateral (
        select i.xmin, i.cmin from invoices i join invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
        where i.organization_id = m.organization_id and l.membership_id = m.id order by i.created_at desc, i.sequence desc limit 1) i on true
      where m.organization_id = ${organization_id} order by m.id`),
  );
  return rows;
}

test("a renewal writes each membership once, with what its invoice leaves unpaid", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { price_minor: 5_900 });
  await newSale(gym, { plan_id: plan.id });
  await payAll(gym);
  const debtor = await newMember(gym);
  await newSale(gym, { plan_id: plan.id, member_id: debtor });
  await renewAt(gym, "2026-02-10T12:00:00Z");
  expect(await writtenBeforeInvoice(gym)).toEqual([
    { is_before: true, unpaid_minor: 5_900, unpaid_due_on: "2026-02-10" },
    { is_before: true, unpaid_minor: 11_800, unpaid_due_on: "2026-01-10" },
  ]);
});
