import { sql } from "drizzle-orm";
import type { Schedule, ScheduleDay } from "@/lib/domain/area";
import { type Addressee, addresseeKey } from "@/lib/domain/messages/contacts";
import { messageContext, notify } from "@/lib/domain/messages/notifications";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { type Policies, policiesOf } from "@/lib/values/policies";
import { owedBy, reminderTexts } from "./owed";

const batchSize = 500;

/**
 * K23: one message for each payer with an invoice on a day of the reminders, about all that the payer owes. The key is the local day
 * of the run, so that days that were missed are made up for by one message. A payer whose payment failed gets the message about that.
 */
export const paymentReminders: Schedule = {
  name: "payment-reminders",
  async run(ctx, day) {
    const today = dayAt(ctx.now.toString(), day.location.time_zone);
    const due_days = dueDays(policiesOf(ctx.organization), day.run_on, today);
    const link = `${messageContext(ctx).member_page_url}/invoices`;
    const counts = { found: 0, acted: 0 };
    if (due_days.length === 0) return counts;
    for (let after: string | null = null, more = true; more; ) {
      const payers: Payer[] = await payersDue(ctx, { day, due_days, after });
      const addressees = payers.map((payer) => addresseeOf(payer, day));
      const owed = await owedBy(ctx, addressees);
      const notices = addressees.flatMap((addressee) => {
        const own = owed.get(addresseeKey(addressee));
        if (!own) return [];
        const event_key = `payment_reminder:${today}`;
        return [{ ...addressee, event_key, about: { on: today }, link, variables: reminderTexts(own) }];
      });
      const { queued } = await notify(ctx, "payment_reminder", notices);
      counts.found += notices.length;
      counts.acted += queued;
      after = payers.at(-1)?.payer_id ?? null;
      more = payers.length === batchSize;
    }
    return counts;
  },
};

/**
 * The due days that a reminder of this day is about. After downtime the latest of several reminders is sent only: an earlier one is left
 * out if a later one is due by now.
 */
export function dueDays(
  { payment_reminder_days_before, payment_reminder_days }: Policies,
  run_on: CalendarDay,
  today: CalendarDay,
): CalendarDay[] {
  const before = payment_reminder_days_before > 0 ? [-payment_reminder_days_before] : [];
  const offsets = [...before, 0, ...payment_reminder_days];
  return offsets
    .filter((offset) => !offsets.some((later) => later > offset && addDays(run_on, later - offset) <= today))
    .map((offset) => addDays(run_on, -offset));
}

type Payer = { payer_id: string; payer_member_id: string | null; payer_company_id: string | null };

const addresseeOf = ({ payer_member_id, payer_company_id }: Payer, { location }: ScheduleDay): Addressee =>
  payer_member_id ? { member_id: payer_member_id } : { company_id: payer_company_id ?? "", location_id: location.id };

type Query = { day: ScheduleDay; due_days: CalendarDay[]; after: string | null };

/**
 * Payers with an open invoice of the location that was due on one of the days. What an archived location is owed is asked for by the
 * home location of the member, or by the oldest location.
 */
async function payersDue({ db, organization_id }: Ctx<unknown>, { day, due_days, after }: Query): Promise<Payer[]> {
  const { rows } = await db.execute<Payer>(sql`
    select distinct coalesce(i.payer_member_id, i.payer_company_id) as payer_id, i.payer_member_id, i.payer_company_id
    from invoices i
    join locations own on own.organization_id = i.organization_id and own.id = i.location_id
    left join members m on m.organization_id = i.organization_id and m.id = i.payer_member_id
    where i.organization_id = ${organization_id} and i.open_minor > 0 and i.due_on = any(${sql.param(due_days)}::date[])
      and not exists (select from dunning_cases f where f.organization_id = i.organization_id and f.invoice_id = i.id
        and f.status <> 'ended')
      and case when own.archived_at is null then own.id else coalesce(
        (select h.id from locations h where h.organization_id = i.organization_id and h.id = m.home_location_id
          and h.archived_at is null),
        (select l.id from locations l where l.organization_id = i.organization_id and l.archived_at is null
          order by l.created_at, l.id limit 1)) end = ${day.location.id}
      ${after === null ? sql`` : sql`and coalesce(i.payer_member_id, i.payer_company_id) > ${after}`}
    order by 1 limit ${batchSize}`);
  return rows;
}
