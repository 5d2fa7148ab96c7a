import type { SelectOption } from "@/components/ui/forms/select";
import { currencyCodes } from "@/lib/values/currency";

/** Names come from the server because browsers differ in the currency names they know. */
export function currencyOptions(): SelectOption[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return currencyCodes.map((code) => ({ value: code, label: `${code} – ${names.of(code)}` }));
}
