import { and, asc, eq, sql } from "drizzle-orm";
import { accountCredits, invoiceLines, invoices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { recordPayment } from "@/lib/domain/billing/payments";
import { claimAt, workOff } from "@/tests/support/jobs/schedules";
import type { Gym } from "./gym";

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });

/** "INV-00001 period 2026-01-31 2026-02-27 5900": each line of the member's documents, in their order. */
export async function billedTo(gym: Gym, member_id = gym.member_id): Promise<string[]> {
  const { number } = invoices;
  const { kind, from_on, to_on, due_on, total_minor } = invoiceLines;
  const rows = await inTenant(inGym(gym), (db) =>
    db
      .select({ number, kind, from_on, to_on, due_on, total_minor })
      .from(invoiceLines)
      .innerJoin(
        invoices,
        and(eq(invoices.organization_id, invoiceLines.organization_id), eq(invoices.id, invoiceLines.invoice_id)),
      )
      .where(and(eq(invoiceLines.organization_id, gym.organization_id), eq(invoiceLines.member_id, member_id)))
      .orderBy(asc(invoices.created_at), asc(invoices.kind), asc(invoices.sequence), asc(invoiceLines.position)),
  );
  return rows.map(
    (row) => `${row.number} ${row.kind} ${row.from_on ? `${row.from_on} ${row.to_on}` : row.due_on} ${row.total_minor}`,
  );
}

/** "INV-00001 2026-01-31 net 4958 VAT 942 total 5900": each document of the gym in the order of its issue, with its taxes. */
export async function documentsOf({ organization_id }: Gym): Promise<string[]> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ text: string }>(sql`
      select concat_ws(' ', i.number, i.issued_on, 'net', i.net_minor,
        (select string_agg(concat_ws(' ', t.name, t.minor), ' ' order by t.name) from (
          select x->>'name' as name, sum((x->>'amount_minor')::bigint) as minor from invoice_lines l, jsonb_array_elements(l.taxes) x
          where l.organization_id = i.organization_id and l.invoice_id = i.id group by 1) t),
        'total', i.total_minor) as text
      from invoices i where i.organization_id = ${organization_id} and i.finalized_at is not null
      order by i.finalized_at, i.kind, i.sequence`),
  );
  return rows.map(({ text }) => text);
}

/** What the gym owes the member, and what the member owes the gym, in minor units. */
export async function balanceOf(gym: Gym, member_id = gym.member_id): Promise<{ credit: number; open: number }> {
  return inTenant(inGym(gym), async (db) => {
    const credits = await db
      .select({ minor: accountCredits.remaining_minor })
      .from(accountCredits)
      .where(
        and(eq(accountCredits.organization_id, gym.organization_id), eq(accountCredits.payer_member_id, member_id)),
      );
    const open = await db
      .select({ minor: invoices.open_minor })
      .from(invoices)
      .where(and(eq(invoices.organization_id, gym.organization_id), eq(invoices.payer_member_id, member_id)));
    const sum = (rows: { minor: number }[]) => rows.reduce((all, { minor }) => all + minor, 0);
    return { credit: sum(credits), open: sum(open) };
  });
}

/** The renewals that are due at the instant, with the days that were missed before it. */
export async function renewAt(gym: Gym, at: string): Promise<void> {
  await claimAt(gym, at);
  await workOff(gym, at);
}

/** Pays what the member owes by bank transfer. */
export async function payAll(gym: Gym, member_id = gym.member_id, caller = gym.people.gym_owner.caller): Promise<void> {
  const { open } = await balanceOf(gym, member_id);
  if (open === 0) return;
  await recordPayment(caller, { member_id, method: "bank_transfer", amount_minor: open });
}
