import { type PaymentMethod, paymentMethods } from "@/lib/values/billing";

/** The filters of the payments page, as its address has them. */
export type PaymentQuery = {
  location?: string | undefined;
  method?: PaymentMethod | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
};

type Params = Record<string, string | string[] | undefined>;

export function readPaymentQuery(params: Params): PaymentQuery {
  const one = (name: string) => (typeof params[name] === "string" && params[name] ? params[name] : undefined);
  return {
    location: one("location"),
    method: paymentMethods.find((method) => method === params.method),
    from: one("from"),
    to: one("to"),
    cursor: one("cursor"),
  };
}

export function paymentsHref(base: string, query: PaymentQuery): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length > 0 ? `${base}?${new URLSearchParams(set)}` : base;
}
