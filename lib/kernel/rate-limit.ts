import { counted } from "@/lib/values/counted";
import type { Caller } from "./caller";
import { Problem } from "./errors";
import { networkOf } from "./ip-address";
import { openPrimaryLine } from "./process-group";
import { processState } from "./process-state";
import { type LedgerMessage, type PointState, RatePoints } from "./rate-points";
import { onShutdown } from "./shutdown";

const windowSeconds = 60;
const limits = { actor: 1_200, organization: 12_000, address: 300 } as const;

const ratePoints = () =>
  processState("rate_points", () => {
    const points = new RatePoints();
    points.line = openPrimaryLine<LedgerMessage>("rate", (message) => points.receive(message));
    onShutdown("events", () => points.report());
    return points;
  });

const limiter = (kind: keyof typeof limits) => {
  const limit = { points: limits[kind], window_ms: windowSeconds * 1_000 };
  return {
    take: (key: string) => ratePoints().take(`${kind}:${key}`, limit),
    /** As if so many requests had been made. */
    penalty: (key: string, points: number) => ratePoints().penalty(`${kind}:${key}`, limit, points),
  };
};

/** The processes of one primary share the limits. Other processes count apart. A shared counter would cost one write per request. */
export const requestLimiters = {
  actor: limiter("actor"),
  organization: limiter("organization"),
  address: limiter("address"),
};

export async function consumeRateLimit(caller: Caller): Promise<Record<string, string>> {
  if (caller.actor.type !== "user") return consume("address", networkOf(caller.ip));
  const headers = await consume("actor", caller.session?.family_id ?? caller.actor.id);
  if (caller.organization) await consume("organization", caller.organization.id);
  return headers;
}

/** A13: a request that failed authentication counts against its IP address. */
export async function limitRejectedRequests(ip: string | null): Promise<void> {
  await consume("address", networkOf(ip));
}

async function consume(kind: keyof typeof limits, key: string): Promise<Record<string, string>> {
  const state = await requestLimiters[kind].take(key);
  const headers = headersOf(kind, state);
  if (state.is_allowed) return headers;
  const retry_s = Math.max(1, Math.ceil(state.reset_ms / 1000));
  throw new Problem("too_many_requests", `Wait ${counted(retry_s, "second")} before the next request.`, {
    headers: { ...headers, "retry-after": String(retry_s) },
  });
}

/** RateLimit header fields of draft-ietf-httpapi-ratelimit-headers. */
function headersOf(kind: keyof typeof limits, { remaining, reset_ms }: PointState): Record<string, string> {
  return {
    "ratelimit-policy": `"${kind}";q=${limits[kind]};w=${windowSeconds}`,
    ratelimit: `"${kind}";r=${remaining};t=${Math.ceil(reset_ms / 1000)}`,
  };
}
