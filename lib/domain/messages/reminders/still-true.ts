import { type SQL, sql } from "drizzle-orm";
import { statusOfMember } from "@/lib/domain/members";
import type { Message, StillTrue } from "@/lib/domain/messages/notifications";
import { type MessageKind, messageKind } from "@/lib/values/notifications";
import { expected } from "./inactive";
import { endsByTerm, goesOnOtherwise, isFrozen } from "./membership-terms";

type Truth = {
  /** Over the message `msg`, its member `m` and the member's local day `d.today`. */
  holds: (organization_id: string) => SQL;
  /** Numbers in the text that the days change. */
  counts?: Record<string, SQL>;
};

const today = sql`d.today`;
const is_here = sql`m.archived_at is null and m.banned_at is null`;

/** Over its membership `ms` and the plan `p`. */
const ofMembership = (condition: SQL): SQL => sql`exists (
  select 1 from memberships ms
  join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id
  where ms.organization_id = msg.organization_id and ms.id = msg.about_id and ${condition})`;

const goes_on = sql`(ms.cancelled_on is null or ms.cancelled_on > ${today})
  and (ms.ends_on is null or ms.ends_on >= ${today})`;

/** P13: when what each kind of message says is still true. A new kind does not compile without its line here. */
const truths: Record<MessageKind, Truth> = {
  welcome: { holds: () => ofMembership(goes_on) },
  membership_expiring: {
    holds: () =>
      sql`${is_here} and msg.about_on >= ${today} and ${ofMembership(
        sql`ms.ends_on = msg.about_on and ${endsByTerm(sql`ms.ends_on`)} and not ${goesOnOtherwise}`,
      )}`,
    counts: { days_left: sql`msg.about_on - ${today}` },
  },
  membership_expired: {
    holds: () =>
      sql`${is_here} and msg.about_on < ${today} and ${ofMembership(
        sql`ms.ends_on = msg.about_on and ${endsByTerm(sql`ms.ends_on + 1`)} and not ${goesOnOtherwise}`,
      )}`,
  },
  freeze_ended: {
    holds: () => sql`${is_here} and exists (
      select 1 from membership_freezes ended
      join memberships ms on ms.organization_id = ended.organization_id and ms.id = ended.membership_id
      where ended.organization_id = msg.organization_id and ended.id = msg.about_id and ended.to_on = msg.about_on
        and ended.to_on < ${today} and ${goes_on} and not ${isFrozen(today)})`,
  },
  cancellation_confirmed: { holds: () => ofMembership(sql`ms.cancelled_on - 1 = msg.about_on`) },
  birthday: { holds: () => sql`${is_here} and msg.about_on = ${today}` },
  re_engagement: {
    holds: (organization_id) => sql`${is_here} and exists (
      select 1 from member_activity a where a.organization_id = msg.organization_id and a.member_id = msg.member_id
        and (a.last_visit_at at time zone home.time_zone)::date = msg.about_on)
      and ${statusOfMember(organization_id)} = any(${sql.param(expected)}::text[])`,
    counts: { days_away: sql`${today} - msg.about_on` },
  },
};

/** What names neither a fact nor a day, and what people write by hand, has nothing that could have become untrue. */
const saysNothing = ({ kind, about_id, about_on }: Message): boolean =>
  !messageKind.safeParse(kind).success || (about_id === null && about_on === null);

export const stillTrue: StillTrue = async ({ db, organization_id, now }, all) => {
  const holding = new Map<string, Record<string, number>>(all.filter(saysNothing).map(({ id }) => [id, {}]));
  const asked = all.filter((message) => !saysNothing(message));
  for (const kind of new Set(asked.map((message) => messageKind.parse(message.kind)))) {
    const { holds, counts = {} } = truths[kind];
    const ids = asked.filter((message) => message.kind === kind).map(({ id }) => id);
    const numbers = Object.entries(counts).flatMap(([name, count]) => [sql`${name}::text`, count]);
    const { rows } = await db.execute<{ id: string; counts: Record<string, number> }>(sql`
      select msg.id, json_build_object(${sql.join(numbers, sql`, `)}) as counts
      from messages msg
      join members m on m.organization_id = msg.organization_id and m.id = msg.member_id
      join locations home on home.organization_id = m.organization_id and home.id = m.home_location_id
      cross join lateral (select (${now.toString()}::timestamptz at time zone home.time_zone)::date as today) d
      where msg.organization_id = ${organization_id} and msg.id = any(${sql.param(ids)}::uuid[])
        and ${holds(organization_id)}`);
    for (const row of rows) holding.set(row.id, row.counts);
  }
  return holding;
};
