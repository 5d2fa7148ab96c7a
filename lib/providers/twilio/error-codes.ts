/** https://www.twilio.com/docs/api/errors */

/** The person has answered STOP: only START, sent by themselves, opens the number again. */
const STOPPED = 21610;

/** No message will ever reach this number: invalid, a landline, not on WhatsApp, or stopped. */
const DEAD_NUMBERS = new Set([STOPPED, 21211, 21214, 21217, 21614, 30005, 30006, 63024]);

/** Credentials, the account, or the sender's number or service. */
const MISCONFIGURED = new Set([
  20003, 20005, 20006, 20404, 21212, 21603, 21606, 21607, 21659, 21660, 21701, 21703, 21704, 21705, 30002, 63007,
]);

/** Too many at once, here or in the sender's own queue. */
const LATER = new Set([14107, 20429, 21611, 30001, 63018]);

export const isDeadNumber = (code: number): boolean => DEAD_NUMBERS.has(code);
export const isMisconfigured = (code: number): boolean => MISCONFIGURED.has(code);
export const isForLater = (code: number): boolean => LATER.has(code);
