import type { DisputeState } from "@/lib/providers/payments/payment-gateway";
import { addItem, disputeFeeMinor } from "./balance";
import { report } from "./events";
import { change, create, inDays, paymentOfCharge, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";

export type SandboxDispute = SandboxObject<"dispute">;

/** Days to answer a dispute, and days in which the bank decides. */
const answerDays = 7;
const reviewDays = 5;

type Opening = { charge_ref: string; is_inquiry: boolean; reason: string };

/** Opens a dispute, or turns the inquiry about the charge into one. */
export async function openDispute(
  vendor: Vendor,
  { charge_ref, is_inquiry, reason }: Opening,
): Promise<SandboxDispute> {
  const payment = await paymentOfCharge(vendor, charge_ref);
  if (payment?.data.status !== "succeeded") throw new SandboxRefusal("Only a payment that succeeded is disputed.");
  const all = await vendor.tx.listByParent("dispute", charge_ref);
  const inquiry = all.find(({ data }) => data.status === "warning");
  if (inquiry && !is_inquiry) return escalate(vendor, inquiry);
  if (all.length > 0) throw new SandboxRefusal("This payment is disputed already.");
  const { amount_minor, currency } = payment.data;
  const evidence_due_at = inDays(vendor.now, answerDays);
  const status = is_inquiry ? ("warning" as const) : ("needs_response" as const);
  const data = {
    amount_minor,
    currency,
    charge_ref,
    status,
    reason,
    evidence_due_at,
    has_debited: false,
    fee_minor: 0,
  };
  const made = await create(vendor, "dispute", data, { parent_ref: charge_ref, due_at: evidence_due_at });
  const opened = is_inquiry ? made : await takeBack(vendor, made);
  return announce(vendor, opened, "dispute.created");
}

async function escalate(vendor: Vendor, inquiry: SandboxDispute): Promise<SandboxDispute> {
  const evidence_due_at = inDays(vendor.now, answerDays);
  const data = { status: "needs_response" as const, evidence_due_at };
  const escalated = await takeBack(vendor, await change(vendor, inquiry, data, evidence_due_at));
  return announce(vendor, escalated, "dispute.updated");
}

/** The bank takes the money and a fee. */
async function takeBack(vendor: Vendor, dispute: SandboxDispute): Promise<SandboxDispute> {
  const { amount_minor, currency } = dispute.data;
  await addItem(vendor, {
    ...{ kind: "dispute", amount_minor: -amount_minor, currency, fee_minor: disputeFeeMinor },
    source_ref: dispute.ref,
  });
  return change(vendor, dispute, { has_debited: true, fee_minor: disputeFeeMinor }, dispute.due_at);
}

export async function submitEvidence(vendor: Vendor, dispute: SandboxDispute): Promise<SandboxDispute> {
  const { status } = dispute.data;
  if (status !== "needs_response" && status !== "warning") throw new SandboxRefusal("This dispute takes no evidence.");
  const under_review = { status: "under_review" as const, evidence_due_at: null };
  return announce(
    vendor,
    await change(vendor, dispute, under_review, inDays(vendor.now, reviewDays)),
    "dispute.updated",
  );
}

/** The bank's decision. The fee stays paid. */
export async function decideDispute(
  vendor: Vendor,
  dispute: SandboxDispute,
  status: "won" | "lost",
): Promise<SandboxDispute> {
  if (dispute.data.status === "won" || dispute.data.status === "lost") {
    throw new SandboxRefusal("This dispute is decided.");
  }
  if (status === "lost" && !dispute.data.has_debited) {
    throw new SandboxRefusal("An inquiry takes no money. Make it a dispute first.");
  }
  const decided = await change(vendor, dispute, { status, evidence_due_at: null });
  if (status === "won" && decided.data.has_debited) {
    const { amount_minor, currency } = decided.data;
    await addItem(vendor, { kind: "dispute", amount_minor, currency, fee_minor: 0, source_ref: decided.ref });
  }
  return announce(vendor, decided, "dispute.closed");
}

async function announce(vendor: Vendor, dispute: SandboxDispute, type: string): Promise<SandboxDispute> {
  await report(vendor, { type, subject: "dispute", ref: dispute.ref });
  return dispute;
}

export const disputeState = ({ ref, data: { has_debited, ...data } }: SandboxDispute): DisputeState => ({
  ref,
  ...data,
  is_debited: has_debited,
});
