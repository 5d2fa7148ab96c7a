/** R3: so many hours an idempotency key counts. */
export const keyHours = 24;
