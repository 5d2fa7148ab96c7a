import { sql } from "drizzle-orm";
import type { Schedule, ScheduleDay } from "@/lib/domain/area";
import { notify } from "@/lib/domain/messages/notifications";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { cardExpiryDays } from "@/lib/values/gateways";
import { savedMethodLabel } from "@/lib/values/saved-method-label";
import { methodLinkUrl } from "./link-token";

/** The link works a while longer than the card. */
const linkDays = 60;

type Expiring = {
  id: string;
  payer_member_id: string | null;
  payer_company_id: string | null;
  kind: "card";
  brand: string | null;
  last4: string | null;
  expires_in: string;
  last_on: CalendarDay;
};

/**
 * K20: tells payers 30 and 7 days before the last day of the card that their bills are charged to. A card that its network renewed, or
 * that was replaced meanwhile, is left out. The key names the card's month, so that each day's message is written once.
 */
export const cardExpiry: Schedule = {
  name: "card-expiry",
  async run(ctx, day) {
    const today = dayAt(ctx.now.toString(), day.location.time_zone);
    // After downtime only the later of both messages is sent.
    const isOvertaken = (days: number) =>
      cardExpiryDays.some((later) => later < days && addDays(day.run_on, days - later) <= today);
    const due = cardExpiryDays.filter((days) => !isOvertaken(days));
    const counts = { found: 0, acted: 0 };
    for (const days of due) {
      const cards = await cardsEnding(ctx, day, addDays(day.run_on, days));
      const { queued } = await notify(
        ctx,
        "card_expiring",
        cards.map((card) => noticeOf(ctx, day, { ...card, days })),
      );
      counts.found += cards.length;
      counts.acted += queued;
    }
    return counts;
  },
};

function noticeOf(
  { organization_id, now }: Ctx,
  { location }: ScheduleDay,
  { days, ...card }: Expiring & { days: number },
) {
  const { id, payer_member_id, payer_company_id, last_on } = card;
  const expires_at = now.add({ hours: linkDays * 24 });
  const url = methodLinkUrl({ organization_id, payer: { payer_member_id, payer_company_id }, expires_at });
  return {
    ...(payer_member_id
      ? { member_id: payer_member_id }
      : { company_id: payer_company_id ?? "", location_id: location.id }),
    event_key: `card_expiring:${id}:${card.expires_in}:${days}`,
    about: { id, on: last_on },
    link: url,
    variables: { card: savedMethodLabel(card), expires_on: last_on, card_link: url },
  };
}

/**
 * Default cards at current gateways whose last day it is: of members by their home location, of companies by the location of their last
 * bill.
 */
async function cardsEnding({ db, organization_id }: Ctx, { location }: ScheduleDay, last_on: CalendarDay) {
  const month = last_on.slice(0, 7);
  if (addDays(last_on, 1).slice(0, 7) === month) return [];
  const { rows } = await db.execute<Expiring>(sql`
    select s.id, s.payer_member_id, s.payer_company_id, s.kind, s.brand, s.last4, s.expires_in, ${last_on} as last_on
    from saved_methods s
    join payment_gateways g on g.organization_id = s.organization_id and g.id = s.gateway_id and g.replaced_at is null
    left join members m on m.organization_id = s.organization_id and m.id = s.payer_member_id
    where s.organization_id = ${organization_id} and s.ended_at is null and s.is_default and s.expires_in = ${month}
      and case when s.payer_member_id is not null then m.archived_at is null and m.home_location_id = ${location.id}
        else (select i.location_id from invoices i where i.organization_id = s.organization_id
          and i.payer_company_id = s.payer_company_id and i.finalized_at is not null
          order by i.finalized_at desc, i.id desc limit 1) = ${location.id} end
    order by s.id`);
  return rows;
}
