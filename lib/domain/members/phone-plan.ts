import { getCountryCallingCode, isSupportedCountry, isValidPhoneNumber } from "libphonenumber-js/max";

/** Whether the number fits a country's numbering plan. Plans may be outdated, so an unknown number is flagged, not rejected. */
export const isKnownNumber = (e164: string): boolean => isValidPhoneNumber(e164);

/** The calling code of a locale's country: "1" for en-US. */
export const callingCodeOf = (locale: string): string => {
  const region = new Intl.Locale(locale).maximize().region ?? "US";
  return isSupportedCountry(region) ? getCountryCallingCode(region) : "1";
};
