import { Temporal } from "temporal-polyfill";
import { Refusal } from "@/lib/providers/payments/gateway-result";
import type { Amount, PaymentGateway, SavedMethod } from "@/lib/providers/payments/payment-gateway";
import type { GatewayMethodKind } from "@/lib/values/gateways";
import { formatMoney } from "@/lib/values/money";
import { type Client, orNull, type RazorpayCaller } from "./connect";

/** A token is the mandate of one customer with one card, UPI address or bank account. */
export type Token = {
  id: string;
  method: string;
  bank?: string | null;
  wallet?: string | null;
  card?: { last4?: string; network?: string; expiry_month?: number | string; expiry_year?: number | string };
  vpa?: { username: string | null; handle: string | null } | null;
  bank_details?: { account_number?: string; bank_name?: string } | null;
  recurring?: boolean;
  recurring_details?: { status: string; failure_reason: string | null };
  max_amount?: number | null;
  expired_at?: number | null;
};

type MethodLookup = { customer_ref: string; method_ref: string };

const KINDS: Record<string, GatewayMethodKind> = {
  card: "card",
  emandate: "bank_debit",
  nach: "bank_debit",
  netbanking: "netbanking",
  upi: "upi",
};

export const kindOf = (method: string): GatewayMethodKind => KINDS[method] ?? "wallet";

export function savedMethod(token: Token, customer_ref: string): SavedMethod {
  const { card, vpa, bank_details: account } = token;
  return {
    method_ref: token.id,
    customer_ref,
    kind: kindOf(token.method),
    brand:
      card?.network ?? account?.bank_name ?? token.bank ?? (vpa?.handle ? `@${vpa.handle}` : (token.wallet ?? null)),
    last4: card?.last4 ?? (account?.account_number?.slice(-4) || null),
    expires_in: expiryOf(card),
    fingerprint: vpa?.username && vpa.handle ? `${vpa.username}@${vpa.handle}` : null,
    mandate_max: token.max_amount ? { amount_minor: token.max_amount, currency: "INR" } : null,
    is_usable: isConfirmed(token),
  };
}

/** Only confirmed mandates are debited. The others are initiated, rejected, paused or cancelled. */
const isConfirmed = ({ recurring, recurring_details: details }: Token): boolean =>
  recurring === true && (details === undefined || details.status === "confirmed");

const expiryOf = (card: Token["card"]): string | null =>
  card?.expiry_year && card.expiry_month ? `${card.expiry_year}-${String(card.expiry_month).padStart(2, "0")}` : null;

export const fetchToken = async (client: Client, { customer_ref, method_ref }: MethodLookup): Promise<Token | null> =>
  (await orNull(client.customers.fetchToken(customer_ref, method_ref))) as unknown as Token | null;

/** K11, K12: a debit that the mandate does not allow is not asked for. */
export function checkMandate(token: Token, amount: Amount): void {
  if (amount.currency !== "INR") throw new Refusal("Razorpay debits saved methods only in rupees");
  if (!isConfirmed(token)) {
    const status = token.recurring_details?.status ?? "not recurring";
    throw new Refusal(`The payer's mandate is ${status}. Ask the payer for a new one`);
  }
  if (token.max_amount && amount.amount_minor > token.max_amount) {
    const [most, wanted] = [token.max_amount, amount.amount_minor].map((minor) => formatMoney(minor, "INR", "en-IN"));
    throw new Refusal(
      `The payer's mandate allows at most ${most} per debit, not ${wanted}. Ask the payer for a new one`,
    );
  }
}

const ENDED = new Set(["cancelled", "cancellation_initiated", "rejected"]);

export const razorpayMethods = ({ call }: RazorpayCaller): Pick<PaymentGateway, "findMethod" | "removeMethod"> => ({
  findMethod: (lookup) =>
    call(async (client) => {
      const token = await fetchToken(client, lookup);
      return token && savedMethod(token, lookup.customer_ref);
    }),
  // To delete the token of a UPI mandate would leave the mandate at the bank.
  removeMethod: (lookup) =>
    call(async (client) => {
      const token = await fetchToken(client, lookup);
      const { customer_ref, method_ref } = lookup;
      if (!token || ENDED.has(token.recurring_details?.status ?? "")) return null;
      if (token.method === "upi")
        await client.api.put({ url: `/customers/${customer_ref}/tokens/${method_ref}/cancel` });
      else await client.customers.deleteToken(customer_ref, method_ref);
      return null;
    }),
});

export const toUnix = (instant: string): number => Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);
