import type { listLegalEntities } from "@/lib/contracts/billing/legal-entities";
import type { listTaxRates } from "@/lib/contracts/billing/tax-rates";
import type { Output } from "@/lib/contracts/contract";

export type LegalEntity = Output<typeof listLegalEntities>["data"][number];
export type TaxRate = Output<typeof listTaxRates>["data"][number];

/** 88750: "8.875 %" */
export const percentText = (rate_ppm: number): string => `${rate_ppm / 10_000} %`;

/** "8.875" and "8,875": 88750; null for what is no percentage with at most four decimals. */
export function parsePercent(text: string): number | null {
  const plain = text.trim().replace(/\s*%$/, "").replace(",", ".");
  return /^\d{1,3}(\.\d{1,4})?$/.test(plain) ? Math.round(Number(plain) * 10_000) : null;
}
