import { pathParams } from "@/lib/contracts/contract";
import type { ErrorCode } from "@/lib/contracts/error-codes";
import { beginAttempt } from "./attempts";
import type { Endpoint, Input, Output } from "./endpoint";
import { renewSessionToken, sessionToken } from "./session-token";

/** A problem document as an error for forms and toasts. */
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

export type CallOptions = {
  /** Slug of the current gym. The session may have access to several. */
  organization?: string;
  idempotency_key?: string;
  if_match?: number;
  reason?: string;
  body?: Blob;
  signal?: AbortSignal;
};

/** Calls the public API as the signed-in user. Throws ApiError, also for network errors. */
export function api<E extends Endpoint>(endpoint: E, input: Input<E>, options: CallOptions = {}): Promise<Output<E>> {
  return withIdempotencyKey(endpoint, input, options, async (keyed) => {
    try {
      return await request(endpoint, input, keyed);
    } catch (error) {
      // After a new sign-in in another tab, the request is repeated with the new token.
      if (error instanceof ApiError && error.code === "csrf_failed" && (await renewSessionToken())) {
        return request(endpoint, input, keyed);
      }
      throw error;
    }
  });
}

/** Sends a request with an idempotency key that is reused after a lost response (R13), unless the caller set a key. */
export async function withIdempotencyKey<E extends Endpoint, T extends CallOptions>(
  endpoint: E,
  input: Input<E>,
  options: T,
  send: (options: T) => Promise<Output<E>>,
): Promise<Output<E>> {
  const attempt = options.idempotency_key ? null : beginAttempt(endpoint, input as Record<string, unknown>, options);
  if (!attempt) return send(options);
  try {
    const answer = await send({ ...options, idempotency_key: attempt.idempotency_key });
    attempt.settled();
    return answer;
  } catch (error) {
    if (!isDefinitive(error)) attempt.lost();
    else attempt.settled();
    throw error instanceof ApiError && error.code === "idempotency_key_reused" ? alreadySaved(error) : error;
  }
}

/** False for responses after which the outcome is unknown, such as server and proxy errors. */
const isDefinitive = (error: unknown): boolean =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 408;

const alreadySaved = ({ status, code }: ApiError): ApiError =>
  new ApiError(
    status,
    code,
    "The previous attempt was saved, but its response was lost. Check the existing entry before you save again: that creates a second one.",
  );

/** Browsers limit keepalive requests to 64 KiB in total. */
const maxKeepaliveChars = 8_000;

async function request<E extends Endpoint>(endpoint: E, input: Input<E>, options: CallOptions): Promise<Output<E>> {
  const body = bodyOf(endpoint, input as Record<string, unknown>, options);
  const response = await fetch(requestUrl(endpoint, input as Record<string, unknown>), {
    method: endpoint.method,
    credentials: "same-origin",
    headers: headersOf(endpoint, options),
    body,
    // Completes the request even if the page is closed immediately.
    keepalive: typeof body === "string" && body.length < maxKeepaliveChars,
    signal: options.signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  });
  if (response.status === 204) return null as Output<E>;
  const document = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (!response.ok) throw toApiError(response.status, document ?? {});
  // The connection was lost during the response.
  if (document === null) throw unreachable();
  return document as Output<E>;
}

export const toApiError = (status: number, document: Record<string, unknown>): ApiError =>
  new ApiError(
    status,
    (document.code as ErrorCode) ?? "internal_error",
    messageOf(status, document),
    document.errors as { field: string; message: string }[] | undefined,
    document,
  );

const sessionEnded = "Your session has ended. Sign in again in another tab, then repeat this here. Nothing is lost.";

function messageOf(status: number, { code, detail }: Record<string, unknown>): string {
  if (status === 401 && (code === "unauthenticated" || code === "token_expired")) return sessionEnded;
  if (code === "outcome_unknown")
    return "The server lost its database connection while saving. Try again: nothing is saved twice.";
  return typeof detail === "string" ? detail : "Something went wrong. Try again.";
}

export const unreachable = (): ApiError =>
  new ApiError(0, "network", "The server cannot be reached. Check the connection and try again.");

const hasQuery = (endpoint: Endpoint) =>
  endpoint.method === "GET" || endpoint.method === "DELETE" || endpoint.upload !== undefined;

export function requestUrl(endpoint: Endpoint, input: Record<string, unknown>): string {
  const inPath = pathParams(endpoint.path);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  if (!hasQuery(endpoint)) return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (!inPath.includes(name) && value !== undefined && value !== null) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function bodyOf(endpoint: Endpoint, input: Record<string, unknown>, options: CallOptions): BodyInit | null {
  if (options.body) return options.body;
  if (hasQuery(endpoint)) return null;
  const inPath = pathParams(endpoint.path);
  return JSON.stringify(Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name))));
}

export function headersOf(endpoint: Endpoint, options: CallOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (options.body) headers["content-type"] = options.body.type;
  else if (!hasQuery(endpoint)) headers["content-type"] = "application/json";
  if (options.organization) headers["x-organization"] = options.organization;
  if (options.idempotency_key) headers["idempotency-key"] = options.idempotency_key;
  if (options.if_match !== undefined) headers["if-match"] = `"${options.if_match}"`;
  if (options.reason) headers["x-reason"] = options.reason;
  const token = sessionToken();
  if (token) headers["x-csrf-token"] = token;
  return headers;
}
