import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Caller } from "./caller";
import { Problem } from "./errors";
import { networkOf } from "./ip-address";

const windowSeconds = 60;
const limits = { actor: 1_200, organization: 12_000, address: 300 } as const;

/** Counts per process: with n processes a client gets at most n times the limit. A shared counter would cost one write per request. */
export const requestLimiters = {
  actor: new RateLimiterMemory({ keyPrefix: "actor", points: limits.actor, duration: windowSeconds }),
  organization: new RateLimiterMemory({
    keyPrefix: "organization",
    points: limits.organization,
    duration: windowSeconds,
  }),
  address: new RateLimiterMemory({ keyPrefix: "address", points: limits.address, duration: windowSeconds }),
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
  try {
    return headersOf(kind, await requestLimiters[kind].consume(key));
  } catch (rejection) {
    if (rejection instanceof Error) throw rejection;
    const state = rejection as RateLimiterRes;
    const retry_s = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
    throw new Problem("too_many_requests", `Wait ${retry_s} seconds before the next request.`, {
      headers: { ...headersOf(kind, state), "retry-after": String(retry_s) },
    });
  }
}

/** RateLimit header fields of draft-ietf-httpapi-ratelimit-headers. */
function headersOf(kind: keyof typeof limits, state: RateLimiterRes): Record<string, string> {
  const reset_s = Math.max(0, Math.ceil(state.msBeforeNext / 1000));
  return {
    "ratelimit-policy": `"${kind}";q=${limits[kind]};w=${windowSeconds}`,
    ratelimit: `"${kind}";r=${Math.max(0, state.remainingPoints)};t=${reset_s}`,
  };
}
