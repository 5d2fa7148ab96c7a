import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { memberFilters } from "@/lib/contracts/members/member-fields";
import { hasBegun, lastsTo } from "@/lib/domain/memberships/rules";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import { policiesOf } from "@/lib/values/policies";
import { likePatterns, searchTerms } from "@/lib/values/search-terms";
import { hasStatus } from "./status-query";

export type MemberFilters = z.output<z.ZodObject<typeof memberFilters>>;
export type Scope = {
  organization_id: string;
  organization: OrganizationCard;
  caller: Caller;
  now: { toString(): string };
};

/** The local day of each location (B4). Every query of members starts with this table. */
export const daysTable = ({ organization_id, now }: Scope): SQL => sql`
  days as materialized (
    select id as location_id, time_zone, (${now.toString()}::timestamptz at time zone time_zone)::date as today
    from locations where organization_id = ${organization_id}
  )`;

/** A member `m` with its local day `d` and its activity `a`, for access by id. */
export const memberTables = sql`
  members m
  join days d on d.location_id = m.home_location_id
  join member_activity a on a.organization_id = m.organization_id and a.member_id = m.id`;

/**
 * The limits of these tables keep the planner from joining all members before it sorts. With outdated statistics it may also assume a
 * single member and choose a nested loop over all of them.
 */
const dayOfMember = sql`cross join lateral (select today, time_zone from days where location_id = m.home_location_id limit 1) d`;

const activityOfMember = sql`cross join lateral (
    select last_visit_at, last_visit_or_never, recent_visits from member_activity
    where organization_id = m.organization_id and member_id = m.id limit 1
  ) a`;

/** What the conditions of the filters need besides the member. Each table costs a look-up for every member that is read. */
export const factsOf = ({ status, plan_id, last_visit_before }: MemberFilters): SQL => sql`
  ${status || plan_id || last_visit_before !== undefined ? dayOfMember : sql``}
  ${last_visit_before === undefined ? sql`` : activityOfMember}`;

/** For reading in index order until a page is full. The first table is the one with the index. */
export const membersInOrder = (filters: MemberFilters): SQL => sql`members m ${factsOf(filters)}`;

/** The rows of `page` with their local day and activity. */
export const membersOfPage: SQL = sql`page m ${dayOfMember} ${activityOfMember}`;

export const activityInOrder = (organization_id: string): SQL => sql`
  (select * from member_activity where organization_id = ${organization_id}) a cross join lateral (
    select * from members where organization_id = a.organization_id and id = a.member_id limit 1
  ) m ${dayOfMember}`;

/** The members that the search function found, with what their order by last visit needs. */
export const activityOfHits: SQL = sql`hits m ${dayOfMember} ${activityOfMember}`;

export function conditions(filters: MemberFilters, { organization_id, organization, caller }: Scope): SQL {
  const found: SQL[] = [sql`m.organization_id = ${organization_id}`];
  const when = (condition: SQL | false | undefined) => condition && found.push(condition);
  const { location_id, member_id, plan_id, tag, joined_from, joined_to, last_visit_before, birth_month, birthday_on } =
    filters;
  const { status, is_banned, archived = "no" } = filters;
  when(caller.location_ids !== null && sql`m.home_location_id = any(${sql.param(caller.location_ids)}::uuid[])`);
  when(archived !== "any" && (archived === "only" ? sql`m.archived_at is not null` : sql`m.archived_at is null`));
  when(location_id !== undefined && sql`m.home_location_id = ${location_id}::uuid`);
  when(status && hasStatus({ organization_id, policy: policiesOf(organization) }, status));
  when(member_id && sql`m.id = any(${sql.param(member_id)}::uuid[])`);
  when(plan_id && holdsPlan(organization_id, plan_id));
  when(tag && sql`m.tags @> ${sql.param(tag)}::text[]`);
  when(joined_from !== undefined && sql`m.joined_on >= ${joined_from}::date`);
  when(joined_to !== undefined && sql`m.joined_on <= ${joined_to}::date`);
  when(
    last_visit_before !== undefined &&
      sql`a.last_visit_or_never < (select max(${last_visit_before}::timestamp at time zone time_zone) from days)
        and a.last_visit_or_never < (${last_visit_before}::timestamp at time zone d.time_zone)`,
  );
  when(birth_month !== undefined && sql`extract(month from m.birth_on) = ${birth_month}::int`);
  when(birthday_on !== undefined && birthdayOnDay(birthday_on));
  when(is_banned !== undefined && (is_banned ? sql`m.banned_at is not null` : sql`m.banned_at is null`));
  return sql.join(found, sql` and `);
}

const holdsPlan = (organization_id: string, plan_ids: readonly string[]): SQL => sql`exists (
  select 1 from memberships h where h.organization_id = ${organization_id} and h.member_id = m.id
    and h.plan_id = any(${sql.param(plan_ids)}::uuid[]) and ${hasBegun("h", sql`d.today`)} and ${lastsTo("h", sql`d.today`)})`;

/** Whether the member `m` has a birthday. B8: a birthday on 29 Feb falls on 28 Feb in a common year. */
export function birthdayOnDay(day: string): SQL {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const has_leap_day = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const dates = month === 2 && date === 28 && !has_leap_day ? [28, 29] : [date];
  return sql`(extract(month from m.birth_on) = ${month}::int
    and extract(day from m.birth_on) = any(${sql.param(dates)}::int[]))`;
}

/** The terms of a search, or null if there are none. */
export function termsOf({ q }: MemberFilters): string[] | null {
  const terms = searchTerms(q ?? "");
  return terms.length > 0 ? terms : null;
}

export const containsAll = (terms: readonly string[]): SQL =>
  sql.join(
    terms.map((term) => sql`m.search_text like any(${sql.param(likePatterns(term))}::text[])`),
    sql` and `,
  );
