import type { SandboxAction } from "@/lib/values/sandbox/behaviour";
import { sandboxDecline } from "@/lib/values/sandbox/outcomes";
import { endPayout } from "./balance";
import { followDebit, retryBill } from "./bills";
import { decideDispute, openDispute } from "./disputes";
import { removeMethod } from "./methods";
import {
  type AnySandboxObject,
  change,
  type SandboxKind,
  type SandboxObject,
  SandboxRefusal,
  type Vendor,
} from "./objects";
import { capture, endDebit } from "./payments";
import { endRefund } from "./refunds";
import { end, endPeriod } from "./subscriptions";

type Act<K extends SandboxKind> = (vendor: Vendor, object: SandboxObject<K>) => Promise<unknown>;
type Acts = { [K in SandboxKind]?: Partial<Record<SandboxAction, Act<K>>> };

const dispute =
  (is_inquiry: boolean): Act<"payment"> =>
  (vendor, { data }) =>
    openDispute(vendor, { charge_ref: data.charge_ref ?? "", is_inquiry, reason: "fraudulent" });

const acts: Acts = {
  payment: {
    settle: (vendor, payment) =>
      payment.data.status === "authorized"
        ? capture(vendor, payment, payment.data.amount_minor)
        : endDebit(vendor, payment, null).then((ended) => followDebit(vendor, ended)),
    fail: async (vendor, payment) =>
      followDebit(vendor, await endDebit(vendor, payment, sandboxDecline("debit_returned", "returned_by_hand"))),
    dispute: dispute(false),
    inquire: dispute(true),
  },
  method: {
    remove: (vendor, method) =>
      removeMethod(vendor, method, method.data.mandate_max ? "mandate.revoked" : "method.removed"),
  },
  refund: {
    settle: (vendor, refund) => endRefund(vendor, refund, "succeeded"),
    fail: (vendor, refund) => endRefund(vendor, refund, "failed"),
  },
  dispute: {
    win: (vendor, one) => decideDispute(vendor, one, "won"),
    lose: (vendor, one) => decideDispute(vendor, one, "lost"),
  },
  subscription: {
    settle: endPeriod,
    fail: (vendor, one) => change(vendor, one, { declines_next: true }, one.due_at),
    remove: (vendor, one) => end(vendor, one, "now"),
  },
  subscription_bill: { settle: retryBill },
  payout: {
    settle: (vendor, payout) => endPayout(vendor, payout, "paid"),
    fail: (vendor, payout) => endPayout(vendor, payout, "failed"),
  },
};

/** Makes happen at once what the clock, the bank or the payer would bring about. */
export async function actOn(vendor: Vendor, object: AnySandboxObject, action: SandboxAction): Promise<void> {
  const act = acts[object.kind]?.[action] as Act<never> | undefined;
  if (!act) throw new SandboxRefusal("This cannot happen to it.");
  await act(vendor, object as never);
}

/** What can be made to happen to the object now. */
export function actionsFor({ kind, data }: AnySandboxObject): SandboxAction[] {
  switch (kind) {
    case "payment":
      if (data.status === "processing") return ["settle", "fail"];
      if (data.status === "authorized") return ["settle"];
      return data.status === "succeeded" ? ["dispute", "inquire"] : [];
    case "method":
      return data.is_usable ? ["remove"] : [];
    case "refund":
    case "payout":
      return data.status === "pending" ? ["settle", "fail"] : [];
    case "subscription":
      if (data.status === "canceled") return [];
      return data.declines_next ? ["settle", "remove"] : ["settle", "fail", "remove"];
    case "subscription_bill":
      return data.status === "failed" ? ["settle"] : [];
    case "dispute":
      if (data.status === "won" || data.status === "lost") return [];
      return data.has_debited ? ["win", "lose"] : ["win"];
    default:
      return [];
  }
}
