import { and, asc, desc, eq, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/memberships";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { selectMemberships, toResponse } from "./find";
import { localDay, membershipStatusOn, planIdOn } from "./rules";

type Filters = z.output<typeof contracts.listMemberships.input>;

export const listMemberships = operation(contracts.listMemberships, async (ctx, input) => {
  const {
    member_id,
    plan_id,
    location_id,
    payer_member_id,
    payer_company_id,
    status,
    ends_from,
    ends_to,
    sort,
    limit,
  } = input;
  const rows = await selectMemberships(
    ctx,
    and(
      member_id ? eq(memberships.member_id, member_id) : undefined,
      plan_id ? hasPlan(plan_id, localDay("locations", ctx.now)) : undefined,
      location_id ? eq(memberships.location_id, location_id) : undefined,
      payer_member_id ? eq(memberships.payer_member_id, payer_member_id) : undefined,
      payer_company_id ? eq(memberships.payer_company_id, payer_company_id) : undefined,
      status ? inArray(membershipStatusOn("memberships", localDay("locations", ctx.now)), status) : undefined,
      ends_from ? gte(memberships.ends_on, ends_from) : undefined,
      ends_to ? lte(memberships.ends_on, ends_to) : undefined,
      sort === "ends_on" ? isNotNull(memberships.ends_on) : undefined,
      after(input),
    ),
  )
    .orderBy(...(sort === "ends_on" ? byEnd : byNewest))
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [sort === "ends_on" ? row.ends_on : row.created_at, row.id]);
  return { ...page, data: page.data.map(toResponse) };
});

/** The two columns have an index each; the plan of the day has none. */
const hasPlan = (plan_id: string, today: SQL): SQL =>
  sql`((${memberships.plan_id} = ${plan_id} or ${memberships.next_plan_id} = ${plan_id}) and ${planIdOn("memberships", today)} = ${plan_id})`;

const byNewest = [desc(memberships.created_at), desc(memberships.id)];
const byEnd = [asc(memberships.ends_on), asc(memberships.id)];

function after({ cursor, sort }: Filters): SQL | undefined {
  if (!cursor) return undefined;
  const [value, id] = decodeCursor(cursor, 2);
  return sort === "ends_on"
    ? sql`(${memberships.ends_on}, ${memberships.id}) > (${value}::date, ${id}::uuid)`
    : sql`(${memberships.created_at}, ${memberships.id}) < (${value}::timestamptz, ${id}::uuid)`;
}
