/** What an owner does first, in this order. */
export const firstSteps = ["location", "plans", "members", "team", "desk", "check_in"] as const;
export type FirstStep = (typeof firstSteps)[number];
