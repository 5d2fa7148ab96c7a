import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { ownProfile } from "@/lib/contracts/me/me";
import { pageOfScans, previewEntry } from "@/lib/domain/access/check-ins";
import { memberStatusOn, photoUrl, type StatusMembership } from "@/lib/domain/members";
import { freezesJson, localDay, overdueMinor, planIdOn, planNameOn, planPriceOn } from "@/lib/domain/memberships/rules";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { currentOrNextFreeze } from "@/lib/values/membership-rules/freeze";
import { overdueSince } from "@/lib/values/membership-rules/overdue";
import { membershipStatusOn } from "@/lib/values/membership-rules/status";
import { occupancyOf } from "@/lib/values/occupancy";
import { type Policies, policiesOf } from "@/lib/values/policies";
import { withoutStaffNotes } from "./list-check-ins";

type OwnMembership = StatusMembership & {
  id: string;
  price_minor: number;
  currency: string;
  overdue_minor: number;
  location_names: string[] | null;
};

type Row = {
  member: {
    id: string;
    member_code: string;
    first_name: string;
    last_name: string;
    email: string | null;
    phone: string | null;
    emergency_contact_name: string | null;
    emergency_contact_phone: string | null;
    emergency_contact_relation: string | null;
    has_marketing_consent: boolean;
    joined_on: string;
    photo_file_id: string | null;
  };
  version: number;
  location: { id: string; name: string; time_zone: string; capacity: number | null };
  memberships: OwnMembership[];
  visits_this_month: number;
  inside: number;
};

/** Throws 404 if the caller is not a member of the organization. */
export async function readProfile(ctx: Ctx<unknown>): Promise<z.input<typeof ownProfile>> {
  const { member_id } = ctx.caller;
  if (!member_id) throw notFound();
  const everywhere = { ...ctx, caller: { ...ctx.caller, location_ids: null } };
  const row = await readOwn(ctx, member_id);
  const [entry, open] = await Promise.all([
    previewEntry(ctx, member_id, row.location.id),
    pageOfScans(everywhere, { member_id, is_inside: true, limit: 1 }),
  ]);
  const { photo_file_id, ...member } = row.member;
  const policy = policiesOf(ctx.organization);
  const today_on = dayAt(ctx.now.toString(), row.location.time_zone);
  const [inside] = open.data;
  return {
    member: { ...member, photo_url: photoUrl({ id: member.id, photo_file_id }, ctx.organization) },
    home_location: row.location,
    today_on,
    entry: {
      ...entry,
      notes: entry.warnings.flatMap(({ tell_member }) => tell_member ?? []),
    },
    memberships: row.memberships.map((one) => toOwnMembership(one, today_on, policy)),
    open_visit: inside ? withoutStaffNotes(inside) : null,
    visits_this_month: row.visits_this_month,
    occupancy: occupancyOf(
      { location_id: row.location.id, inside: row.inside, capacity: row.location.capacity },
      policy,
    ),
    version: row.version,
  };
}

function toOwnMembership(membership: OwnMembership, today_on: string, policy: Policies) {
  const { freezes: _, unpaid_due_on: __, ...shown } = membership;
  return {
    ...shown,
    overdue_since_on: overdueSince(membership, today_on),
    status: membershipStatusOn(membership, today_on),
    standing: memberStatusOn([membership], today_on, policy).status,
    freeze: currentOrNextFreeze(membership, today_on),
  };
}

async function readOwn({ db, now, organization_id }: Ctx<unknown>, member_id: string): Promise<Row> {
  const today = localDay("l", now);
  const { rows } = await db.execute<Row>(sql`
    select
      json_build_object('id', m.id, 'member_code', m.member_code, 'first_name', m.first_name,
        'last_name', m.last_name, 'email', m.email, 'phone', m.phone,
        'emergency_contact_name', m.emergency_contact_name, 'emergency_contact_phone', m.emergency_contact_phone,
        'emergency_contact_relation', m.emergency_contact_relation,
        'has_marketing_consent', m.marketing_consent_at is not null, 'joined_on', m.joined_on,
        'photo_file_id', m.photo_file_id) as member,
      m.version,
      json_build_object('id', l.id, 'name', l.name, 'time_zone', l.time_zone, 'capacity', l.capacity) as location,
      (select coalesce(json_agg(json_build_object(
          'id', s.id, 'plan_name', ${planNameOn("s", "p", today)}, 'kind', p.kind, 'starts_on', s.starts_on, 'ends_on', s.ends_on,
          'cancelled_on', s.cancelled_on, 'next_bill_on', s.next_bill_on, 'price_minor', ${planPriceOn("s", today)},
          'currency', s.currency, 'overdue_minor', ${overdueMinor("s", today)},
          'unpaid_due_on', s.unpaid_due_on,
          'sessions_included', s.sessions_included, 'sessions_used', s.sessions_used,
          'location_names', (select json_agg(pl.name order by pl.name)
            from membership_plan_locations mpl
            join locations pl on pl.organization_id = ${organization_id} and pl.id = mpl.location_id
            where mpl.organization_id = ${organization_id} and mpl.plan_id = p.id),
          'freezes', ${freezesJson("s")}) order by s.starts_on desc), '[]')
        from memberships s
        join membership_plans p on p.organization_id = ${organization_id} and p.id = ${planIdOn("s", today)}
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
    where m.organization_id = ${organization_id} and m.id = ${member_id}`);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}
