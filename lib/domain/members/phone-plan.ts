import { isValidPhoneNumber } from "libphonenumber-js/max";

/** Whether a country's numbering plan has such a number. Plans lag behind the networks, so a stranger is stored and flagged, not refused. */
export const isKnownNumber = (e164: string): boolean => isValidPhoneNumber(e164);
