import { currencyExponent } from "@/lib/values/currency";
import { type Currency, toMajorText } from "@/lib/values/money";
import { Refusal } from "./gateway-result";
import type { Amount } from "./payment-gateway";

/** The currencies with three decimals that cards know. They end in 0. */
const threeDecimals: ReadonlySet<string> = new Set(["BHD", "JOD", "KWD", "OMR", "TND"]);

/** Rejects an amount that no gateway takes. `label` is that of the gateway. */
export function checkAmount(label: string, { amount_minor, currency }: Amount): void {
  if (!Number.isSafeInteger(amount_minor) || amount_minor <= 0)
    throw new Refusal(`${label} cannot charge ${amount_minor}: an amount is a whole number above 0`);
  if (currencyExponent(currency) !== 3) return;
  if (!threeDecimals.has(currency)) throw new Refusal(`${label} takes no payments in ${currency}`);
  if (amount_minor % 10 !== 0)
    throw new Refusal(
      `${label} takes amounts in ${currency} whose third decimal is 0, not ${toMajorText(amount_minor, currency as Currency)}`,
    );
}
