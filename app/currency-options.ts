import type { SelectOption } from "@/components/ui/forms/select";
import { currencyCodes } from "@/lib/values/currency";

/** Named on the server, since not every browser knows every currency's name. */
export function currencyOptions(): SelectOption[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return currencyCodes.map((code) => ({ value: code, label: `${code} – ${names.of(code)}` }));
}
