import { openSandbox } from "@/lib/domain/gateways/sandbox/open-sandbox";
import { log } from "@/lib/kernel/log";
import { openPaymentGateway, type PaymentGateway } from "@/lib/providers/payments";
import { type GatewayRow, settingsOf } from "./stored";

export type OpenedGateway = { gateway: PaymentGateway } | { unreadable: string };

const maxCached = 500;
const cache = new Map<string, { stamp: string; gateway: PaymentGateway }>();

type Replacement = { endpoint?: string; gateway?: (row: GatewayRow) => PaymentGateway };
let replacement: Replacement = {};

/** @internal Tests send the calls of SDKs to a loopback server, or replace the gateway. */
export function replaceGateways(by: Replacement): void {
  replacement = by;
  cache.clear();
}

/** Opens each gateway once per version of its settings. Opening makes no network call. */
export function openGateway(row: GatewayRow): OpenedGateway {
  if (replacement.gateway) return { gateway: replacement.gateway(row) };
  const stamp = `${row.version} ${row.updated_at}`;
  const cached = cache.get(row.id);
  if (cached?.stamp === stamp) return cached;
  try {
    const gateway = openPaymentGateway(settingsOf(row), {
      sandbox: () => openSandbox(row),
      ...(replacement.endpoint ? { endpoint: replacement.endpoint } : {}),
    });
    cache.delete(row.id);
    cache.set(row.id, { stamp, gateway });
    for (const oldest of cache.keys()) {
      if (cache.size <= maxCached) break;
      cache.delete(oldest);
    }
    return { gateway };
  } catch (error) {
    log().error({ err: error, organization_id: row.organization_id }, "stored gateway settings cannot be read");
    return { unreadable: "The stored keys can no longer be decrypted. Enter them again." };
  }
}
