import type { Output } from "@/lib/contracts/contract";
import type { listGateways } from "@/lib/contracts/gateways/payment-gateways";

export type Gateway = Output<typeof listGateways>["data"][number];
export type GatewayChoice = Output<typeof listGateways>["choices"][number];
