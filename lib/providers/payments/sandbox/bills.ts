import type { SubscriptionBill } from "@/lib/providers/payments/payment-gateway";
import { sandboxDecline } from "@/lib/values/sandbox/outcomes";
import { report } from "./events";
import { change, create, inDays, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";
import { capture, charge, type SandboxPayment } from "./payments";

type Bill = SandboxObject<"subscription_bill">;
type Subscription = SandboxObject<"subscription">;

/** Days until each further try of a bill that was declined. After the last one the subscription ends. */
const retryAfterDays = [3, 5, 7];

/** Makes the bill of a period and charges it. */
export async function billPeriod(
  vendor: Vendor,
  subscription: Subscription,
  period_starts_at: string,
): Promise<Subscription> {
  const { amount_minor, currency } = subscription.data;
  const bill = await create(
    vendor,
    "subscription_bill",
    { amount_minor, currency, status: "open", period_starts_at, payment_ref: null, failure: null, tries: 0 },
    { parent_ref: subscription.ref },
  );
  await tryBill(vendor, subscription, bill);
  return (await vendor.tx.find("subscription", subscription.ref)) ?? subscription;
}

/** The vendor's own retry. */
export async function retryBill(vendor: Vendor, bill: Bill): Promise<Bill> {
  const subscription = await subscriptionOf(vendor, bill);
  if (!subscription || bill.data.status !== "failed") return bill;
  if (subscription.data.status === "canceled") return change(vendor, bill, { status: "void" });
  return tryBill(vendor, subscription, bill);
}

async function tryBill(vendor: Vendor, subscription: Subscription, bill: Bill): Promise<Bill> {
  const { customer_ref, method_ref, name, declines_next, period_ends_at } = subscription.data;
  if (declines_next) {
    await change(vendor, subscription, { declines_next: false }, period_ends_at);
    return failed(vendor, bill, sandboxDecline("insufficient_funds").message);
  }
  const { amount_minor, currency } = bill.data;
  try {
    const payment = await charge(vendor, {
      ...{ key: bill.ref, attempt_id: bill.ref, invoice_id: bill.ref, amount_minor, currency },
      ...{ description: name, customer_ref, method_ref },
    });
    return await followPayment(vendor, bill, payment);
  } catch (error) {
    if (!(error instanceof SandboxRefusal)) throw error;
    return failed(vendor, bill, error.message);
  }
}

/** A debit of a bill that the bank has decided. */
export async function followDebit(vendor: Vendor, payment: SandboxPayment): Promise<void> {
  const bill = await vendor.tx.find("subscription_bill", payment.data.invoice_id);
  if (bill?.data.status === "open") await followPayment(vendor, bill, payment);
}

async function followPayment(vendor: Vendor, bill: Bill, payment: SandboxPayment): Promise<Bill> {
  const payment_ref = payment.ref;
  switch (payment.data.status) {
    case "succeeded":
      return paid(vendor, bill, payment_ref);
    case "authorized":
      await capture(vendor, payment, payment.data.amount_minor);
      return paid(vendor, bill, payment_ref);
    case "processing":
      return change(vendor, bill, { payment_ref, failure: null });
    default:
      return failed(vendor, bill, payment.data.decline?.message ?? "The bank declined it.");
  }
}

async function paid(vendor: Vendor, bill: Bill, payment_ref: string): Promise<Bill> {
  const done = await change(vendor, bill, { status: "paid", payment_ref, failure: null });
  const subscription = await subscriptionOf(vendor, bill);
  if (subscription?.data.status === "overdue")
    await change(vendor, subscription, { status: "active" }, subscription.data.period_ends_at);
  await announce(vendor, done, "subscription.paid");
  return done;
}

async function failed(vendor: Vendor, bill: Bill, failure: string): Promise<Bill> {
  const days = retryAfterDays[bill.data.tries];
  const tries = bill.data.tries + 1;
  const subscription = await subscriptionOf(vendor, bill);
  const gives_up = days === undefined;
  const done = await change(
    vendor,
    bill,
    { status: gives_up ? "void" : "failed", failure, tries, payment_ref: null },
    gives_up ? null : inDays(vendor.now, days),
  );
  if (subscription && subscription.data.status !== "canceled")
    await change(
      vendor,
      subscription,
      { status: gives_up ? "canceled" : "overdue" },
      gives_up ? null : subscription.data.period_ends_at,
    );
  await announce(vendor, done, gives_up ? "subscription.canceled" : "subscription.bill_failed");
  return done;
}

const subscriptionOf = ({ tx }: Vendor, bill: Bill): Promise<Subscription | null> =>
  tx.find("subscription", bill.parent_ref ?? "");

const announce = (vendor: Vendor, bill: Bill, type: string): Promise<void> =>
  report(vendor, { type, subject: "subscription", ref: bill.parent_ref ?? "" });

/** The newest first, as vendors list them. */
export async function listBills({ tx }: Vendor, subscription_ref: string): Promise<SubscriptionBill[]> {
  const bills = await tx.listByParent("subscription_bill", subscription_ref);
  return Promise.all(
    bills.toReversed().map(async ({ ref, data, due_at }) => {
      const payment = data.payment_ref ? await tx.find("payment", data.payment_ref) : null;
      return {
        ...{ ref, status: data.status, amount_minor: data.amount_minor, currency: data.currency },
        ...{ period_starts_at: data.period_starts_at, charge_ref: payment?.data.charge_ref ?? null },
        ...{ method_kind: payment?.data.method_kind ?? null, failure: data.failure, next_try_at: due_at },
      };
    }),
  );
}
