import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { locations, messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notifications";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { endOfDay, startOfDay } from "@/lib/values/calendar-day";
import { memberName, toMessage, withinReach } from "./read";

export const listMessages = operation(contracts.listMessages, async (ctx, input) => {
  const { db, organization_id } = ctx;
  const { member_id, bulk_id, channel, state, kind, category, q, from_on, to_on, limit } = input;
  const { order, after } = newestFirst(messages.created_at, messages.id, input.cursor);
  const zone = from_on || to_on ? await zoneOf(ctx) : "UTC";
  const rows = await db
    .select({ message: messages, member_name: memberName })
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        withinReach(ctx),
        member_id ? eq(messages.member_id, member_id) : undefined,
        bulk_id ? eq(messages.bulk_id, bulk_id) : undefined,
        channel ? eq(messages.channel, channel) : undefined,
        state ? inArray(messages.state, state) : undefined,
        kind ? eq(messages.kind, kind) : undefined,
        category ? eq(messages.category, category) : undefined,
        q ? addressStartsWith(q) : undefined,
        from_on ? gte(messages.created_at, startOfDay(from_on, zone)) : undefined,
        to_on ? lt(messages.created_at, endOfDay(to_on, zone)) : undefined,
        after,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1);
  const page = toPage(rows, limit, ({ message }) => [message.created_at, message.id]);
  return { ...page, data: page.data.map(({ message, member_name }) => toMessage({ ...message, member_name })) };
});

/** A range, because row-level security keeps LIKE from using the index. */
function addressStartsWith(q: string) {
  const begin = q.toLowerCase();
  return and(gte(messages.to_address, begin), lt(messages.to_address, `${begin}\u{10FFFF}`));
}

/** Days are in the time zone of the first location that the caller may see. */
async function zoneOf({ db, organization_id, caller }: Ctx): Promise<string> {
  const [row] = await db
    .select({ time_zone: locations.time_zone })
    .from(locations)
    .where(
      and(
        eq(locations.organization_id, organization_id),
        caller.location_ids === null ? undefined : inArray(locations.id, [...caller.location_ids]),
      ),
    )
    .orderBy(locations.created_at, locations.id)
    .limit(1);
  return row?.time_zone ?? "UTC";
}
