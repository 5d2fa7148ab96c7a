import type { Temporal } from "temporal-polyfill";
import type {
  DeclineCode,
  DisputeStatus,
  GatewayMethodKind,
  GatewayVendor,
  MandateMethodKind,
  PayoutStatus,
  RefundStatus,
} from "@/lib/values/gateways";
import type { Amount, CheckoutForm, ClientAction, GatewayResult } from "./gateway-answer";
import type { SubscriptionGateway } from "./subscription-gateway";

export type * from "./gateway-answer";
export type * from "./subscription-gateway";

export type GatewayAccount = {
  account_ref: string;
  name: string | null;
  is_live: boolean;
  /** False while the vendor does not let the account charge. */
  can_charge: boolean;
};

/** A method that can be charged while the payer is absent. */
export type SavedMethod = {
  method_ref: string;
  customer_ref: string;
  kind: GatewayMethodKind;
  /** Visa, HDFC Bank, GPay. */
  brand: string | null;
  last4: string | null;
  /** `YYYY-MM`, of cards. */
  expires_in: string | null;
  /** The same card saved twice has the same one. */
  fingerprint: string | null;
  /** K11: the most that one debit of the mandate may be, in the mandate's currency. */
  mandate_max: Amount | null;
  is_usable: boolean;
};

export type Decline = {
  code: DeclineCode;
  /** The gateway's own code, for the tooltip and for support. */
  vendor_code: string;
  /** The gateway's sentence, in English. */
  message: string;
};

export type PaymentState = Amount & {
  /** The gateway's id of what we asked for: a payment intent, an order. */
  ref: string;
  /** The gateway's id of the money, which refunds and disputes name. Null until there is one. */
  charge_ref: string | null;
  /**
   * - `requires_action`: the payer may still pay, here or in the app of the bank. `decline` tells that a try failed.
   * - `authorized`: the bank holds the amount, and only `capture` takes it.
   * - `failed`: no money comes unless the payer acts. Cancel it before another attempt.
   */
  status: "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
  /** Our attempt, as it was given to the gateway. Null where the object was not made by us. */
  attempt_id: string | null;
  method_kind: GatewayMethodKind | null;
  /** Set where the method was saved or is a saved one. */
  method: SavedMethod | null;
  decline: Decline | null;
  action: ClientAction | null;
};

export type SetupState = {
  ref: string;
  status: "requires_action" | "processing" | "succeeded" | "failed" | "canceled";
  setup_id: string | null;
  method: SavedMethod | null;
  decline: Decline | null;
  action: ClientAction | null;
};

export type RefundState = Amount & {
  ref: string;
  charge_ref: string;
  status: RefundStatus;
  refund_id: string | null;
  failure: string | null;
};

export type DisputeState = Amount & {
  ref: string;
  charge_ref: string;
  status: DisputeStatus;
  /** The gateway's reason, such as `fraudulent`. */
  reason: string;
  /** The balance lost the amount. It stays true where the money came back. False: the bank only asks. */
  is_debited: boolean;
  evidence_due_at: string | null;
  /** What the gateway has charged for the dispute in its currency. In another one, only the balance items tell it. */
  fee_minor: number;
};

export type PayoutState = Amount & {
  ref: string;
  status: PayoutStatus;
  /** Calendar day on which the bank has it. */
  arrives_on: string;
};

/** One row of the gateway's balance, which changes by `amount_minor - fee_minor`. Only the latter is set for `fee`. */
export type BalanceItem = Amount & {
  ref: string;
  kind: "payment" | "refund" | "dispute" | "fee" | "adjustment";
  /** The charge, refund or dispute that it is about. */
  source_ref: string | null;
  fee_minor: number;
};

export type CustomerRequest = {
  /** Our member or company. */
  payer_id: string;
  name: string;
  email: string | null;
  phone: string | null;
};

export type PaymentRequest = Amount & {
  /** K2: from the invoice and the number of the attempt. The same key never charges twice. */
  key: string;
  attempt_id: string;
  invoice_id: string;
  /** Shown to the payer: the number of the invoice and the gym. */
  description: string;
  customer_ref: string | null;
};

/** K11: what the payer allows a gateway that needs a mandate. It cannot be changed later. */
export type MandateTerms = {
  /** The most that one debit may be. */
  max_minor: number;
  /** Null: as long as the gateway allows. */
  expires_at: string | null;
  /** What the payer has chosen. Null: card at a gateway that registers each kind in its own way, else any. */
  method_kind: MandateMethodKind | null;
};

/** The payer is present. With `mandate` and a customer, the method is saved and may be charged later. */
export type CheckoutRequest = PaymentRequest & { mandate: MandateTerms | null; return_url: string };

/** The payer is absent. */
export type ChargeRequest = PaymentRequest & { customer_ref: string; method_ref: string };

export type SetupRequest = {
  key: string;
  setup_id: string;
  customer_ref: string;
  currency: string;
  mandate: MandateTerms;
  return_url: string;
};

export type PaymentLookup = {
  ref: string | null;
  attempt_id: string;
  customer_ref: string | null;
  /** When the attempt was reserved: no payment of it is older. */
  reserved_at: string;
};

export type RefundRequest = Amount & { key: string; refund_id: string; charge_ref: string; reason: string };

export type DebitNotice = PaymentRequest & { customer_ref: string; method_ref: string; debit_at: string };

export type Evidence = {
  customer_name: string;
  customer_email: string | null;
  product_description: string;
  service_on: string;
  /** Says what the pack shows. */
  summary: string;
  pack: { file_name: string; pdf: Buffer };
};

export type GatewayWebhookCall = {
  /** Unparsed, because the signature covers the raw bytes. */
  raw_body: string;
  headers: Headers;
  now: Temporal.Instant;
};

export const webhookSubjects = [
  "payment",
  "setup",
  "refund",
  "dispute",
  "method",
  "payout",
  "subscription",
  "other",
] as const;

/** What a verified event is about. Its object is read again before anything is done. */
export type GatewayEvent = {
  event_id: string;
  type: string;
  subject: (typeof webhookSubjects)[number];
  /** The gateway's id of the subject. */
  ref: string | null;
  /** The account that the event names; null where it names none. */
  account_ref: string | null;
  is_live: boolean | null;
  created_at: string;
  payload: Record<string, unknown>;
};

/** One account with a vendor. A call never throws for what the vendor or the network does. */
export type PaymentGateway = {
  vendor: GatewayVendor;
  label: string;
  is_live: boolean;
  /** Null: the gateway does not take the amount. An amount of null saves a method. */
  form(money: { amount_minor: number | null; currency: string }): CheckoutForm | null;
  /** Hours between the notice of a debit and the debit (K11). 0: none is needed. */
  debit_notice_hours: number;

  test(): Promise<GatewayResult<GatewayAccount>>;
  createCustomer(request: CustomerRequest, key: string): Promise<GatewayResult<{ customer_ref: string }>>;

  startCheckout(request: CheckoutRequest): Promise<GatewayResult<PaymentState>>;
  charge(request: ChargeRequest): Promise<GatewayResult<PaymentState>>;
  /** By the gateway's id, or by our attempt where the answer was lost. Null: the gateway knows of none. */
  findPayment(lookup: PaymentLookup): Promise<GatewayResult<PaymentState | null>>;
  capture(state: Pick<PaymentState, "ref" | "charge_ref"> & Amount): Promise<GatewayResult<PaymentState>>;
  /**
   * What the payer's browser brings back. Null: it is not the gateway's, or its signature is invalid. It only tells
   * which payment to read again: a browser may bring it at any time, and twice.
   */
  readReturn(fields: Record<string, string>): { ref: string; charge_ref: string | null } | null;
  /** The answer tells whether it was in time: a payment that succeeded stays so. */
  cancelPayment(ref: string): Promise<GatewayResult<PaymentState>>;

  startSetup(request: SetupRequest): Promise<GatewayResult<SetupState>>;
  findSetup(ref: string): Promise<GatewayResult<SetupState | null>>;
  findMethod(lookup: { customer_ref: string; method_ref: string }): Promise<GatewayResult<SavedMethod | null>>;
  removeMethod(lookup: { customer_ref: string; method_ref: string }): Promise<GatewayResult<null>>;
  /** Only where `debit_notice_hours` is above 0. */
  announceDebit(notice: DebitNotice): Promise<GatewayResult<{ ref: string }>>;

  refund(request: RefundRequest): Promise<GatewayResult<RefundState>>;
  findRefund(lookup: {
    ref: string | null;
    charge_ref: string;
    refund_id: string;
  }): Promise<GatewayResult<RefundState | null>>;

  findDispute(ref: string): Promise<GatewayResult<DisputeState | null>>;
  submitEvidence(ref: string, evidence: Evidence, key: string): Promise<GatewayResult<DisputeState>>;

  /** Payouts that were made on that day or later, oldest first. */
  listPayouts(from_on: string): Promise<GatewayResult<PayoutState[]>>;
  listBalanceItems(payout_ref: string): Promise<GatewayResult<BalanceItem[]>>;

  /** Absent where the vendor runs no cycle. */
  subscriptions?: SubscriptionGateway;

  /** Null if the signature is invalid, or too old where the vendor signs a time. */
  readWebhook(call: GatewayWebhookCall): Promise<GatewayEvent | null>;
};
