/** What stands beside an entry of the navigation; `components/layout` has the drawing of each. */
export type NavigationIcon =
  | "dashboard"
  | "members"
  | "check-ins"
  | "closures"
  | "coupons"
  | "dunning"
  | "forecast"
  | "payments"
  | "disputes"
  | "payouts"
  | "plans"
  | "staff"
  | "till"
  | "messages"
  | "activity"
  | "invoices"
  | "ledger";
