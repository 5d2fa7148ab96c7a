import type { GatewayMethodKind, SubscriptionBillStatus } from "@/lib/values/gateways";
import type { Amount, ClientAction, GatewayResult } from "./gateway-answer";

/** What the vendor bills by itself. */
export type SubscriptionTerms = Amount & {
  interval: { unit: "day" | "week" | "month" | "year"; count: number };
  /** Shown to the payer on the vendor's bills. */
  name: string;
};

export type SubscriptionRequest = SubscriptionTerms & {
  key: string;
  subscription_id: string;
  customer_ref: string;
  /** Null, or where the vendor does not take it: the payer gives a method with `action`. */
  method_ref: string | null;
  /** The first bill. Null: at once. */
  starts_at: string | null;
};

export type SubscriptionState = Amount & {
  ref: string;
  subscription_id: string | null;
  /** `overdue`: a bill is unpaid, and the vendor tries again by its own rules. */
  status: "requires_action" | "active" | "overdue" | "paused" | "canceled";
  period_ends_at: string | null;
  /** False also where the vendor does not tell. */
  is_ending: boolean;
  action: ClientAction | null;
};

/** What the vendor billed for one period. The amount is what was paid, or is to be paid. */
export type SubscriptionBill = Amount & {
  ref: string;
  status: SubscriptionBillStatus;
  period_starts_at: string;
  /** The vendor's id of the money. Null until it was paid. */
  charge_ref: string | null;
  method_kind: GatewayMethodKind | null;
  failure: string | null;
  /** When the vendor tries again. Null also where it does not tell. */
  next_try_at: string | null;
};

/** For organizations that let the vendor run the cycle. It bills until it is cancelled. */
export type SubscriptionGateway = {
  create(request: SubscriptionRequest): Promise<GatewayResult<SubscriptionState>>;
  /** At the end of the period, nothing is prorated. */
  change(
    ref: string,
    change: SubscriptionTerms & { key: string; when: "now" | "period_end" },
  ): Promise<GatewayResult<SubscriptionState>>;
  cancel(
    ref: string,
    cancellation: { key: string; when: "now" | "period_end" },
  ): Promise<GatewayResult<SubscriptionState>>;
  /** No bills until it is resumed. */
  pause(ref: string, pause: { key: string }): Promise<GatewayResult<SubscriptionState>>;
  /** Ends a pause. With `next_bill_at`, the next bill comes then, and the cycle goes on from there. */
  resume(
    ref: string,
    resumption: { key: string; next_bill_at: string | null },
  ): Promise<GatewayResult<SubscriptionState>>;
  /** False: the vendor keeps the day of its bills, whatever `next_bill_at` says. */
  moves_bills: boolean;
  /** False: the payer gives the method on the vendor's page. */
  takes_saved_methods: boolean;
  /** The newest ones, newest first. Bills of nothing are left out. */
  listBills(ref: string): Promise<GatewayResult<SubscriptionBill[]>>;
  /** By the vendor's id, or by ours where the answer was lost. */
  find(lookup: {
    ref: string | null;
    subscription_id: string;
    customer_ref: string;
  }): Promise<GatewayResult<SubscriptionState | null>>;
};
