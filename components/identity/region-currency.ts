// biome-ignore format: a table
const byRegion: Record<string, string> = {
  AE: "AED", AR: "ARS", AU: "AUD", BD: "BDT", BH: "BHD", BR: "BRL", CA: "CAD", CH: "CHF", CL: "CLP", CN: "CNY", CO: "COP", CZ: "CZK",
  DK: "DKK", EG: "EGP", GB: "GBP", HK: "HKD", HU: "HUF", ID: "IDR", IL: "ILS", IN: "INR", IS: "ISK", JP: "JPY", KE: "KES", KR: "KRW",
  KW: "KWD", LK: "LKR", MA: "MAD", MX: "MXN", MY: "MYR", NG: "NGN", NO: "NOK", NP: "NPR", NZ: "NZD", OM: "OMR", PE: "PEN", PH: "PHP",
  PK: "PKR", PL: "PLN", QA: "QAR", RO: "RON", SA: "SAR", SE: "SEK", SG: "SGD", TH: "THB", TN: "TND", TR: "TRY", TW: "TWD", UA: "UAH",
  US: "USD", UY: "UYU", VN: "VND", ZA: "ZAR",
};
const euro = new Set("AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" "));

/** The default currency of the form, guessed from the browser's locale. */
export function currencyOfLocale(locale: string): string | null {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  return byRegion[region] ?? (euro.has(region) ? "EUR" : null);
}
