import { type CountryCode, getCountries, getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";

export type CallingCode = { country: string; name: string; calling_code: string };

/** All countries. The given one comes first. */
export function listCallingCodes(home: string | undefined): CallingCode[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return getCountries()
    .map((country) => ({ country, name: names.of(country) ?? country, calling_code: getCountryCallingCode(country) }))
    .sort((a, b) =>
      a.country === home ? -1 : b.country === home ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
}

/** X6: the country of a location's time zone. Without one, as in UTC, the country of the organization's language. */
export function countryOfLocation(
  { time_zone }: { time_zone: string },
  locale: string,
): { code: string; calling_code: string } | null {
  const code = countriesByZone().get(canonical(time_zone)) ?? new Intl.Locale(locale).maximize().region ?? "";
  return isSupportedCountry(code) ? { code, calling_code: getCountryCallingCode(code) } : null;
}

let known: Map<string, CountryCode> | undefined;

function countriesByZone(): Map<string, CountryCode> {
  known ??= new Map(
    getCountries().flatMap((country) => zonesOf(country).map((zone) => [canonical(zone), country] as const)),
  );
  return known;
}

/** ES2023 has a getter, later engines a method. */
function zonesOf(country: CountryCode): string[] {
  const locale = new Intl.Locale(`und-${country}`) as { timeZones?: string[]; getTimeZones?: () => string[] };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** "Asia/Kolkata" and "Asia/Calcutta" are one zone. */
const canonical = (time_zone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone: time_zone }).resolvedOptions().timeZone;
