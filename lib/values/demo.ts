/** Public: it is part of the source code. */
export const DEMO_PASSWORD = "fitflow-demo-2026";

export const DEMO_OWNER = "owner@demo.fitflow.test";

/** Matches all demo accounts and no real person, because `.test` is a reserved domain. */
export const isDemoAccount = (email: string): boolean => /@([\w-]+\.)*fitflow\.test$/i.test(email);
