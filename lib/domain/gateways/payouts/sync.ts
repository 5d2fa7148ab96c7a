import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import type { GatewayResult } from "@/lib/providers/payments";
import { findPayoutGateways, matchPayouts, planPayouts, settlePayout } from "./jobs";

/** Reads what each gateway of the organization has paid out. */
export async function syncAllPayouts(caller: Caller): Promise<void> {
  const { gateway_ids } = await findPayoutGateways(caller, {});
  for (const gateway_id of gateway_ids) await syncPayouts(caller, gateway_id);
}

/** Reads payouts since the last known day, also those whose end is not known, and their items. Each is stored and booked once. */
export async function syncPayouts(caller: Caller, gateway_id: string): Promise<GatewayResult<null>> {
  const { organization, clock } = caller;
  if (!organization) throw notFound();
  const { gateway: row, from_on, known } = await planPayouts(caller, gateway_id);
  const opened = openGateway(row, { ...organization, clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  const { gateway } = opened;
  const listed = await gateway.listPayouts(from_on);
  if (listed.outcome !== "answered") return listed;
  const stored = new Map(known.map((one) => [one.ref, one]));
  for (const state of listed.value) {
    const before = stored.get(state.ref);
    if (before?.has_items && before.status === state.status) continue;
    await settlePayout(caller, gateway_id, state, before?.has_items ? null : await gateway.listBalanceItems(state.ref));
  }
  await matchPayouts(caller, gateway_id);
  return { outcome: "answered", value: null };
}
