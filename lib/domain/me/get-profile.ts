import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/passes";
import { pageOfScans } from "@/lib/domain/check-ins";
import { photoUrl } from "@/lib/domain/members";
import { membershipStatusOn } from "@/lib/domain/memberships";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { occupancyOf } from "@/lib/values/occupancy";
import { policiesOf } from "@/lib/values/policies";
import type { PlanKind } from "@/lib/values/statuses";
import { withoutStaffNotes } from "./list-check-ins";

type Row = {
  member: {
    id: string;
    member_code: string;
    first_name: string;
    last_name: string;
    email: string | null;
    phone: string | null;
    joined_on: string;
    photo_file_id: string | null;
  };
  location: { id: string; name: string; time_zone: string; capacity: number | null };
  policies: Record<string, unknown>;
  memberships: {
    id: string;
    plan_name: string;
    kind: PlanKind;
    starts_on: string;
    ends_on: string | null;
    cancelled_on: string | null;
    next_bill_on: string | null;
    price_minor: number;
    currency: string;
    sessions_included: number | null;
    sessions_used: number;
    freezes: { from_on: string; to_on: string | null }[];
  }[];
  visits_this_month: number;
  inside: number;
};

export const getOwnProfile = operation(contracts.getOwnProfile, async (ctx) => {
  const { member_id } = ctx.caller;
  if (!member_id) throw notFound();
  const everywhere = { ...ctx, caller: { ...ctx.caller, location_ids: null } };
  const [row, open] = await Promise.all([
    readOwn(ctx, member_id),
    pageOfScans(everywhere, { member_id, is_inside: true, limit: 1 }),
  ]);
  const { photo_file_id, ...member } = row.member;
  const today_on = dayAt(ctx.now.toString(), row.location.time_zone);
  const [inside] = open.data;
  return {
    member: { ...member, photo_url: photoUrl({ id: member.id, photo_file_id }, ctx.organization) },
    home_location: row.location,
    today_on,
    memberships: row.memberships.map(({ freezes, cancelled_on, ...one }) => ({
      ...one,
      status: membershipStatusOn({ ...one, cancelled_on, freezes }, today_on),
      freeze: freezes.find(({ from_on, to_on }) => from_on <= today_on && (!to_on || today_on <= to_on)) ?? null,
    })),
    open_visit: inside ? withoutStaffNotes(inside) : null,
    visits_this_month: row.visits_this_month,
    occupancy: occupancyOf(
      { location_id: row.location.id, inside: row.inside, capacity: row.location.capacity },
      policiesOf(row),
    ),
  };
});

async function readOwn({ db, now, organization_id }: Ctx<unknown>, member_id: string): Promise<Row> {
  const { rows } = await db.execute<Row>(sql`
    select
      json_build_object('id', m.id, 'member_code', m.member_code, 'first_name', m.first_name,
        'last_name', m.last_name, 'email', m.email, 'phone', m.phone, 'joined_on', m.joined_on,
        'photo_file_id', m.photo_file_id) as member,
      json_build_object('id', l.id, 'name', l.name, 'time_zone', l.time_zone, 'capacity', l.capacity) as location,
      o.policies,
      (select coalesce(json_agg(json_build_object(
          'id', s.id, 'plan_name', s.plan_name, 'kind', p.kind, 'starts_on', s.starts_on, 'ends_on', s.ends_on,
          'cancelled_on', s.cancelled_on, 'next_bill_on', s.next_bill_on, 'price_minor', s.price_minor,
          'currency', s.currency, 'sessions_included', s.sessions_included, 'sessions_used', s.sessions_used,
          'freezes', (select coalesce(json_agg(json_build_object('from_on', f.from_on, 'to_on', f.to_on)), '[]')
            from membership_freezes f
            where f.organization_id = ${organization_id} and f.membership_id = s.id)) order by s.starts_on desc), '[]')
        from memberships s
        join membership_plans p on p.organization_id = ${organization_id} and p.id = s.plan_id
        where s.organization_id = ${organization_id} and s.member_id = m.id) as memberships,
      (select count(*)::int from check_ins v
        where v.organization_id = ${organization_id} and v.member_id = m.id and v.undone_at is null
          and v.check_in_at >= date_trunc('month', ${now.toString()}::timestamptz at time zone l.time_zone)
            at time zone l.time_zone) as visits_this_month,
      (select count(*)::int from check_ins v
        where v.organization_id = ${organization_id} and v.location_id = l.id and v.check_out_at is null
          and v.undone_at is null and v.auto_check_out_at > ${now.toString()}::timestamptz) as inside
    from members m
    join locations l on l.organization_id = m.organization_id and l.id = m.home_location_id
    join organizations o on o.id = m.organization_id
    where m.organization_id = ${organization_id} and m.id = ${member_id}`);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}
