import { type SQL, sql } from "drizzle-orm";
import { expiringDays } from "@/lib/domain/members/standing";
import type { MemberStatus } from "@/lib/values/statuses";

/**
 * `member_id, status` of the members whose memberships `where` chooses; nobody without a membership that has begun. Reads
 * memberships as `ms`; `today` is the day of the member, a date expression. The same decision as standing.ts. The offset
 * keeps the planner from writing out the whole of `status` wherever it is named: a fifth of the time.
 */
export function statusQuery({ from, today, where }: { from: SQL; today: SQL; where: SQL }): SQL {
  return sql`
    select distinct on (member_id) member_id, status
    from (
      select *, case
          when has_ended then 7 when status = 'overdue' then 1 when status = 'active' then 2 when status = 'expiring' then 3
          when status = 'trial' then 4 when status = 'frozen' then 5 else 6 end as rank
      from (
        select *, case
            when has_ended then case when cancelled_on is null then 'expired' else 'cancelled' end
            when arrears_since_on is not null then 'overdue'
            when is_frozen then 'frozen'
            when cancelled_on is not null then case when covered_to >= cancelled_on then 'active' else 'cancelled' end
            when kind = 'trial' then 'trial'
            when kind <> 'day_pass' and ends_on <= today + ${expiringDays}::int and covered_to <= today + ${expiringDays}::int
              then 'expiring'
            else 'active' end as status
        from (
          select *, max(case when cancelled_on is null and not has_ended then coalesce(ends_on, 'infinity') end)
              over (partition by member_id) as covered_to
          from (
            select *, coalesce(is_used_up or cancelled_on <= today or (ends_on < today and not is_frozen), false) as has_ended
            from (
              select ms.member_id, ms.starts_on, ms.ends_on, ms.cancelled_on, ms.arrears_since_on, p.kind, ${today} as today,
                f.id is not null as is_frozen,
                p.kind = 'session_pack' and ms.sessions_used >= ms.sessions_included as is_used_up
              from ${from}
              join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id
              left join membership_freezes f on f.organization_id = ms.organization_id and f.membership_id = ms.id
                and f.from_on <= ${today} and (f.to_on is null or f.to_on >= ${today})
              where ${where}
            ) dated
          ) ended
        ) covered
        where starts_on <= today
        offset 0
      ) judged
    ) ranked
    order by member_id, rank,
      least(coalesce(ends_on, '9999-12-31'::date), coalesce(cancelled_on - 1, '9999-12-31'::date)) desc, status`;
}

/** The status of the member `m` on their day `d.today`. */
export const statusOfMember = (organization_id: string): SQL<MemberStatus> =>
  sql<MemberStatus>`coalesce((select s.status from (${statusQuery({
    from: sql`memberships ms`,
    today: sql`d.today`,
    where: sql`ms.organization_id = ${organization_id} and ms.member_id = m.id`,
  })}) s), 'none')`;

const rare: Partial<Record<MemberStatus, (organization_id: string) => SQL>> = {
  overdue: (organization_id) => sql`
    select member_id from memberships where organization_id = ${organization_id} and arrears_since_on is not null`,
  frozen: (organization_id) => sql`
    select ms.member_id from membership_freezes f
    join memberships ms on ms.organization_id = f.organization_id and ms.id = f.membership_id
    where f.organization_id = ${organization_id} and (f.to_on is null or f.to_on >= (select min(today) from days))`,
  expiring: (organization_id) => sql`
    select member_id from memberships where organization_id = ${organization_id}
      and ends_on between (select min(today) from days) and (select max(today) from days) + ${expiringDays}::int`,
  trial: (organization_id) => sql`
    select ms.member_id from memberships ms
    join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id and p.kind = 'trial'
    where ms.organization_id = ${organization_id} and (ms.ends_on is null or ms.ends_on >= (select min(today) from days))`,
  cancelled: (organization_id) => sql`
    select member_id from memberships where organization_id = ${organization_id} and cancelled_at is not null`,
};

/**
 * Whether the member `m` has one of the statuses. Where all of them are rare, those who may have them are read from an index
 * and judged together: judging a hundred thousand members one by one to find nineteen takes seconds.
 */
export function hasStatus(organization_id: string, statuses: readonly MemberStatus[]): SQL {
  const begun = statuses.filter((status) => status !== "none");
  const found = begun.length > 0 ? judgedTogether(organization_id, begun) : null;
  if (begun.length === statuses.length && found) return sql`m.id = any(array(${found}))`;
  const judged = found ? sql`m.id in (${found})` : sql`${statusOfMember(organization_id)} = ${anyOf(begun)}`;
  if (begun.length === statuses.length) return judged;
  return begun.length > 0 ? sql`(${nothingBegun} or ${judged})` : nothingBegun;
}

const anyOf = (statuses: readonly MemberStatus[]): SQL => sql`any(${sql.param(statuses)}::text[])`;

const nothingBegun = sql`not exists (
  select 1 from memberships b where b.organization_id = m.organization_id and b.member_id = m.id and b.starts_on <= d.today)`;

function judgedTogether(organization_id: string, statuses: readonly MemberStatus[]): SQL | null {
  const parts = statuses.map((status) => rare[status]?.(organization_id));
  if (parts.some((part) => part === undefined)) return null;
  const judged = statusQuery({
    from: sql`(select distinct member_id from (${sql.join(parts as SQL[], sql` union all `)}) some_of_them) among
      cross join lateral (
        select home_location_id from members where organization_id = ${organization_id} and id = among.member_id limit 1
      ) jm
      cross join lateral (select today from days where location_id = jm.home_location_id limit 1) jd
      join memberships ms on ms.organization_id = ${organization_id} and ms.member_id = among.member_id`,
    today: sql`jd.today`,
    where: sql`true`,
  });
  return sql`select j.member_id from (${judged}) j where j.status = ${anyOf(statuses)}`;
}
