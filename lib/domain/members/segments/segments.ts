import { and, asc, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { memberSegments } from "@/db/schema";
import * as contracts from "@/lib/contracts/members/member-segments";
import { countMatches } from "@/lib/domain/members/search/count-matches";
import type { MemberFilters } from "@/lib/domain/members/search/filters";
import { changes } from "@/lib/kernel/audit";
import { userIdOf } from "@/lib/kernel/caller";
import { isDuplicate, notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";

type Row = typeof memberSegments.$inferSelect;

const filtersShape = contracts.createSegment.input.shape.filters;
const maxCounted = 1_000;
const maxSegments = 50;

const toResponse = (row: Row) => ({ ...row, members: null });

export const listSegments = operation(contracts.listSegments, async (ctx, { with_counts }) => {
  const rows = await ctx.db
    .select()
    .from(memberSegments)
    .where(eq(memberSegments.organization_id, ctx.organization_id))
    .orderBy(asc(sql`lower(${memberSegments.name})`), asc(memberSegments.id));
  if (!with_counts) return { data: rows.map(toResponse) };
  const data = rows.map(async (row) => {
    // Filters stored by an older version may be invalid: the segment is listed without a count.
    const filters = filtersShape.safeParse(row.filters);
    const members = filters.success ? await countMatches(ctx, filters.data as MemberFilters, maxCounted) : null;
    return { ...row, members };
  });
  return { data: await Promise.all(data) };
});

export const getSegment = operation(contracts.getSegment, async (ctx, { id }) => toResponse(await getRow(ctx, id)));

export const createSegment = operation(contracts.createSegment, async (ctx, { name, filters }) => {
  const { organization_id, caller } = ctx;
  const existing = await ctx.db.$count(memberSegments, eq(memberSegments.organization_id, organization_id));
  if (existing >= maxSegments)
    throw new Problem("conflict", `There are ${maxSegments} segments already. Delete one first.`);
  const [row] = await ctx.db
    .insert(memberSegments)
    .values({
      id: newId(),
      organization_id,
      name,
      filters,
      created_by: userIdOf(caller),
      created_at: ctx.now.toString(),
      updated_at: ctx.now.toString(),
    })
    .returning()
    .catch(throwIfDuplicate);
  if (!row) throw new Error("The insert of the segment returned no row");
  ctx.audit({ target_type: "member_segment", target_id: row.id, after: { name, filters } });
  return toResponse(row);
});

export const updateSegment = operation(contracts.updateSegment, async (ctx, { id, ...change }) => {
  const before = await getRow(ctx, id, "update");
  ctx.expectVersion(before.version);
  const [after] = await ctx.db
    .update(memberSegments)
    .set({ ...change, version: before.version + 1, updated_at: ctx.now.toString() })
    .where(isSegment(ctx, id))
    .returning()
    .catch(throwIfDuplicate);
  if (!after) throw notFound();
  ctx.audit({ target_type: "member_segment", target_id: id, ...changes(before, after) });
  return toResponse(after);
});

export const deleteSegment = operation(contracts.deleteSegment, async (ctx, { id }) => {
  const { name, filters } = await getRow(ctx, id, "update");
  await ctx.db.delete(memberSegments).where(isSegment(ctx, id));
  ctx.audit({ target_type: "member_segment", target_id: id, before: { name, filters } });
  return null;
});

async function getRow(ctx: Ctx, id: string, lock?: "update"): Promise<Row> {
  const query = ctx.db.select().from(memberSegments).where(isSegment(ctx, id));
  const [row] = await (lock ? query.for(lock) : query);
  if (!row) throw notFound();
  return row;
}

const isSegment = ({ organization_id }: TenantCtx, id: string) =>
  and(eq(memberSegments.organization_id, organization_id), eq(memberSegments.id, id));

function throwIfDuplicate(error: unknown): never {
  if (isDuplicate(error, "member_segments_name_unique")) {
    throw new Problem("already_exists", "Another segment has this name. Choose another name.");
  }
  throw error;
}
