/** The device's wall clock in milliseconds. It may be wrong, but it continues while the device sleeps. */
export const deviceNow = (): number => Date.now();
