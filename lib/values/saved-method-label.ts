import type { GatewayMethodKind } from "./gateways";

const kindWords: Record<GatewayMethodKind, string> = {
  card: "Card",
  wallet: "Wallet",
  bank_debit: "Bank account",
  upi: "UPI",
  netbanking: "Netbanking",
};

/** "Visa 4242", or the kind where the gateway tells neither brand nor number. */
export const savedMethodLabel = ({
  kind,
  brand,
  last4,
}: {
  kind: GatewayMethodKind;
  brand: string | null;
  last4: string | null;
}): string => [brand ?? kindWords[kind], last4].filter(Boolean).join(" ");
