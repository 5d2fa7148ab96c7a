/** Public knowledge: everybody who reads the source signs in with it. */
export const DEMO_PASSWORD = "fitflow-demo-2026";

export const DEMO_OWNER = "owner@demo.fitflow.test";

/** Every account of the demo, and none of a real person: no mailbox can exist under `.test`. */
export const isDemoAccount = (email: string): boolean => /@([\w-]+\.)*fitflow\.test$/i.test(email);
