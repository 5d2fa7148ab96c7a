import { formatMoney } from "@/lib/values/money";
import { type LegalEntity, percentText } from "./entity";

type Terms = { locale: string; currency: string };

/** "€5.00, 14 days after the due day" */
export function lateFeeWords(fee: LegalEntity["late_fee"], { locale, currency }: Terms): string {
  if (!fee) return "none";
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const share = percentText(fee.rate_ppm ?? 0);
  const most = fee.max_minor ? `, at most ${money(fee.max_minor)}` : "";
  const amount = fee.kind === "amount" ? money(fee.amount_minor ?? 0) : `${share} of what is open${most}`;
  return `${amount}, ${fee.after_days === 1 ? "a day" : `${fee.after_days} days`} after the due day`;
}
