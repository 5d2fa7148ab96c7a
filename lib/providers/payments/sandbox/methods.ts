import { Temporal } from "temporal-polyfill";
import type { ChargeRequest, SavedMethod } from "@/lib/providers/payments/payment-gateway";
import { type SandboxDecline, sandboxDecline } from "@/lib/values/sandbox/outcomes";
import { type SandboxTestMethod, sandboxMethodOf } from "@/lib/values/sandbox/test-methods";
import { report } from "./events";
import { change, create, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";

type StoredMethod = SandboxObject<"method">;

/** Hours between the notice of a mandate's debit and the debit. */
export const noticeHours = 24;

/** A mandate that no setup limited, in rupees: 15,000. */
const usualMandateMinor = 15_000_00;

type Payer = { customer_ref: string; currency: string; amount_minor: number; mandate_max_minor?: number };

/** Saves a test method for later charges. Rupees are charged by mandate, up to a maximum. */
export async function saveMethod(vendor: Vendor, method: SandboxTestMethod, payer: Payer): Promise<StoredMethod> {
  const { customer_ref, currency, amount_minor, mandate_max_minor } = payer;
  const max = mandate_max_minor ?? Math.max(usualMandateMinor, amount_minor);
  const has_mandate = currency === "INR" && method.kind !== "bank_debit";
  const saved = await create(
    vendor,
    "method",
    {
      method_ref: "",
      customer_ref,
      kind: method.kind,
      brand: method.brand,
      last4: method.kind === "upi" ? null : method.number.slice(-4),
      expires_in: method.kind === "card" ? monthAfter(vendor.now, method.expires_in_months) : null,
      fingerprint: `fp_${method.token}`,
      mandate_max: has_mandate ? { amount_minor: max, currency } : null,
      is_usable: true,
      test_method: method.token,
    },
    { parent_ref: customer_ref },
  );
  const named = await change(vendor, saved, { method_ref: saved.ref });
  return method.is_revoked ? removeMethod(vendor, named, "mandate.revoked") : named;
}

/** Removed by us, by the payer in the bank's app, or at the vendor. */
export async function removeMethod(
  vendor: Vendor,
  method: StoredMethod,
  type: "method.removed" | "mandate.revoked",
): Promise<StoredMethod> {
  if (!method.data.is_usable) return method;
  const removed = await change(vendor, method, { is_usable: false });
  await report(vendor, { type, subject: "method", ref: method.ref });
  return removed;
}

type Lookup = { customer_ref: string; method_ref: string };

export async function findMethod({ tx }: Vendor, { customer_ref, method_ref }: Lookup): Promise<StoredMethod | null> {
  const method = await tx.find("method", method_ref);
  return method?.data.customer_ref === customer_ref ? method : null;
}

type Chargeable =
  | { object: StoredMethod; test_method: SandboxTestMethod }
  | { object: StoredMethod; refusal: SandboxDecline };

/** The method of a charge, or why the bank declines it. An unknown one is refused. */
export async function chargeableMethod(vendor: Vendor, lookup: Lookup): Promise<Chargeable> {
  const object = await findMethod(vendor, lookup);
  const test_method = object && sandboxMethodOf(object.data.test_method);
  if (!object || !test_method) throw new SandboxRefusal("This customer has no such method.");
  if (!object.data.is_usable) {
    const is_mandate = object.data.mandate_max !== null;
    return {
      object,
      refusal: sandboxDecline(is_mandate ? "mandate_revoked" : "method_not_supported", "method_removed"),
    };
  }
  if (object.data.expires_in && object.data.expires_in < monthAfter(vendor.now, 0)) {
    return { object, refusal: sandboxDecline("expired_card") };
  }
  return { object, test_method };
}

/** K11: a UPI mandate is debited a day after its notice at the earliest. */
export async function requireNotice(vendor: Vendor, method: StoredMethod, request: ChargeRequest): Promise<void> {
  if (method.data.kind !== "upi" || !method.data.mandate_max) return;
  const notices = await vendor.tx.listByParent("notice", method.ref);
  const fitting = notices.filter(
    ({ data }) => data.invoice_id === request.invoice_id && data.amount_minor === request.amount_minor,
  );
  const [first] = fitting;
  if (!first) throw new SandboxRefusal("A debit of this mandate needs a notice 24 hours before.");
  const from = Temporal.Instant.from(first.created_at).add({ hours: noticeHours });
  const wait_ms = from.epochMilliseconds - vendor.now.epochMilliseconds;
  if (wait_ms > 0) throw new SandboxRefusal("The notice of this debit is less than 24 hours old.", wait_ms);
}

export const savedMethodOf = ({ data: { test_method: _, ...method } }: StoredMethod): SavedMethod => method;

/** `YYYY-MM`, so many months after now. */
const monthAfter = (now: Temporal.Instant, months: number): string =>
  now.toZonedDateTimeISO("UTC").toPlainDate().toPlainYearMonth().add({ months }).toString();
