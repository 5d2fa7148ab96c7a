import { getCountryCallingCode, isSupportedCountry, isValidPhoneNumber } from "libphonenumber-js/max";

/** Whether a country's numbering plan has such a number. Plans lag behind the networks, so a stranger is stored and flagged, not refused. */
export const isKnownNumber = (e164: string): boolean => isValidPhoneNumber(e164);

/** The prefix of the country that a locale speaks of: "1" for en-US. */
export const callingCodeOf = (locale: string): string => {
  const region = new Intl.Locale(locale).maximize().region ?? "US";
  return isSupportedCountry(region) ? getCountryCallingCode(region) : "1";
};
