import { type PayoutStatus, payoutStatuses } from "@/lib/values/gateways";

/** The filters of the payouts page, as its address has them. */
export type PayoutQuery = {
  show?: "mismatched" | undefined;
  status?: PayoutStatus | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
};

type Params = Record<string, string | string[] | undefined>;

export function readPayoutQuery(params: Params): PayoutQuery {
  const one = (name: string) => (typeof params[name] === "string" && params[name] ? params[name] : undefined);
  return {
    show: params.show === "mismatched" ? "mismatched" : undefined,
    status: payoutStatuses.find((status) => status === params.status),
    from: one("from"),
    to: one("to"),
    cursor: one("cursor"),
  };
}

export function payoutsHref(base: string, query: PayoutQuery): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length > 0 ? `${base}?${new URLSearchParams(set)}` : base;
}
