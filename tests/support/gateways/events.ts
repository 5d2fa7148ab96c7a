import { newId } from "@/db/id";
import { gatewayEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Gym } from "@/tests/support/gym/gym";

/** An event as a gateway reports one, stored and waiting. */
export async function newGatewayEvent(
  { organization_id }: Pick<Gym, "organization_id">,
  gateway_id: string,
  fields: Partial<typeof gatewayEvents.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(gatewayEvents).values({
      ...{ id, organization_id, gateway_id, vendor: "sandbox", event_id: `evt_${id}`, type: "payment.succeeded" },
      ...{ subject: "other", ref: null, payload: {}, status: "received", received_at: "2026-03-05T12:00:00Z" },
      ...fields,
    }),
  );
  return id;
}
