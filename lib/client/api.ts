import { type Contract, type Input, type Output, pathParams } from "@/lib/contracts/contract";
import type { ErrorCode } from "@/lib/contracts/error-codes";
import { beginAttempt } from "./attempts";
import { renewSessionToken, sessionToken } from "./session-token";

/** The problem document of a refused request, as an error that a form or a toast can show. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode | "network",
    message: string,
    readonly errors: { field: string; message: string }[] = [],
    readonly document: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "ApiError";
  }
}

export type CallTerms = {
  /** Slug of the gym whose page this is; the session may reach several. */
  organization?: string;
  idempotency_key?: string;
  if_match?: number;
  reason?: string;
  body?: Blob;
  signal?: AbortSignal;
};

/** Calls the public API as the signed-in person. Throws ApiError, also when the network is down. */
export function api<C extends Contract>(contract: C, input: Input<C>, terms: CallTerms = {}): Promise<Output<C>> {
  return once(contract, input, terms, async (keyed) => {
    try {
      return await request(contract, input, keyed);
    } catch (error) {
      // A person who signed in again in another tab continues here; the form keeps its values.
      if (error instanceof ApiError && error.code === "csrf_failed" && (await renewSessionToken())) {
        return request(contract, input, keyed);
      }
      throw error;
    }
  });
}

/** Sends a request under a key that outlives a lost answer (R13), unless its sender has a key of its own. */
export async function once<C extends Contract, T extends CallTerms>(
  contract: C,
  input: Input<C>,
  terms: T,
  send: (terms: T) => Promise<Output<C>>,
): Promise<Output<C>> {
  const attempt = terms.idempotency_key ? null : beginAttempt(contract, input as Record<string, unknown>, terms);
  if (!attempt) return send(terms);
  try {
    const answer = await send({ ...terms, idempotency_key: attempt.idempotency_key });
    attempt.settled();
    return answer;
  } catch (error) {
    if (!isAnswered(error)) attempt.lost();
    else attempt.settled();
    throw error instanceof ApiError && error.code === "idempotency_key_reused" ? savedBefore(error) : error;
  }
}

/** A server that fails, or a proxy in front of it, leaves open what became of the request. */
const isAnswered = (error: unknown): boolean =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 408;

const savedBefore = ({ status, code }: ApiError): ApiError =>
  new ApiError(
    status,
    code,
    "The previous attempt was saved; only its answer was lost. Look at what is there before you save again: that creates a second entry.",
  );

/** Browsers send 64 KiB in all for pages that are gone. */
const keptAliveChars = 8_000;

async function request<C extends Contract>(contract: C, input: Input<C>, terms: CallTerms): Promise<Output<C>> {
  const body = bodyOf(contract, input as Record<string, unknown>, terms);
  const response = await fetch(addressOf(contract, input as Record<string, unknown>), {
    method: contract.method,
    credentials: "same-origin",
    headers: headersOf(contract, terms),
    body,
    // What was just touched is saved also when the page is left at once.
    keepalive: typeof body === "string" && body.length < keptAliveChars,
    signal: terms.signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  });
  if (response.status === 204) return null as Output<C>;
  const document = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (!response.ok) throw refusalOf(response.status, document ?? {});
  // The line broke in the middle of the answer.
  if (document === null) throw unreachable();
  return document as Output<C>;
}

export const refusalOf = (status: number, document: Record<string, unknown>): ApiError =>
  new ApiError(
    status,
    (document.code as ErrorCode) ?? "internal_error",
    sentenceOf(status, document),
    document.errors as { field: string; message: string }[] | undefined,
    document,
  );

const sessionOver = "Your session has ended. Sign in again in another tab, then repeat this here: nothing is lost.";

function sentenceOf(status: number, { code, detail }: Record<string, unknown>): string {
  if (status === 401 && (code === "unauthenticated" || code === "token_expired")) return sessionOver;
  if (code === "outcome_unknown")
    return "The server lost its database while it saved this. Try again: nothing happens twice.";
  return typeof detail === "string" ? detail : "Something went wrong. Try again.";
}

export const unreachable = (): ApiError =>
  new ApiError(0, "network", "The server cannot be reached. Check the connection and try again.");

const hasQuery = (contract: Contract) =>
  contract.method === "GET" || contract.method === "DELETE" || contract.upload !== undefined;

export function addressOf(contract: Contract, input: Record<string, unknown>): string {
  const inPath = pathParams(contract.path);
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  if (!hasQuery(contract)) return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (!inPath.includes(name) && value !== undefined && value !== null) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function bodyOf(contract: Contract, input: Record<string, unknown>, terms: CallTerms): BodyInit | null {
  if (terms.body) return terms.body;
  if (hasQuery(contract)) return null;
  const inPath = pathParams(contract.path);
  return JSON.stringify(Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name))));
}

export function headersOf(contract: Contract, terms: CallTerms): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (terms.body) headers["content-type"] = terms.body.type;
  else if (!hasQuery(contract)) headers["content-type"] = "application/json";
  if (terms.organization) headers["x-organization"] = terms.organization;
  if (terms.idempotency_key) headers["idempotency-key"] = terms.idempotency_key;
  if (terms.if_match !== undefined) headers["if-match"] = `"${terms.if_match}"`;
  if (terms.reason) headers["x-reason"] = terms.reason;
  const token = sessionToken();
  if (token) headers["x-csrf-token"] = token;
  return headers;
}
