/** E7: what a freeze costs. `reduced` is an amount for each interval of the freeze; `full` moves no dates. */
export type FreezeFee = { mode: "none" | "full" } | { mode: "one_off" | "reduced"; amount_minor: number };
export type StoredBilling = object;
