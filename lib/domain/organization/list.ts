import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { memberLogins, organizations, staff } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/organization/organizations";
import type { Caller } from "@/lib/kernel/caller";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { stillWard } from "@/lib/kernel/resolve-caller";
import type { Role } from "@/lib/values/permissions";
import { cardColumns } from "./card";

type Row = Awaited<ReturnType<typeof ofPerson>>[number];
type Page = { limit: number; cursor?: string | undefined; q?: string | undefined };

/** A user's rows span organizations, so they are read before the operation binds one. */
export const listOrganizations = operation(
  contracts.listOrganizations,
  async ({ prepared }: Ctx<Row[]>, { limit }) => toPage(prepared, limit, (row) => [row.sort_name, row.id]),
  { prepare: (caller, input) => ofPerson(caller, input) },
);

async function ofPerson(caller: Caller, { limit, cursor, q }: Page) {
  if (caller.actor.type !== "user") return [];
  const user_id = caller.actor.id;
  const after = cursor ? decodeCursor(cursor, 2) : null;
  const is_guardian = sql<boolean>`exists (
    select from member_addresses a join organizations o on o.id = a.organization_id
    where a.organization_id = ${organizations.id} and a.kind = 'guardian'
      and a.email = (select email from users where id = ${user_id} and email_verified_at is not null)
      and ${sql.raw(stillWard)} > ${caller.clock.now().toString()}::timestamptz)`;
  const rows = await inIdentity(user_id, (db) =>
    db
      .select({
        sort_name: sql<string>`lower(${organizations.name})`,
        ...cardColumns,
        suspended_at: organizations.suspended_at,
        staff_role: staff.role,
        member_id: memberLogins.member_id,
        is_guardian,
      })
      .from(organizations)
      .leftJoin(
        staff,
        and(eq(staff.organization_id, organizations.id), eq(staff.user_id, user_id), isNull(staff.ended_at)),
      )
      .leftJoin(
        memberLogins,
        and(eq(memberLogins.organization_id, organizations.id), eq(memberLogins.user_id, user_id)),
      )
      .where(
        and(
          caller.is_super_admin
            ? undefined
            : and(
                isNull(organizations.suspended_at),
                or(isNotNull(staff.id), isNotNull(memberLogins.member_id), is_guardian),
              ),
          q ? sql`strpos(lower(${organizations.name}) || ' ' || ${organizations.slug}, lower(${q})) > 0` : undefined,
          after
            ? sql`(lower(${organizations.name}), ${organizations.id}) > (${after[0]}, ${after[1]}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(sql`lower(${organizations.name})`), asc(organizations.id))
      .limit(limit + 1),
  );
  return rows.map(({ staff_role, member_id, is_guardian, ...card }) => ({
    ...card,
    roles: [
      ...(staff_role ? [staff_role] : []),
      ...(member_id || is_guardian ? ["member" as const] : []),
    ] satisfies Role[],
  }));
}
