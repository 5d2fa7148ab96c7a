import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { messageProviders, messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import type { Channel } from "@/lib/values/delivery";
import type { Lane } from "./queue";

/** The queues with messages that are due, or whose lease has expired after a crash. */
export function dueQueues(
  organization: Pick<OrganizationCard, "id">,
  clock: Clock,
): Promise<{ channel: Channel; lane: Lane }[]> {
  const now = clock.now().toString();
  return inTenant({ organization_id: organization.id, user_id: null }, (db) =>
    db
      .selectDistinct({
        channel: messages.channel,
        lane: sql<Lane>`case ${messages.category} when 'transactional' then 'urgent' else 'bulk' end`,
      })
      .from(messages)
      .leftJoin(
        messageProviders,
        and(
          eq(messageProviders.organization_id, messages.organization_id),
          eq(messageProviders.channel, messages.channel),
        ),
      )
      .where(
        and(
          eq(messages.organization_id, organization.id),
          inArray(messages.state, ["queued", "sending"]),
          sql`${messages.send_after} <= ${now}`,
          sql`(${messages.claimed_until} is null or ${messages.claimed_until} <= ${now})`,
          isNull(messageProviders.failing_since),
        ),
      ),
  );
}
