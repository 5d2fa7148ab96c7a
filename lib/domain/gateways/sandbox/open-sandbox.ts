import type { GatewayRow } from "@/lib/domain/gateways/connections/stored";
import type { PaymentGateway } from "@/lib/providers/payments";

export function openSandbox(row: GatewayRow): PaymentGateway {
  throw new Error(`The sandbox of ${row.id} is not there yet`);
}
