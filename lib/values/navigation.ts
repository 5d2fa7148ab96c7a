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
  | "plans"
  | "staff"
  | "till"
  | "messages"
  | "activity"
  | "import"
  | "invoices"
  | "ledger";
