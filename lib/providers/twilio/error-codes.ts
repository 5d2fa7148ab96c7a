/** https://www.twilio.com/docs/api/errors */

/** The recipient replied STOP. Only a START from the same number re-enables it. */
const OPTED_OUT = 21610;

/** The number cannot receive messages: invalid, landline, not on WhatsApp, or opted out. */
const UNREACHABLE_NUMBERS = new Set([OPTED_OUT, 21211, 21214, 21217, 21614, 30005, 30006, 63024]);

/** Errors of the credentials, the account, or the sender number or service. */
const MISCONFIGURED = new Set([
  20003, 20005, 20006, 20404, 21212, 21603, 21606, 21607, 21659, 21660, 21701, 21703, 21704, 21705, 30002, 63007,
]);

/** Rate limits and full sender queues. */
const RETRYABLE = new Set([14107, 20429, 21611, 30001, 63018]);

export const isUnreachableNumber = (code: number): boolean => UNREACHABLE_NUMBERS.has(code);
export const isMisconfigured = (code: number): boolean => MISCONFIGURED.has(code);
export const isRetryable = (code: number): boolean => RETRYABLE.has(code);
