import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/members/members";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { currentCaller } from "@/lib/kernel/current-caller";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, mayUse, operation } from "@/lib/kernel/operation";
import { textStream } from "@/lib/kernel/text-stream";
import { formatCsvLine } from "@/lib/values/csv-line";
import { groupRows, iso, type JoinedRow, type MemberOf, membershipsOfMember, rowColumns, toMemberRow } from "./rows";
import { daysTable, type MemberFilters, membersOfPage, type Scope } from "./search/filters";
import { pageTables } from "./search/page-query";

const rowsPerPage = 500;
const byteOrderMark = "\ufeff";

type ExportRow = JoinedRow & { rank: number; way: "hits" | "walk"; birth_on: string | null; location_name: string };

const columns = [
  "number",
  "first_name",
  "last_name",
  "email",
  "phone",
  "status",
  "plans",
  "location",
  "joined_on",
  "birth_on",
  "last_visit_at",
  "tags",
] as const;

/** Q10: streams the rows of the list. Reads page by page, each in its own transaction, so memory use is constant. */
export const exportMembers = operation(contracts.exportMembers, async (ctx, filters) => {
  const { caller, organization, organization_id, now } = ctx;
  ctx.audit({ target_type: "organization", target_id: organization_id, after: { filters } });
  const scope: Scope = { caller, organization, organization_id, now };
  const tenant = { organization_id, user_id: userIdOf(caller) };
  const day = now.toString().slice(0, 10);

  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + formatCsvLine(columns);
    let last: MemberOf<ExportRow> | undefined;
    do {
      // A slow client may take hours, so the caller's permissions are checked for each page (A5).
      if (last && !(await mayContinue(caller))) throw new Problem("forbidden");
      const rows = await inTenant(tenant, (db) => page(db, scope, filters, last));
      for (const row of rows.slice(0, rowsPerPage)) yield formatCsvLine(cellsOf(row, ctx.organization));
      last = rows.length > rowsPerPage ? rows[rowsPerPage - 1] : undefined;
    } while (last);
  }

  return {
    toResponse: (headers: Record<string, string>) =>
      new Response(textStream(lines()), {
        headers: {
          ...headers,
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="members-${day}.csv"`,
        },
      }),
  };
});

async function mayContinue(caller: Caller): Promise<boolean> {
  const now = await currentCaller(caller);
  return (
    now !== null &&
    mayUse(now, contracts.exportMembers) &&
    JSON.stringify(now.location_ids?.toSorted()) === JSON.stringify(caller.location_ids?.toSorted())
  );
}

async function page(
  db: Ctx["db"],
  scope: Scope,
  filters: MemberFilters,
  last: MemberOf<ExportRow> | undefined,
): Promise<MemberOf<ExportRow>[]> {
  const position = last ? { way: last.way, rank: last.rank, key: last.sort_name, id: last.id } : null;
  const { rows } = await db.execute<ExportRow>(sql`
    with ${daysTable(scope)}, ${pageTables(filters, { sort: "name", limit: rowsPerPage, position }, scope)}
    select m.rank, m.way, m.birth_on, l.name as location_name, ${rowColumns}
    from ${membersOfPage} ${membershipsOfMember(scope.organization_id)}
    join locations l on l.organization_id = m.organization_id and l.id = m.home_location_id
    order by m.rank, m.key, m.id, ms.starts_on, ms.id`);
  return groupRows(rows);
}

function cellsOf(raw: MemberOf<ExportRow>, organization: Ctx["organization"]): (string | null)[] {
  const row = toMemberRow(raw, organization);
  return [
    row.member_code,
    row.first_name,
    row.last_name,
    row.email,
    row.phone,
    row.status,
    row.plan_names.join(" + "),
    raw.location_name,
    row.joined_on,
    raw.birth_on,
    iso(raw.last_visit_at),
    row.tags.join(", "),
  ];
}
