import { type DisputeStatus, disputeStatuses } from "@/lib/values/gateways";

/** The filters of the disputes page, as its address has them. */
export type DisputeQuery = {
  /** All of them, newest first. Otherwise those that the bank has not decided, the first deadline first. */
  show?: "all" | undefined;
  location?: string | undefined;
  status?: DisputeStatus | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
};

type Params = Record<string, string | string[] | undefined>;

export function readDisputeQuery(params: Params): DisputeQuery {
  const one = (name: string) => (typeof params[name] === "string" && params[name] ? params[name] : undefined);
  return {
    show: params.show === "all" ? "all" : undefined,
    location: one("location"),
    status: disputeStatuses.find((status) => status === params.status),
    from: one("from"),
    to: one("to"),
    cursor: one("cursor"),
  };
}

export function disputesHref(base: string, query: DisputeQuery): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length > 0 ? `${base}?${new URLSearchParams(set)}` : base;
}
