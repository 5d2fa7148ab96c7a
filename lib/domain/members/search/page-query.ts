import { type SQL, sql } from "drizzle-orm";
import type { memberSorts } from "@/lib/contracts/members/members";
import { decodeCursor } from "@/lib/kernel/cursor";
import {
  activityInOrder,
  conditions,
  containsAll,
  type MemberFilters,
  membersInOrder,
  membersOfRows,
  type Scope,
  termsOf,
} from "./filters";
import { escapeLike } from "./search-terms";

export type MemberSort = (typeof memberSorts)[number];
type PageStrategy = "hits" | "walk";
type Position = { way: PageStrategy; rank: number; key: string | null; id: string };

/** Up to this number, hits of a search are collected and sorted; for more hits a scan of the ordered index is faster. */
const maxHits = 1_000;
/** Later pages use the strategy of the first page, even if members were added in between. */
const maxHitsOnLaterPages = 10_000;

const keys = {
  name: { key: sql`m.sort_name`, type: sql`text collate "C"`, id: sql`m.id` },
  joined: { key: sql`m.joined_on`, type: sql`date`, id: sql`m.id` },
  last_visit: {
    key: sql`a.last_visit_or_never`,
    type: sql`timestamptz`,
    id: sql`a.member_id`,
  },
} as const;

export function decodePosition(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [way, rank, key, id] = decodeCursor(cursor, 4);
  const is_usable = (way === "hits" || way === "walk") && typeof rank === "number" && typeof id === "string";
  if (!is_usable || !/^[0-9a-f-]{36}$/.test(id) || typeof key === "number") return null;
  return { way, rank, key: key ?? null, id };
}

/** The tables `hits` and `page`: `id, rank, way, key` of one page and one row more, in order. */
export function pageTables(
  filters: MemberFilters,
  { sort, limit, position }: { sort: MemberSort; limit: number; position: Position | null },
  scope: Scope,
): SQL {
  const name = sort.replace("-", "") as keyof typeof keys;
  const { key, type, id } = keys[name];
  const source = name === "last_visit" ? activityInOrder(scope.organization_id) : membersInOrder;
  const direction = sort.startsWith("-") ? sql`desc` : sql`asc`;
  const beyond = sort.startsWith("-") ? sql`<` : sql`>`;
  const where = conditions(filters, scope);
  const at = position && sql`(${position.key ?? "-infinity"}::${type}, ${position.id}::uuid)`;
  const walk = (more: SQL) => sql`
    select ${id} as id, 0 as rank, 'walk' as way, ${key} as key from ${source}
    where ${where} and ${more} ${at ? sql`and (${key}, ${id}) ${beyond} ${at}` : sql``}
    order by ${key} ${direction}, ${id} ${direction} limit ${limit + 1}`;

  const terms = termsOf(filters);
  if (!terms) return sql`page as materialized (${walk(sql`true`)})`;

  const rank = sort === "name" ? nameRank(terms) : sql`0`;
  const after =
    position &&
    sql`and (${rank} > ${position.rank}::int or (${rank} = ${position.rank}::int and (${key}, m.id) ${beyond} ${at}))`;
  const gather = sql`
    select m.id, ${rank} as rank, 'hits' as way, ${key} as key from ${membersOfRows(sql`hits`, scope.organization_id)}
    where ${where} ${after ?? sql``}
    order by ${rank}, ${key} ${direction}, m.id ${direction} limit ${limit + 1}`;
  if (position?.way === "walk") return sql`page as materialized (${walk(containsAll(terms))})`;
  if (position) return sql`${hitsTable(terms, maxHitsOnLaterPages)}, page as materialized (${gather})`;
  return sql`${hitsTable(terms, maxHits + 1)}, page as materialized (
    select * from (${gather}) gathered where (select count(*) from hits) <= ${maxHits}
    union all
    select * from (${walk(containsAll(terms))}) walked where (select count(*) from hits) > ${maxHits}
  )`;
}

/** The ids of matching members, at most `limit`, for counts. */
export function matches(filters: MemberFilters, limit: number, scope: Scope): SQL {
  const terms = termsOf(filters);
  const where = conditions(filters, scope);
  if (!terms) return sql`select m.id from ${membersInOrder} where ${where} limit ${limit}`;
  const hits = sql`(select h as id from member_search_hits(${sql.param(terms)}::text[], 1000000) h)`;
  return sql`select m.id from ${membersOfRows(hits, scope.organization_id)} where ${where} limit ${limit}`;
}

const hitsTable = (terms: readonly string[], limit: number): SQL =>
  sql`hits as materialized (select h as id from member_search_hits(${sql.param(terms)}::text[], ${limit}) h)`;

/** Prefix matches in the name rank before substring matches. */
function nameRank(terms: readonly string[]): SQL {
  const all = terms.map((term) => sql`' ' || m.sort_name like ${`% ${escapeLike(term)}%`}`);
  return sql`case when ${sql.join(all, sql` and `)} then 0 else 1 end`;
}
