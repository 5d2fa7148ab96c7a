import type { Output } from "@/lib/contracts/contract";
import type { getChargeOptions } from "@/lib/contracts/gateways/payment-attempts";
import type { GatewayMethodKind } from "@/lib/values/gateways";

/** How the invoice can be collected through a gateway, with the ids of the sentences that say what stands in the way. */
export type Collect = Pick<Output<typeof getChargeOptions>, "method" | "charge_blocker" | "link_blocker"> & {
  charge_blocker_id: string;
  link_blocker_id: string;
};

const kindWords: Record<GatewayMethodKind, string> = {
  card: "card",
  wallet: "wallet",
  bank_debit: "bank account",
  upi: "UPI",
  netbanking: "net banking",
};

/** "Visa 4242", or the kind of method. */
export const chargedMethod = ({ method }: Pick<Collect, "method">): string =>
  method?.label ?? kindWords[method?.kind ?? "card"];
