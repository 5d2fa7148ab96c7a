import { type GatewayMethodKind, gatewayMethodKinds } from "./gateways";

export const documentKinds = ["invoice", "credit_note"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What an invoice was made for. */
export const invoiceOrigins = [
  "sale",
  "renewal",
  "plan_change",
  "freeze",
  "cancellation",
  "late_fee",
  "correction",
  "manual",
  "import",
] as const;
export type InvoiceOrigin = (typeof invoiceOrigins)[number];

export const lineKinds = [
  "period",
  "joining_fee",
  "freeze_fee",
  "plan_change_charge",
  "plan_change_credit",
  "unused_days_credit",
  "transfer_fee",
  "late_fee",
  "manual",
] as const;
export type LineKind = (typeof lineKinds)[number];

/** The state of a document on a local day; computed from its columns, never stored. */
export const invoiceStatuses = [
  "draft",
  "open",
  "part_paid",
  "overdue",
  "paid",
  "void",
  "written_off",
  "issued",
] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** Ways in which money arrives that staff record by hand. */
export const handMethods = ["cash", "card_terminal", "bank_transfer", "cheque", "upi"] as const;
export type HandMethod = (typeof handMethods)[number];

/** Every way in which money arrives. UPI comes by hand or through a gateway. */
export const paymentMethods = [...handMethods, ...gatewayMethodKinds.filter((kind) => kind !== "upi")] as const;
export type PaymentMethod = HandMethod | GatewayMethodKind;

/** Why cash moves into or out of a drawer. */
export const tillMovementKinds = ["payment", "refund", "reversal", "paid_in", "paid_out", "to_safe"] as const;
export type TillMovementKind = (typeof tillMovementKinds)[number];

/**
 * Where cash comes from, or goes, when a till opens with another float than the session before left in its drawer. `outside`: the owner
 * or the bank. `difference`: nobody knows.
 */
export const floatSources = ["safe", "outside", "difference"] as const;
export type FloatSource = (typeof floatSources)[number];

export const settlementKinds = ["payment", "credit", "credit_note", "write_off", "void"] as const;

export const creditSources = ["overpayment", "credit_note", "goodwill", "import"] as const;

/** The chart of accounts. A debit is positive, a credit negative. */
export const accounts = [
  "receivable",
  "cash",
  "safe",
  "card_terminal",
  "bank",
  "cheques",
  "upi",
  "gateway_clearing",
  "gateway_fees",
  "refunds_in_transit",
  "customer_credit",
  "deferred_revenue",
  "revenue",
  "discounts",
  "refunds",
  "tax",
  "write_offs",
  "dispute_losses",
  "till_difference",
  "petty_cash",
  "opening_balance",
] as const;
export type Account = (typeof accounts)[number];
