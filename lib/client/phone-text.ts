import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A stored number, +4930123456, as its country writes it: "+49 30 123456". Unknown numbers stay as they are. */
export const phoneText = (e164: string): string => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
