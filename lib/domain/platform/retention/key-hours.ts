/** R3: how long an idempotency key is valid. */
export const keyHours = 24;
