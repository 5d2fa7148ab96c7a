import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { memberSegments } from "@/db/schema";
import { createSegment } from "@/lib/contracts/members/member-segments";
import type { createBulk } from "@/lib/contracts/messages/notification-bulk";
import { invalid, notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

type Asked = Pick<z.output<typeof createBulk.input>, "segment_id" | "filters">;
export type Filters = NonNullable<Asked["filters"]>;

/** The filters that choose the recipients: a segment's as they stand now, or those that were given. */
export async function audienceOf(ctx: Ctx, { segment_id, filters }: Asked): Promise<Filters> {
  if ((segment_id === undefined) === (filters === undefined)) {
    throw invalid("filters", "Say who gets it: either a segment or filters of the member list");
  }
  if (filters) return filters;
  const [segment] = await ctx.db
    .select({ filters: memberSegments.filters })
    .from(memberSegments)
    .where(and(eq(memberSegments.organization_id, ctx.organization_id), eq(memberSegments.id, segment_id ?? "")));
  if (!segment) throw notFound();
  const known = createSegment.input.shape.filters.safeParse(segment.filters);
  if (!known.success)
    throw invalid("segment_id", "The segment was saved under older filters. Open it and save it again");
  return known.data;
}
