import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/members/members";
import { toPage } from "@/lib/kernel/cursor";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { groupRows, iso, type JoinedRow, membershipsOfMember, rowColumns, toMemberRow } from "./rows";
import { countMatches } from "./search/count-matches";
import { daysTable, membersOfPage } from "./search/filters";
import { decodePosition, pageTables } from "./search/page-query";

type PagedRow = JoinedRow & { rank: number; way: string; key: string };

export const listMembers = operation(
  contracts.listMembers,
  async (ctx, { sort, limit, cursor, with_total, ...filters }) => {
    const { db, organization_id, organization } = ctx;
    const position = decodePosition(cursor);
    if (cursor !== undefined && !position) {
      throw new Problem("malformed_cursor", "Send next_cursor of the previous page unchanged, with the same sort.");
    }
    if (sort === "ends" && filters.status?.join() !== "expiring") {
      throw new Problem("invalid_input", "The order by end is for expiring members. Send status=expiring with it.");
    }
    const direction = sort.startsWith("-") ? sql`desc` : sql`asc`;
    const [page, total] = await Promise.all([
      db.execute<PagedRow>(sql`
      with ${daysTable(ctx)}, ${pageTables(filters, { sort, limit, position }, ctx)}
      select m.rank, m.way, m.key::text as key, ${rowColumns} from ${membersOfPage} ${membershipsOfMember(organization_id)}
      order by m.rank, m.key ${direction}, m.id ${direction}, ms.starts_on, ms.id`),
      with_total ? countMatches(ctx, filters, 10_000) : null,
    ]);
    const keyOf = (row: PagedRow) => {
      if (sort === "ends") return row.key;
      if (sort.endsWith("name")) return row.sort_name;
      return sort.endsWith("joined") ? row.joined_on : iso(row.last_visit_at);
    };
    const { data, next_cursor } = toPage(groupRows(page.rows), limit, (row) => [row.way, row.rank, keyOf(row), row.id]);
    return { data: data.map((row) => toMemberRow(row, organization)), next_cursor, total };
  },
);
