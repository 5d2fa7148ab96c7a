import type { Temporal } from "temporal-polyfill";
import type { SavedMethod, SubscriptionTerms } from "@/lib/providers/payments/payment-gateway";
import type { DisputeStatus, GatewayMethodKind, PayoutStatus, RefundStatus } from "@/lib/values/gateways";
import type { SandboxAccountMode, SandboxWebhookMode } from "@/lib/values/sandbox/behaviour";
import type { SandboxDecline } from "@/lib/values/sandbox/outcomes";

type Money = { amount_minor: number; currency: string };

/** What the sandbox stores of each kind of object. */
export type SandboxData = {
  /** One per gateway, with the ref `accountRef`. */
  account: { mode: SandboxAccountMode; webhooks: SandboxWebhookMode };
  /** The first answer to an idempotency key. */
  answer: { body_hash: string; value: unknown };
  customer: { name: string; email: string | null; phone: string | null };
  payment: Money & {
    status: "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
    invoice_id: string;
    description: string;
    customer_ref: string | null;
    save_method: boolean;
    /** Null: the payer is absent. */
    return_url: string | null;
    charge_ref: string | null;
    method_kind: GatewayMethodKind | null;
    method_ref: string | null;
    /** The test method that is charged. */
    test_method: string | null;
    /** The test method whose bank asks the payer to confirm. */
    challenge: string | null;
    decline: SandboxDecline | null;
    /** What the debit ends with when it is due; null: it settles. */
    debit_ends: SandboxDecline | null;
  };
  setup: {
    status: "requires_action" | "succeeded" | "canceled";
    customer_ref: string;
    currency: string;
    mandate_max_minor: number;
    return_url: string;
    method_ref: string | null;
    challenge: string | null;
    decline: SandboxDecline | null;
  };
  method: SavedMethod & { test_method: string };
  refund: Money & { charge_ref: string; status: RefundStatus; failure: string | null; is_failing: boolean };
  dispute: Money & {
    charge_ref: string;
    status: DisputeStatus;
    reason: string;
    /** An inquiry has taken no money. */
    has_debited: boolean;
    evidence_due_at: string | null;
    fee_minor: number;
  };
  /** A dispute that a test method opens by itself. */
  coming_dispute: { charge_ref: string; is_inquiry: boolean; reason: string };
  payout: Money & { status: PayoutStatus; arrives_on: string };
  balance_item: Money & {
    kind: "payment" | "refund" | "dispute" | "adjustment";
    source_ref: string;
    fee_minor: number;
  };
  subscription: Money & {
    customer_ref: string;
    method_ref: string;
    name: string;
    interval: SubscriptionTerms["interval"];
    status: "active" | "overdue" | "paused" | "canceled";
    /** The next bill is so many intervals after the anchor. */
    anchor_at: string;
    cycle: number;
    /** When the next bill comes. */
    period_ends_at: string;
    is_ending: boolean;
    /** The next bill is declined, whatever the method is. */
    declines_next: boolean;
  };
  subscription_bill: Money & {
    status: "open" | "failed" | "paid" | "void";
    period_starts_at: string;
    payment_ref: string | null;
    failure: string | null;
    tries: number;
  };
  notice: Money & { method_ref: string; invoice_id: string; debit_at: string };
};

export type SandboxKind = keyof SandboxData;

export type SandboxObject<K extends SandboxKind> = {
  ref: string;
  kind: K;
  data: SandboxData[K];
  /** Our id of it: the attempt, the setup, the refund. */
  owner_ref: string | null;
  /** The object that it belongs to: the charge of a refund, the customer of a method, the payout of an item. */
  parent_ref: string | null;
  /** When the clock moves it on. */
  due_at: string | null;
  created_at: string;
};

/** An object of any kind, told apart by `kind`. */
export type AnySandboxObject = { [K in SandboxKind]: SandboxObject<K> }[SandboxKind];

export type SandboxEvent = {
  type: string;
  subject: "payment" | "setup" | "refund" | "dispute" | "method" | "payout" | "subscription";
  ref: string;
};

/** When and how often an event is delivered. Null: not by itself. */
export type PlannedEvent = SandboxEvent & { created_at: string; due_at: string | null; deliveries: number };

/** A transaction of the vendor's own database. It holds the lock of the account, so that calls happen one after another. */
export type SandboxTransaction = {
  find<K extends SandboxKind>(kind: K, ref: string): Promise<SandboxObject<K> | null>;
  /** The newest one. */
  findByOwner<K extends SandboxKind>(kind: K, owner_ref: string): Promise<SandboxObject<K> | null>;
  /** Oldest first. */
  listByParent<K extends SandboxKind>(kind: K, parent_ref: string): Promise<SandboxObject<K>[]>;
  /** Balance items without a payout, oldest first. */
  listUnpaidItems(): Promise<SandboxObject<"balance_item">[]>;
  /** Oldest first. */
  listPayouts(from_on: string): Promise<SandboxObject<"payout">[]>;
  /** The object that was due first, if one is due. */
  nextDue(at: Temporal.Instant): Promise<AnySandboxObject | null>;
  /** Inserts it, or replaces data and due time. */
  save<K extends SandboxKind>(object: SandboxObject<K>): Promise<void>;
  /** Stores an event for delivery. */
  emit(event: PlannedEvent): Promise<void>;
};

/** The vendor's database. An error of `work` undoes all of it. */
export type SandboxStore = {
  transaction<T>(work: (tx: SandboxTransaction) => Promise<T>): Promise<T>;
};

export const accountRef = "account";

/** What every function of the vendor works with. */
export type Vendor = {
  tx: SandboxTransaction;
  now: Temporal.Instant;
  account: SandboxData["account"];
  /** The secret part of a checkout's address. */
  tokenOf: (ref: string) => string;
  /** The id of a new object. */
  newId: () => string;
};

const prefixes: Partial<Record<SandboxKind, string>> = {
  customer: "scu",
  payment: "spay",
  setup: "sset",
  method: "spm",
  refund: "sre",
  dispute: "sdp",
  payout: "spo",
  balance_item: "sbi",
  notice: "sno",
  coming_dispute: "scd",
  subscription: "ssub",
  subscription_bill: "sbl",
};

const newRef = (kind: SandboxKind, id: string): string => `${prefixes[kind]}_${id.replaceAll("-", "")}`;

/** The name of the money of a payment. */
export const chargeRefOf = (payment_ref: string): string => payment_ref.replace(/^spay_/, "sch_");

export const paymentOfCharge = ({ tx }: Vendor, charge_ref: string): Promise<SandboxObject<"payment"> | null> =>
  tx.find("payment", charge_ref.replace(/^sch_/, "spay_"));

type Links = { owner_ref?: string | null; parent_ref?: string | null; due_at?: string | null };

/** Stores a new object. */
export async function create<K extends SandboxKind>(
  { tx, now, newId }: Vendor,
  kind: K,
  data: SandboxData[K],
  { owner_ref = null, parent_ref = null, due_at = null }: Links = {},
): Promise<SandboxObject<K>> {
  const object = { ref: newRef(kind, newId()), kind, data, owner_ref, parent_ref, due_at, created_at: now.toString() };
  await tx.save(object);
  return object;
}

/** Stores a change of an object, and returns it as it is now. */
export async function change<K extends SandboxKind>(
  { tx }: Vendor,
  object: SandboxObject<K>,
  data: Partial<SandboxData[K]>,
  due_at: string | null = null,
): Promise<SandboxObject<K>> {
  const changed = { ...object, data: { ...object.data, ...data }, due_at };
  await tx.save(changed);
  return changed;
}

export const inDays = (now: Temporal.Instant, days: number): string => now.add({ hours: days * 24 }).toString();

/** A call that the vendor refuses, with a sentence. Nothing of it is stored. */
export class SandboxRefusal extends Error {
  constructor(
    message: string,
    /** Set where the same call succeeds later. */
    readonly retry_after_ms: number | null = null,
  ) {
    super(message);
    this.name = "SandboxRefusal";
  }
}
