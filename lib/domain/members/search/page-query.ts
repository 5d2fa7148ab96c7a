import { type SQL, sql } from "drizzle-orm";
import type { memberSorts } from "@/lib/contracts/members/members";
import { isUsedUp, lastDayOf } from "@/lib/domain/memberships/rules";
import { decodeCursor } from "@/lib/kernel/cursor";
import { limitRows } from "@/lib/kernel/limit-rows";
import { escapeLike } from "@/lib/values/search-terms";
import {
  activityInOrder,
  activityOfHits,
  conditions,
  containsAll,
  factsOf,
  type MemberFilters,
  membersInOrder,
  type Scope,
  termsOf,
} from "./filters";

export type MemberSort = (typeof memberSorts)[number];
type PageStrategy = "hits" | "walk";
type Position = { way: PageStrategy; rank: number; key: string | null; id: string };

/** Up to this number, hits of a search are collected and sorted; for more hits a scan of the ordered index is faster. */
const maxHits = 1_000;
/** Later pages use the strategy of the first page, even if members were added in between. */
const maxHitsOnLaterPages = 10_000;

/** The columns of a member that a page brings. */
const pageColumns = sql`m.id, m.organization_id, m.member_code, m.first_name, m.last_name, m.email, m.phone, m.photo_file_id, m.tags,
    m.home_location_id, m.joined_on, m.birth_on, m.banned_at, m.archived_at, m.sort_name`;

const keys = {
  name: { key: sql`m.sort_name`, type: sql`text collate "C"`, id: sql`m.id` },
  joined: { key: sql`m.joined_on`, type: sql`date`, id: sql`m.id` },
  last_visit: {
    key: sql`a.last_visit_or_never`,
    type: sql`timestamptz`,
    id: sql`a.member_id`,
  },
  /** The last day of an expiring member. Computed for each match, so list.ts allows it for expiring members only. */
  ends: {
    key: sql`coalesce((
      select max(${lastDayOf("ending")}) from memberships ending
      join membership_plans ending_plan on ending_plan.organization_id = ending.organization_id and ending_plan.id = ending.plan_id
      where ending.organization_id = m.organization_id and ending.member_id = m.id and ending.cancelled_on is null
        and ending_plan.kind not in ('day_pass', 'trial') and not ${isUsedUp("ending", "ending_plan")}), 'infinity')`,
    type: sql`date`,
    id: sql`m.id`,
  },
} as const;

export function decodePosition(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [way, rank, key, id] = decodeCursor(cursor, 4);
  const is_usable = (way === "hits" || way === "walk") && typeof rank === "number" && typeof id === "string";
  if (!is_usable || !/^[0-9a-f-]{36}$/.test(id) || typeof key === "number") return null;
  return { way, rank, key: key ?? null, id };
}

/** The tables `hits` and `page`: `rank, way, key` and the columns of the members of one page and one row more. */
export function pageTables(
  filters: MemberFilters,
  { sort, limit, position }: { sort: MemberSort; limit: number; position: Position | null },
  scope: Scope,
): SQL {
  const name = sort.replace("-", "") as keyof typeof keys;
  const { key, type, id } = keys[name];
  const by_visit = name === "last_visit";
  const source = by_visit ? activityInOrder(scope.organization_id) : membersInOrder(filters);
  const direction = sort.startsWith("-") ? sql`desc` : sql`asc`;
  const beyond = sort.startsWith("-") ? sql`<` : sql`>`;
  const where = conditions(filters, scope);
  const at = position && sql`(${position.key ?? "-infinity"}::${type}, ${position.id}::uuid)`;
  const walk = (more: SQL) =>
    limitRows(
      sql`
      select ${pageColumns}, 0 as rank, 'walk' as way, ${key} as key from ${source}
      where ${where} and ${more} ${at ? sql`and (${key}, ${id}) ${beyond} ${at}` : sql``}
      order by ${key} ${direction}, ${id} ${direction}`,
      sql`key ${direction}, id ${direction}`,
      limit + 1,
    );

  const terms = termsOf(filters);
  if (!terms) return sql`page as materialized (${walk(sql`true`)})`;

  const rank = sort === "name" ? nameRank(terms) : sql`0`;
  const after =
    position &&
    sql`and (${rank} > ${position.rank}::int or (${rank} = ${position.rank}::int and (${key}, m.id) ${beyond} ${at}))`;
  const gather = sql`
    select ${pageColumns}, ${rank} as rank, 'hits' as way, ${key} as key
    from ${by_visit ? activityOfHits : sql`hits m ${factsOf(filters)}`}
    where ${where} ${after ?? sql``}
    order by rank, key ${direction}, id ${direction} limit ${limit + 1}`;
  if (position?.way === "walk") return sql`page as materialized (${walk(containsAll(terms))})`;
  if (position) return sql`${hitsTable(terms, maxHitsOnLaterPages)}, page as materialized (${gather})`;
  return sql`${hitsTable(terms, maxHits + 1)}, page as materialized (
    select * from (${gather}) gathered where (select count(*) from hits) <= ${maxHits}
    union all
    select * from (${walk(containsAll(terms))}) walked where (select count(*) from hits) > ${maxHits}
  )`;
}

/**
 * The ids of matching members, at most `limit`, for counts. More hits than that are counted by a scan: there are so many that it
 * soon ends.
 */
export function matches(filters: MemberFilters, limit: number, scope: Scope): SQL {
  const terms = termsOf(filters);
  const where = conditions(filters, scope);
  const scan = (more: SQL) => sql`select m.id from ${membersInOrder(filters)} where ${where} ${more} limit ${limit}`;
  if (!terms) return scan(sql``);
  return sql`
    with ${hitsTable(terms, limit)}
    select * from (select m.id from hits m ${factsOf(filters)} where ${where}) gathered where (select count(*) from hits) < ${limit}
    union all
    select * from (${scan(sql`and ${containsAll(terms)}`)}) scanned where (select count(*) from hits) >= ${limit}`;
}

const hitsTable = (terms: readonly string[], limit: number): SQL =>
  sql`hits as materialized (select * from member_search_hits(${sql.param(terms)}::text[], ${limit}))`;

/** Prefix matches in the name rank before substring matches. */
function nameRank(terms: readonly string[]): SQL {
  const all = terms.map((term) => sql`' ' || m.sort_name like ${`% ${escapeLike(term)}%`}`);
  return sql`case when ${sql.join(all, sql` and `)} then 0 else 1 end`;
}
