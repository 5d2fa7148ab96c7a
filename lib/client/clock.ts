/** The device's own clock, in milliseconds: it may be wrong, but it goes on while the device sleeps. */
export const deviceNow = (): number => Date.now();
