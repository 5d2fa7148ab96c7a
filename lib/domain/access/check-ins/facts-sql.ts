/**
 * All facts of one entry in one statement and one row. The member's id is chosen in a scalar subquery: with row-level security a
 * bare coalesce() prevents every index scan, and a scan would read all members. Visits are selected by that id and not by a
 * join, because a join reads other members' visits to find the last one.
 * $1 organization, $2 member, $3 hash of a card's code, $4 member code, $5 time of entry, $6 location or null,
 * $7 the caller's locations or null for all, $8 nonce of a pass, $9 and $10 locations whose members inside are known,
 * and their number.
 */
export const factsSql = `
with card as (
  select c.member_id, c.revoked_at
  from member_cards c
  where c.organization_id = $1::uuid and c.code_hash = $3::text
),
person as (
  select m.*
  from members m
  where m.organization_id = $1::uuid
    and m.id = (select coalesce($2::uuid, (select member_id from card),
      (select n.id from members n where n.organization_id = $1::uuid and n.member_code = $4::text)))
),
reachable as (
  select l.*
  from locations l
  where l.organization_id = $1::uuid and l.archived_at is null and ($7::uuid[] is null or l.id = any($7::uuid[]))
),
place as materialized (
  select r.*, ($5::timestamptz at time zone r.time_zone)::date as today,
    ($5::timestamptz at time zone r.time_zone)::date
      - (extract(isodow from $5::timestamptz at time zone r.time_zone)::int - r.week_starts_on + 7) % 7 as week_began_on,
    date_trunc('month', $5::timestamptz at time zone r.time_zone) at time zone r.time_zone as month_began_at
  from reachable r
  where r.id = coalesce($6::uuid,
    (select min(id::text)::uuid from reachable having count(*) = 1),
    (select p.home_location_id from person p))
)
select
  (select json_build_object(
      'id', l.id, 'name', l.name, 'time_zone', l.time_zone, 'opening_hours', l.opening_hours, 'capacity', l.capacity)
    from place l) as location,
  (select json_build_object(
      'id', p.id, 'member_code', p.member_code, 'first_name', p.first_name, 'last_name', p.last_name,
      'photo_file_id', p.photo_file_id, 'birth_on', p.birth_on, 'archived_at', p.archived_at,
      'banned_at', p.banned_at, 'ban_reason', p.ban_reason,
      'waiver_signed_at', p.waiver_signed_at, 'guardian_signed_at', p.guardian_signed_at)
    from person p) as member,
  (select c.member_id is not null from card c) as is_card,
  (select c.revoked_at is not null from card c) as is_card_revoked,
  (select v.id from check_ins v where v.organization_id = $1::uuid and v.pass_nonce = $8::text) as used_by_visit_id,
  (select coalesce(json_agg(json_build_object(
      'id', s.id, 'plan_name', case when s.changes_plan then plan.name else s.plan_name end, 'starts_on', s.starts_on, 'ends_on', s.ends_on,
      'cancelled_on', s.cancelled_on, 'access_hours', plan.access_hours,
      'overdue', case when s.unpaid_due_on < l.today then json_build_object(
        'since_on', s.unpaid_due_on, 'amount_minor', overdue_minor($1::uuid, s.id, l.today), 'currency', s.currency) end,
      'sessions_included', s.sessions_included, 'sessions_used', s.sessions_used,
      'used_today', s.sessions_included is not null and exists (
        select from check_ins v
        where v.organization_id = $1::uuid and v.member_id = s.member_id and v.membership_id = s.id
          and v.check_in_at between $5::timestamptz - interval '2 days' and $5::timestamptz + interval '2 days'
          and v.visit_on = l.today and v.sessions_taken > 0 and v.undone_at is null),
      'limits', case when plan.visit_limits = '[]'::jsonb then '[]'::json else (
        select json_agg(json_build_object('count', a.count, 'of', a.of, 'per', a.per, 'from_on', a.from_on, 'to_on', a.to_on,
          'used', u.used, 'used_today', u.used_today))
        from (
          select x.*, case x.per when 'day' then l.today when 'week' then l.week_began_on
              when 'month' then date_trunc('month', l.today)::date else s.starts_on end as from_on,
            case x.per when 'day' then l.today when 'week' then l.week_began_on + 6
              when 'month' then (date_trunc('month', l.today) + interval '1 month')::date - 1
              else coalesce(s.ends_on, '9999-12-31'::date) end as to_on
          from jsonb_to_recordset(plan.visit_limits) as x(count int, of text, per text) offset 0) a
        cross join lateral (
          select case a.of when 'days' then count(distinct v.visit_on) else count(*) end::int as used,
            coalesce(bool_or(v.visit_on = l.today), false) as used_today
          from check_ins v
          where v.organization_id = $1::uuid and v.membership_id = s.id and v.visit_on between a.from_on and a.to_on
            and v.undone_at is null) u) end,
      'freezes', (
        select coalesce(json_agg(json_build_object('from_on', f.from_on, 'to_on', f.to_on,
          'ends_on_return', f.closure_id is null and plan.freeze_policy->'ends_on_return' is not distinct from 'true'::jsonb)), '[]')
        from membership_freezes f
        where f.organization_id = $1::uuid and f.membership_id = s.id),
      'location_ids', (
        select json_agg(pl.location_id)
        from membership_plan_locations pl
        where pl.organization_id = $1::uuid and pl.plan_id = plan.id))), '[]')
    from place l
    cross join lateral (
      select one.*, (one.next_plan_on <= l.today) is true and one.next_bill_on is not null as changes_plan
      from memberships one, person p
      where one.organization_id = $1::uuid and one.member_id = p.id
      order by one.starts_on desc limit 30) s
    join membership_plans plan on plan.organization_id = $1::uuid
      and plan.id = case when s.changes_plan then s.next_plan_id else s.plan_id end) as memberships,
  (select json_build_object(
      'id', v.id, 'location_id', v.location_id, 'check_in_at', v.check_in_at, 'auto_check_out_at', v.auto_check_out_at)
    from check_ins v
    where v.organization_id = $1::uuid and v.member_id = (select id from person)
      and v.check_out_at is null and v.undone_at is null) as open_visit,
  (select json_build_object(
      'id', near.id, 'location_id', near.location_id, 'check_in_at', near.check_in_at, 'check_out_at', near.check_out_at)
    from (
      (select v.* from check_ins v
        where v.organization_id = $1::uuid and v.member_id = (select id from person) and v.undone_at is null
          and v.check_in_at <= $5::timestamptz
        order by v.check_in_at desc limit 1)
      union all
      (select v.* from check_ins v
        where v.organization_id = $1::uuid and v.member_id = (select id from person) and v.undone_at is null
          and v.check_in_at > $5::timestamptz
        order by v.check_in_at limit 1)) near
    order by abs(extract(epoch from near.check_in_at - $5::timestamptz)) limit 1) as last_visit,
  (select exists (
      select from check_ins v
      where v.organization_id = $1::uuid and v.member_id = (select id from person) and v.undone_at is null
        and v.check_in_at < $5::timestamptz)) as has_visited,
  (select count(*)::int
    from check_ins v, place l
    where v.organization_id = $1::uuid and v.member_id = (select id from person) and v.undone_at is null
      and v.check_in_at >= l.month_began_at
      and v.check_in_at < $5::timestamptz) as visits_this_month,
  coalesce(
    (select known.inside from unnest($9::uuid[], $10::int[]) as known (location_id, inside), place l
      where known.location_id = l.id),
    (select count(*)::int
    from check_ins v, place l
    where v.organization_id = $1::uuid and v.location_id = l.id
      and v.check_out_at is null and v.undone_at is null and v.auto_check_out_at > $5::timestamptz)) as inside`;
