import type { ChargeRequest, CheckoutRequest, PaymentState } from "@/lib/providers/payments/payment-gateway";
import { type SandboxOutcome, sandboxDecline } from "@/lib/values/sandbox/outcomes";
import { type SandboxTestMethod, sandboxKindsFor, sandboxMethodOf } from "@/lib/values/sandbox/test-methods";
import { addPaymentItem } from "./balance";
import { report } from "./events";
import { chargeableMethod, requireNotice, savedMethodOf, saveMethod } from "./methods";
import { change, chargeRefOf, create, inDays, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";

export type SandboxPayment = SandboxObject<"payment">;

/** The bank releases an amount that nobody captured. */
const holdDays = 7;

const unpaid = {
  charge_ref: null,
  method_kind: null,
  method_ref: null,
  test_method: null,
  challenge: null,
  decline: null,
  debit_ends: null,
};

export function startCheckout(vendor: Vendor, request: CheckoutRequest): Promise<SandboxPayment> {
  const { amount_minor, currency, invoice_id, description, customer_ref, mandate, return_url } = request;
  const save_method = mandate !== null;
  requireAmount(amount_minor);
  const data = { amount_minor, currency, invoice_id, description, customer_ref, save_method, return_url };
  return create(
    vendor,
    "payment",
    { ...data, ...unpaid, status: "requires_action" },
    { owner_ref: request.attempt_id, parent_ref: customer_ref },
  );
}

/** Charges a saved method while the payer is absent. */
export async function charge(vendor: Vendor, request: ChargeRequest): Promise<SandboxPayment> {
  const { amount_minor, currency, invoice_id, description, customer_ref, method_ref } = request;
  requireAmount(amount_minor);
  const method = await chargeableMethod(vendor, { customer_ref, method_ref });
  if (!("refusal" in method)) await requireNotice(vendor, method.object, request);
  const payment = await create(
    vendor,
    "payment",
    {
      ...{ amount_minor, currency, invoice_id, description, customer_ref },
      ...unpaid,
      status: "requires_action",
      save_method: false,
      return_url: null,
      method_ref,
      method_kind: method.object.data.kind,
    },
    { owner_ref: request.attempt_id, parent_ref: customer_ref },
  );
  if ("refusal" in method) return decline(vendor, payment, method.refusal);
  const max = method.object.data.mandate_max;
  if (max && amount_minor > max.amount_minor) {
    return decline(vendor, payment, sandboxDecline("limit_exceeded", "above_mandate"));
  }
  return settleWith(vendor, payment, method.test_method, method.test_method.absent);
}

/** What the payer's browser confirmed. A payment that already went on stays as it is. */
export async function confirmPayment(vendor: Vendor, payment: SandboxPayment, token: string): Promise<SandboxPayment> {
  if (payment.data.status !== "requires_action") return payment;
  const method = sandboxMethodOf(token);
  if (!method) throw new SandboxRefusal("Use one of the test methods.");
  if (!sandboxKindsFor(payment.data.currency).includes(method.kind)) {
    throw new SandboxRefusal("This way to pay does not take the currency of the payment.");
  }
  if (method.present.answer === "challenge") return change(vendor, payment, { challenge: token, decline: null });
  return settleWith(vendor, payment, method, method.present);
}

/** What the payer answered on the page of the bank. */
export async function answerChallenge(
  vendor: Vendor,
  payment: SandboxPayment,
  is_approved: boolean,
): Promise<SandboxPayment> {
  const method = sandboxMethodOf(payment.data.challenge ?? "");
  if (payment.data.status !== "requires_action" || !method) return payment;
  return settleWith(
    vendor,
    payment,
    method,
    is_approved
      ? { answer: "succeed" }
      : { answer: "decline", decline: sandboxDecline("authentication_failed", "challenge_declined") },
  );
}

async function settleWith(
  vendor: Vendor,
  payment: SandboxPayment,
  method: SandboxTestMethod,
  outcome: SandboxOutcome,
): Promise<SandboxPayment> {
  if (outcome.answer === "decline") return decline(vendor, payment, outcome.decline);
  if (outcome.answer === "challenge") return decline(vendor, payment, sandboxDecline("authentication_required"));
  const { save_method, customer_ref, currency, amount_minor } = payment.data;
  const saved =
    save_method && customer_ref ? await saveMethod(vendor, method, { customer_ref, currency, amount_minor }) : null;
  const taken = {
    test_method: method.token,
    method_kind: method.kind,
    method_ref: saved?.ref ?? payment.data.method_ref,
    charge_ref: chargeRefOf(payment.ref),
    challenge: null,
    decline: null,
  };
  if (outcome.answer === "succeed") return succeed(vendor, { ...payment, data: { ...payment.data, ...taken } });
  if (outcome.answer === "authorize") {
    const held = await change(vendor, payment, { ...taken, status: "authorized" }, inDays(vendor.now, holdDays));
    return announce(vendor, held, "payment.authorized");
  }
  const due_at = inDays(vendor.now, outcome.days);
  const data = { ...taken, status: "processing" as const, debit_ends: outcome.decline };
  return announce(vendor, await change(vendor, payment, data, due_at), "payment.processing");
}

/** While the payer is present, the same checkout takes another method. A charge of a saved method has failed for good. */
async function decline(
  vendor: Vendor,
  payment: SandboxPayment,
  reason: SandboxPayment["data"]["decline"],
): Promise<SandboxPayment> {
  const is_present = payment.data.return_url !== null && payment.data.status === "requires_action";
  const status = is_present ? "requires_action" : "failed";
  const declined = await change(vendor, payment, { status, decline: reason, challenge: null });
  return announce(vendor, declined, is_present ? "payment.declined" : "payment.failed");
}

/** Takes the money: books it, and plans the dispute of a test method that has one. */
async function succeed(vendor: Vendor, payment: SandboxPayment): Promise<SandboxPayment> {
  const done = await change(vendor, payment, { ...payment.data, status: "succeeded" });
  await addPaymentItem(vendor, done);
  const dispute = sandboxMethodOf(done.data.test_method ?? "")?.dispute;
  if (dispute && done.data.charge_ref) {
    const { days, is_inquiry, reason } = dispute;
    const data = { charge_ref: done.data.charge_ref, is_inquiry, reason };
    await create(vendor, "coming_dispute", data, { due_at: inDays(vendor.now, days) });
  }
  return announce(vendor, done, "payment.succeeded");
}

/** A debit that the bank decided: by the clock, or because somebody made it happen now. */
export function endDebit(
  vendor: Vendor,
  payment: SandboxPayment,
  reason: SandboxPayment["data"]["decline"],
): Promise<SandboxPayment> {
  if (payment.data.status !== "processing") throw new SandboxRefusal("This payment is not on its way.");
  return reason ? decline(vendor, payment, reason) : succeed(vendor, payment);
}

export async function capture(vendor: Vendor, payment: SandboxPayment, amount_minor: number): Promise<SandboxPayment> {
  if (payment.data.status === "succeeded") return payment;
  if (payment.data.status !== "authorized") throw new SandboxRefusal("This payment holds no amount to capture.");
  if (amount_minor !== payment.data.amount_minor) throw new SandboxRefusal("Capture the amount that is held.");
  return succeed(vendor, payment);
}

/** A debit that is on its way cannot be called back. */
export async function cancel(vendor: Vendor, payment: SandboxPayment): Promise<SandboxPayment> {
  if (payment.data.status !== "requires_action" && payment.data.status !== "authorized") return payment;
  return announce(vendor, await change(vendor, payment, { status: "canceled", challenge: null }), "payment.canceled");
}

async function announce(vendor: Vendor, payment: SandboxPayment, type: string): Promise<SandboxPayment> {
  await report(vendor, { type, subject: "payment", ref: payment.ref });
  return payment;
}

export async function paymentState(vendor: Vendor, { ref, owner_ref, data }: SandboxPayment): Promise<PaymentState> {
  const method = data.method_ref ? await vendor.tx.find("method", data.method_ref) : null;
  return {
    ref,
    charge_ref: data.charge_ref,
    amount_minor: data.amount_minor,
    currency: data.currency,
    status: data.status,
    attempt_id: owner_ref,
    method_kind: data.method_kind,
    method: method && savedMethodOf(method),
    decline: data.decline,
    action: data.status === "requires_action" ? { kind: "sandbox", token: vendor.tokenOf(ref) } : null,
  };
}

function requireAmount(amount_minor: number): void {
  if (!Number.isSafeInteger(amount_minor) || amount_minor <= 0)
    throw new SandboxRefusal("The amount must be positive.");
}
