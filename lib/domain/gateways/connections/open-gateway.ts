import { openSandbox } from "@/lib/domain/gateways/sandbox/open";
import type { Clock } from "@/lib/kernel/clock";
import { log } from "@/lib/kernel/log";
import { openPaymentGateway, type PaymentGateway } from "@/lib/providers/payments";
import { type GatewayRow, settingsOf } from "./stored";

export type OpenedGateway = { gateway: PaymentGateway } | { unreadable: string };

const maxCached = 500;
const cache = new Map<string, { stamp: string; gateway: PaymentGateway }>();

type Replacement = { endpoint?: string; gateway?: (row: GatewayRow) => PaymentGateway | undefined };
let replacement: Replacement = {};

/** Tests send the calls of SDKs to a loopback server, or replace the gateway, as the bench does. */
export function replaceGateways(by: Replacement): void {
  replacement = by;
  cache.clear();
}

/** The sandbox lives in the organization and by the clock of who calls. */
type Opening = { currency: string; clock: Clock };

/** Opens each gateway once per version of its settings. Opening makes no network call. */
export function openGateway(row: GatewayRow, opening: Opening): OpenedGateway {
  const replaced = replacement.gateway?.(row);
  if (replaced) return { gateway: replaced };
  const { id: gateway_id, organization_id } = row;
  const sandbox = () => openSandbox({ organization_id, gateway_id, ...opening });
  if (row.vendor === "sandbox") return { gateway: sandbox() };
  const stamp = `${row.version} ${row.updated_at}`;
  const cached = cache.get(row.id);
  if (cached?.stamp === stamp) return cached;
  try {
    const gateway = openPaymentGateway(settingsOf(row), {
      sandbox,
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
