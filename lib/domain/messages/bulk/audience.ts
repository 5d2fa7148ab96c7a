import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { memberSegments } from "@/db/schema";
import { createSegment } from "@/lib/contracts/members/member-segments";
import type { createBulk } from "@/lib/contracts/messages/notification-bulk";
import { invalid, notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

type AudienceInput = Pick<z.output<typeof createBulk.input>, "segment_id" | "filters">;
export type Filters = NonNullable<AudienceInput["filters"]>;

/** The filters that select the recipients: the current filters of the segment, or those of the request. */
export async function audienceOf(ctx: Ctx, { segment_id, filters }: AudienceInput): Promise<Filters> {
  if ((segment_id === undefined) === (filters === undefined)) {
    throw invalid("filters", "Choose the recipients: either a segment or filters of the member list");
  }
  if (filters) return filters;
  const [segment] = await ctx.db
    .select({ filters: memberSegments.filters })
    .from(memberSegments)
    .where(and(eq(memberSegments.organization_id, ctx.organization_id), eq(memberSegments.id, segment_id ?? "")));
  if (!segment) throw notFound();
  const parsed = createSegment.input.shape.filters.safeParse(segment.filters);
  if (!parsed.success)
    throw invalid("segment_id", "This segment uses filters that no longer exist. Open it and save it again");
  return parsed.data;
}
