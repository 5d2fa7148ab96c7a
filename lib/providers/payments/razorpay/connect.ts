import type Razorpay from "razorpay";
import { toHeaders } from "@/lib/providers/error-response";
import { errorResponse, type Failure, noResponse, Refusal } from "@/lib/providers/payments/gateway-result";
import type { GatewayResult } from "@/lib/providers/payments/payment-gateway";
import type { Vendor, VendorOptions } from "@/lib/providers/vendor";
import type { RazorpaySettings } from "@/lib/values/gateway-settings";

/** The SDK's own client (axios), for headers and files, which its methods cannot send. */
type Requests = {
  defaults: { baseURL: string; timeout: number; maxRedirects: number };
  interceptors: { response: { use(answer: (answer: unknown) => unknown, fault: (error: unknown) => never): void } };
  post<Answer>(path: string, body: unknown, config: { headers?: Record<string, string> }): Promise<{ data: Answer }>;
};
export type Client = Razorpay & { requests: Requests };

type HttpError = {
  response?: { status: number; headers?: unknown; data?: { error?: ErrorBody } };
  config?: { method?: string; headers?: Record<string, unknown> };
};
type ErrorBody = {
  code?: string;
  description?: string;
  reason?: string;
  metadata?: { payment_id?: string; order_id?: string };
};
export type RazorpayFault = ErrorBody & { status: number };

type CallOptions<T> = {
  /** A second call does nothing that the first did, although it posts. */
  is_repeatable?: boolean;
  /** Answers errors that are an answer. */
  recover?: (fault: RazorpayFault, client: Client) => T | undefined | Promise<T | undefined>;
};

export type RazorpayCaller = {
  vendor: Vendor;
  settings: RazorpaySettings;
  call<T>(work: (client: Client) => Promise<T>, options?: CallOptions<T>): Promise<GatewayResult<T>>;
};

const TIMEOUT_MS = 20_000;

export function razorpayCaller(settings: RazorpaySettings, options: VendorOptions): RazorpayCaller {
  const { key_id, key_secret, webhook_secret } = settings;
  const sent = Buffer.from(`${key_id}:${key_secret}`).toString("base64");
  const secrets = [sent, key_secret, webhook_secret];
  const vendor: Vendor = { name: "razorpay", label: "Razorpay", is_idempotent: false, secrets };
  return {
    vendor,
    settings,
    async call(work, { is_repeatable = false, recover } = {}) {
      const lost: { error: unknown } = { error: null };
      try {
        const client = await connect(settings, options, lost);
        try {
          return { outcome: "answered", value: await work(client) };
        } catch (error) {
          const fault = faultOf(lost.error);
          const value = fault && !(error instanceof Refusal) ? await recover?.(fault, client) : undefined;
          if (value !== undefined) return { outcome: "answered", value };
          throw error;
        }
      } catch (error) {
        return failureOf(vendor, error instanceof Refusal ? error : (lost.error ?? error), is_repeatable);
      }
    },
  };
}

/**
 * One client per call. The SDK drops the headers of an error, and throws a bare TypeError where there is no response: the
 * original error is stored in `lost`.
 */
async function connect(
  { key_id, key_secret }: RazorpaySettings,
  { endpoint, timeout_ms = TIMEOUT_MS }: VendorOptions,
  lost: { error: unknown },
): Promise<Client> {
  const { default: Razorpay } = await import("razorpay");
  const client = new Razorpay({ key_id, key_secret });
  const { rq } = client.api as unknown as { rq: Requests };
  Object.assign(rq.defaults, { timeout: timeout_ms, maxRedirects: 0, ...(endpoint && { baseURL: endpoint }) });
  rq.interceptors.response.use(
    (answer) => {
      lost.error = null;
      return answer;
    },
    (error) => {
      lost.error = error;
      throw error;
    },
  );
  return Object.assign(client, { requests: rq });
}

function faultOf(error: unknown): RazorpayFault | null {
  const { response } = (error ?? {}) as HttpError;
  return response ? { ...response.data?.error, status: response.status } : null;
}

function failureOf(vendor: Vendor, error: unknown, is_repeatable: boolean): Failure {
  if (error instanceof Refusal) return { outcome: "refused", message: error.message };
  const { response, config } = (error ?? {}) as HttpError;
  if (response) {
    const { code, description, reason } = response.data?.error ?? {};
    const name = reason && reason !== "NA" ? reason : code;
    const detail = description ? `${description}${name ? ` (${name})` : ""}` : `answered ${response.status}`;
    return errorResponse(vendor, { status: response.status, headers: toHeaders(response.headers), detail });
  }
  if (!config) return { outcome: "unknown", message: `${vendor.label} answered something unexpected` };
  // Only a POST adds something, and only refunds have a key.
  const has_key = config.headers?.[REFUND_KEY] !== undefined;
  return noResponse(vendor, error, is_repeatable || config.method !== "post" || has_key);
}

export const REFUND_KEY = "X-Refund-Idempotency";

/** Null if Razorpay does not know the object, or it is another account's. An object that it refers to must not count. */
export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    const { statusCode, error: body } = (error ?? {}) as { statusCode?: number; error?: ErrorBody };
    const is_missing = statusCode === 400 && /does not exist|not found/i.test(body?.description ?? "");
    if (is_missing || statusCode === 404) return null;
    throw error;
  }
}
