import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notifications";
import { zoneOfReach } from "@/lib/domain/organization/locations";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { endOfDay, startOfDay } from "@/lib/values/calendar-day";
import { memberName, toMessage, withinReach } from "./read";

export const listMessages = operation(contracts.listMessages, async (ctx, input) => {
  const { db, organization_id } = ctx;
  const { member_id, bulk_id, channel, state, kind, category, q, from_on, to_on, limit } = input;
  const { order, after } = newestFirst(messages.created_at, messages.id, input.cursor);
  const zone = from_on || to_on ? await zoneOfReach(ctx) : "UTC";
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
