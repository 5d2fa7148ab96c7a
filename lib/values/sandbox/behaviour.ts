/** How the sandbox answers calls: as a working vendor, or as one on a bad day. */
export const sandboxAccountModes = [
  "works",
  "refuses_keys",
  "times_out",
  "server_errors",
  "rate_limited",
  "conflicts",
] as const;
export type SandboxAccountMode = (typeof sandboxAccountModes)[number];

/** How the sandbox delivers its webhooks. `off`: they wait until someone delivers them. */
export const sandboxWebhookModes = ["prompt", "late", "doubled", "shuffled", "off"] as const;
export type SandboxWebhookMode = (typeof sandboxWebhookModes)[number];

/** What the sandbox page lists. */
export const sandboxListedKinds = [
  "payment",
  "method",
  "refund",
  "dispute",
  "payout",
  "subscription",
  "subscription_bill",
] as const;
export type SandboxListedKind = (typeof sandboxListedKinds)[number];

/** What can be made to happen to an object at once, instead of waiting for the clock. */
export const sandboxActions = ["settle", "fail", "dispute", "inquire", "win", "lose", "remove"] as const;
export type SandboxAction = (typeof sandboxActions)[number];
