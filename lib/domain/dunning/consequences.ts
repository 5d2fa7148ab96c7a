import { sql } from "drizzle-orm";
import { writeOffInvoice } from "@/lib/domain/billing/corrections";
import { undecidedDispute } from "@/lib/domain/gateways/disputes";
import { cancelMembership } from "@/lib/domain/memberships";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt, daysBetween } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { policiesOf } from "@/lib/values/policies";
import { writtenDay } from "@/lib/values/written-day";
import { addStep, lockCase } from "./cases";
import * as contracts from "./job-contracts";
import type { Place } from "./schedule";

const batchSize = 200;

/** What follows by the local day from an invoice that is still unpaid. What is paused, disputed, or being paid, waits. */
const findConsequences = operation(contracts.findConsequences, async (ctx) => {
  const { unpaid_ends_membership_days, unpaid_write_off_days } = policiesOf(ctx.organization);
  return {
    ends: unpaid_ends_membership_days === null ? [] : await membershipsToEnd(ctx, unpaid_ends_membership_days),
    write_offs: unpaid_write_off_days === null ? [] : await invoicesToWriteOff(ctx, unpaid_write_off_days),
  };
});

const unpaidFor = ({ organization_id, now }: Ctx<unknown>, days: number) => sql`
  from dunning_cases d
  join invoices i on i.organization_id = d.organization_id and i.id = d.invoice_id and i.open_minor > 0
  join locations l on l.organization_id = d.organization_id and l.id = i.location_id
  cross join lateral (select (${now.toString()}::timestamptz at time zone l.time_zone)::date as today) t
  where d.organization_id = ${organization_id} and d.status in ('open', 'stopped') and i.due_on + ${days}::int <= t.today
    and not exists (select from payment_attempts a where a.organization_id = d.organization_id and a.invoice_id = i.id
      and a.ended_at is null)
    and ${undecidedDispute(sql`d.organization_id`, sql`i.id`)} is null`;

type End = { case_id: string; membership_id: string; due_on: CalendarDay };

async function membershipsToEnd(ctx: Ctx<unknown>, days: number): Promise<End[]> {
  const { organization_id } = ctx;
  const { rows } = await ctx.db.execute<End>(sql`
    select distinct on (m.id) late.case_id, m.id as membership_id, late.due_on::text
    from (select d.id as case_id, d.invoice_id, i.due_on, t.today ${unpaidFor(ctx, days)}) late
    join invoice_lines b on b.organization_id = ${organization_id} and b.invoice_id = late.invoice_id
    join memberships m on m.organization_id = ${organization_id} and m.id = b.membership_id
      and (m.cancelled_on is null or m.cancelled_on > late.today) and (m.ends_on is null or m.ends_on >= late.today)
    where not exists (select from dunning_steps s where s.organization_id = ${organization_id} and s.case_id = late.case_id
      and s.membership_id = m.id)
    order by m.id, late.due_on limit ${batchSize}`);
  return rows;
}

type WriteOff = { invoice_id: string; due_on: CalendarDay };

async function invoicesToWriteOff(ctx: Ctx<unknown>, days: number): Promise<WriteOff[]> {
  const { rows } = await ctx.db.execute<WriteOff>(
    sql`select i.id as invoice_id, i.due_on::text ${unpaidFor(ctx, days)} order by i.due_on, i.id limit ${batchSize}`,
  );
  return rows;
}

/** The membership ends today. What it owes stays owed. */
const endUnpaidMembership = operation(
  contracts.endUnpaidMembership,
  async (ctx, { case_id, membership_id, due_on }) => {
    const { invoice, place } = await lockCase(ctx, case_id);
    if (invoice.open_minor === 0) return { ended: false };
    const reason = `Unpaid since ${writtenDay(due_on)}`;
    const refusal = await cancelMembership
      .within(ctx, { id: membership_id, when: "now", reason, credit_unused: false })
      .then(
        () => null,
        (error: unknown) => (error instanceof Problem ? error.message : Promise.reject(error)),
      );
    await addStep(ctx, { case_id, kind: "membership_ended", membership_id, note: refusal });
    if (refusal !== null)
      await notifyStaff(ctx, {
        ...{ kind: "dunning_stopped", event_key: `dunning_not_ended:${membership_id}:${case_id}` },
        ...{ permission: "memberships.cancel", location_id: invoice.location_id },
        title: "A membership could not be ended for an unpaid invoice",
        body: `${refusal} The invoice ${invoice.number ?? ""} is unpaid for ${counted(daysBetween(due_on, todayAt(ctx, place)), "day")}. End the membership by hand, or pause the tries.`,
        href: `/manage/${ctx.organization.slug}/invoices/${invoice.id}`,
      });
    return { ended: refusal === null };
  },
);

const todayAt = ({ now }: Ctx<unknown>, { time_zone }: Place): CalendarDay => dayAt(now.toString(), time_zone);

/** Ends memberships and writes invoices off, each in a transaction of its own, where the rules of the organization say so. */
export async function applyConsequences(caller: Caller): Promise<{ ended: number; written_off: number }> {
  const { ends, write_offs } = await findConsequences(caller, {});
  let ended = 0;
  for (const end of ends) if ((await endUnpaidMembership(caller, end)).ended) ended += 1;
  let written_off = 0;
  for (const { invoice_id, due_on } of write_offs)
    if (await writeOff(caller, { id: invoice_id, reason: `Unpaid since ${writtenDay(due_on)}` })) written_off += 1;
  return { ended, written_off };
}

/** False where the invoice was settled in the meantime, or is being paid. One does not keep the others waiting. */
async function writeOff(caller: Caller, input: { id: string; reason: string }): Promise<boolean> {
  try {
    await writeOffInvoice(caller, input);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
