import { inBatches } from "@/db/in-batches";
import { inTenant } from "@/db/tenancy";
import { areas } from "@/lib/domain/areas";
import { forgetTokens } from "@/lib/domain/gateways/links";
import type { Clock } from "@/lib/kernel/clock";
import { deleteExpired } from "./expired-rows";

const retentions = areas.flatMap(({ retention = [] }) => retention);

/** Deletes the organization's rows after their retention period. Returns the counts by table. */
export async function pruneOrganization(organization_id: string, clock: Clock): Promise<Record<string, number>> {
  const now = clock.now().toString();
  const tenant = { organization_id, user_id: null };
  const counts: Record<string, number> = {};
  for (const retention of retentions) {
    const deleted = await inBatches((limit) =>
      inTenant(tenant, (db) => db.execute(deleteExpired(retention, now, limit, organization_id)), {
        timeout_class: "job",
      }),
    );
    counts[retention.table] = (counts[retention.table] ?? 0) + deleted;
  }
  counts.payment_link_tokens = await inBatches((limit) =>
    inTenant(tenant, (db) => db.execute(forgetTokens(organization_id, now, limit)), { timeout_class: "job" }),
  );
  return counts;
}
