import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";

export type CallingCode = { country: string; name: string; calling_code: string };

/** All countries; the one of the organization's locale comes first. */
export function listCallingCodes(locale: string): CallingCode[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const home = new Intl.Locale(locale).maximize().region;
  return getCountries()
    .map((country) => ({ country, name: names.of(country) ?? country, calling_code: getCountryCallingCode(country) }))
    .sort((a, b) =>
      a.country === home ? -1 : b.country === home ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
}
