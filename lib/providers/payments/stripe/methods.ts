import type { Stripe } from "stripe";
import type { GatewayResult, SavedMethod } from "@/lib/providers/payments/payment-gateway";
import type { GatewayMethodKind } from "@/lib/values/gateways";
import { isMissing, type StripeCaller } from "./connect";

const bankDebits: ReadonlySet<string> = new Set([
  "acss_debit",
  "au_becs_debit",
  "bacs_debit",
  "nz_bank_account",
  "payto",
  "sepa_debit",
  "us_bank_account",
]);
const bankRedirects: ReadonlySet<string> = new Set([
  "bancontact",
  "eps",
  "fpx",
  "ideal",
  "p24",
  "pay_by_bank",
  "sofort",
  "twint",
]);

/** The money of a bank debit comes days later, or not at all (K10). */
export const isBankDebit = (type: string): boolean => bankDebits.has(type);

export function kindOf({ type, card }: Stripe.PaymentMethod): GatewayMethodKind {
  if (type === "card") return card?.wallet ? "wallet" : "card";
  if (isBankDebit(type)) return "bank_debit";
  if (type === "upi") return "upi";
  return bankRedirects.has(type) ? "netbanking" : "wallet";
}

/** Null while it belongs to no customer: it can be charged once at most. */
export function savedMethod(method: Stripe.PaymentMethod): SavedMethod | null {
  const customer_ref = idOf(method.customer);
  return customer_ref ? { ...describe(method), customer_ref, is_usable: isUsable(method) } : null;
}

const isUsable = ({ us_bank_account }: Stripe.PaymentMethod): boolean => !us_bank_account?.status_details?.blocked;

function describe(method: Stripe.PaymentMethod): Omit<SavedMethod, "customer_ref" | "is_usable"> {
  const { card } = method;
  const bank = bankOf(method);
  return {
    method_ref: method.id,
    kind: kindOf(method),
    brand: card ? cardBrand(card) : (bank?.name ?? title(method.type)),
    last4: card?.last4 ?? bank?.last4 ?? null,
    expires_in: card ? `${card.exp_year}-${String(card.exp_month).padStart(2, "0")}` : null,
    fingerprint: card?.fingerprint ?? bank?.fingerprint ?? null,
    mandate_max: null,
  };
}

/** The wallet is what the payer knows. */
const cardBrand = ({ wallet, display_brand, brand }: Stripe.PaymentMethod.Card): string =>
  wallet ? title(wallet.type) : title(display_brand ?? brand);

type Bank = { name: string | null; last4: string | null; fingerprint: string | null };

function bankOf(method: Stripe.PaymentMethod): Bank | null {
  const { us_bank_account: us, acss_debit: ca, nz_bank_account: nz, sepa_debit: eu } = method;
  const account = us ?? ca ?? nz ?? eu ?? method.bacs_debit ?? method.au_becs_debit;
  if (!account) return null;
  const name = us?.bank_name ?? ca?.bank_name ?? nz?.bank_name ?? title(method.type);
  const { last4 = null } = account;
  const fingerprint = "fingerprint" in account ? (account.fingerprint ?? null) : null;
  return { name, last4, fingerprint };
}

const TITLES: Record<string, string> = {
  amex: "American Express",
  jcb: "JCB",
  unionpay: "UnionPay",
  acss_debit: "Pre-authorized debit",
  au_becs_debit: "BECS direct debit",
  bacs_debit: "Bacs direct debit",
  nz_bank_account: "NZ BECS direct debit",
  sepa_debit: "SEPA direct debit",
  us_bank_account: "ACH direct debit",
  upi: "UPI",
  eftpos_au: "eftpos",
};

const title = (code: string): string =>
  TITLES[code] ??
  code
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

/** Of an object that may be expanded. */
export const idOf = (object: string | { id: string } | null | undefined): string | null =>
  typeof object === "string" ? object : (object?.id ?? null);

export const expanded = <T extends { id: string }>(object: string | T | null | undefined): T | null =>
  typeof object === "object" ? object : null;

type MethodLookup = { customer_ref: string; method_ref: string };

export const stripeMethods = ({ call }: StripeCaller) => ({
  findMethod: ({ customer_ref, method_ref }: MethodLookup): Promise<GatewayResult<SavedMethod | null>> =>
    call(
      async (client) => {
        const method = await client.paymentMethods.retrieve(method_ref);
        const owner = idOf(method.customer);
        if (owner && owner !== customer_ref) return null;
        // It was detached, and can never be attached again.
        return { ...describe(method), customer_ref, is_usable: owner !== null && isUsable(method) };
      },
      (fault) => (isMissing(fault) ? null : undefined),
    ),
  /** Stripe gives each call a key of its own: a second detachment does no harm. */
  removeMethod: ({ method_ref }: MethodLookup): Promise<GatewayResult<null>> =>
    call(
      async (client) => {
        await client.paymentMethods.detach(method_ref);
        return null;
      },
      async (fault, client) => {
        if (isMissing(fault)) return null;
        if (fault.statusCode !== 400) return undefined;
        const { customer } = await client.paymentMethods.retrieve(method_ref);
        return customer ? undefined : null;
      },
    ),
});
