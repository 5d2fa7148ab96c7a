import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { checkLinkPayment, payByLink } from "@/lib/client/endpoints/payment-links";
import { checkOwnPayment, payOwnInvoice } from "@/lib/client/endpoints/payment-methods";

export type Payment = Output<typeof payByLink>;
export type Bill = Payment["bill"];
type Choice = { saves_method: boolean; method_kind: "card" | "upi" | null; payment_method_id?: string };

/** How the page came by the bill: by a link, or as the member who pays it. */
export type PaidBy = { token: string } | { organization: string; id: string };

export const pay = (by: PaidBy, choice: Choice): Promise<Payment> =>
  "token" in by
    ? api(payByLink, { token: by.token, ...choice })
    : api(payOwnInvoice, { id: by.id, ...choice }, { organization: by.organization });

export const check = (by: PaidBy): Promise<Payment> =>
  "token" in by
    ? api(checkLinkPayment, { token: by.token })
    : api(checkOwnPayment, { id: by.id }, { organization: by.organization });
