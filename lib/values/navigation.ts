/** What stands beside an entry of the navigation; `components/layout` has the drawing of each. */
export type NavigationIcon =
  | "dashboard"
  | "members"
  | "check-ins"
  | "coupons"
  | "plans"
  | "staff"
  | "messages"
  | "activity"
  | "import"
  | "invoices"
  | "ledger";
