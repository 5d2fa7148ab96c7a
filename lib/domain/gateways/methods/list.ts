import { and, desc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { savedMethods } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-methods";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { type ClockCtx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { isActive } from "./payer";
import { isMethodWithinReach, type Method, selectMethods, toMethod } from "./select-methods";

export const listMethods = operation(contracts.listMethods, async (ctx, { limit, cursor, ...filters }) => {
  const { db, organization_id } = ctx;
  const { order, after } = newestFirst(savedMethods.created_at, savedMethods.id, cursor);
  const { member_id, company_id, gateway_id, kind, state, expires_by } = filters;
  const found = and(
    isMethodWithinReach(ctx),
    member_id ? eq(savedMethods.payer_member_id, member_id) : undefined,
    company_id ? eq(savedMethods.payer_company_id, company_id) : undefined,
    gateway_id ? eq(savedMethods.gateway_id, gateway_id) : undefined,
    kind ? inArray(savedMethods.kind, kind) : undefined,
    state === "active" ? isNull(savedMethods.ended_at) : undefined,
    state === "ended" ? isNotNull(savedMethods.ended_at) : undefined,
    expires_by ? lte(savedMethods.expires_in, expires_by) : undefined,
  );
  const rows = await selectMethods(ctx, and(found, after))
    .orderBy(...order)
    .limit(limit + 1);
  const [totals] = await db
    .select({
      active: sql<number>`count(*) filter (where ${savedMethods.ended_at} is null)::int`,
      ended: sql<number>`count(*) filter (where ${savedMethods.ended_at} is not null)::int`,
      payers: sql<number>`count(distinct coalesce(${savedMethods.payer_member_id}, ${savedMethods.payer_company_id}))::int`,
    })
    .from(savedMethods)
    .where(and(eq(savedMethods.organization_id, organization_id), found));
  const page = toPage(rows, limit, ({ row }) => [row.created_at, row.id]);
  return {
    ...page,
    data: page.data.map((one) => toMethod(one, ctx)),
    totals: totals ?? { active: 0, ended: 0, payers: 0 },
  };
});

export const getMethod = operation(contracts.getMethod, (ctx, { id }) => readMethod(ctx, id, isMethodWithinReach(ctx)));

/** Throws 404 for one that does not fit the condition. */
export async function readMethod(ctx: ReadCtx & ClockCtx, id: string, condition?: SQL): Promise<Method> {
  const [found] = await selectMethods(ctx, and(eq(savedMethods.id, id), condition));
  if (!found) throw notFound();
  return toMethod(found, ctx);
}

/** What can be charged of a payer, the default first. */
export async function activeMethodsOf(ctx: ReadCtx & ClockCtx, condition: SQL): Promise<Method[]> {
  const rows = await selectMethods(ctx, and(isActive(ctx.organization_id), condition)).orderBy(
    desc(savedMethods.is_default),
    desc(savedMethods.created_at),
    desc(savedMethods.id),
  );
  return rows.map((one) => toMethod(one, ctx));
}
