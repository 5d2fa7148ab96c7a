import type { Stripe } from "stripe";
import { toHeaders } from "@/lib/providers/error-response";
import { errorResponse, type Failure, noResponse, Refusal } from "@/lib/providers/payments/gateway-result";
import type { GatewayResult } from "@/lib/providers/payments/payment-gateway";
import { type Vendor, type VendorOptions, vendorMessage } from "@/lib/providers/vendor";
import type { StripeSettings } from "@/lib/values/gateway-settings";

/** The version of the SDK's types. A newer SDK does not compile until this is changed. */
const API_VERSION = "2026-10-28.endive" satisfies Stripe.LatestApiVersion;

/** The parts of the SDK's errors that are read. They are not imported, because the SDK loads with the first call. */
export type StripeFault = {
  type: string;
  statusCode?: number;
  headers?: Record<string, string>;
  code?: string;
  decline_code?: string;
  advice_code?: string;
  message: string;
  detail?: unknown;
  payment_intent?: Stripe.PaymentIntent;
};

/** Runs one call. `recover` answers errors that are an answer, such as a decline. */
export type StripeCaller = {
  vendor: Vendor;
  settings: StripeSettings;
  call<T>(
    work: (client: Stripe) => Promise<T>,
    recover?: (fault: StripeFault, client: Stripe) => T | undefined | Promise<T | undefined>,
  ): Promise<GatewayResult<T>>;
};

const TIMEOUT_MS = 20_000;

export function stripeCaller(settings: StripeSettings, options: VendorOptions): StripeCaller {
  const vendor: Vendor = {
    name: "stripe",
    label: "Stripe",
    is_idempotent: true,
    secrets: [settings.secret_key, settings.webhook_secret],
  };
  let opened: Promise<Stripe> | null = null;
  const client = () => {
    opened ??= connect(settings.secret_key, options);
    return opened;
  };
  return {
    vendor,
    settings,
    async call(work, recover) {
      try {
        return { outcome: "answered", value: await work(await client()) };
      } catch (error) {
        if (recover && isStripeFault(error)) {
          try {
            const value = await recover(error, await client());
            if (value !== undefined) return { outcome: "answered", value };
          } catch (later_error) {
            return failureOf(vendor, later_error);
          }
        }
        return failureOf(vendor, error);
      }
    },
  };
}

async function connect(secret_key: string, { endpoint, timeout_ms = TIMEOUT_MS }: VendorOptions): Promise<Stripe> {
  const { Stripe } = await import("stripe");
  const http = Stripe.createNodeHttpClient();
  const makeRequest = http.makeRequest.bind(http);
  // The SDK repeats a call by the code of the network error, even without retries. The caller decides that.
  http.makeRequest = (...call) => makeRequest(...call).catch((error) => Promise.reject(new NoResponse(error)));
  const { hostname, port, protocol } = endpoint ? new URL(endpoint) : {};
  return new Stripe(secret_key, {
    apiVersion: API_VERSION,
    maxNetworkRetries: 0,
    timeout: timeout_ms,
    telemetry: false,
    httpClient: http,
    ...(hostname && { host: hostname, port: port || 443, protocol: protocol === "http:" ? "http" : "https" }),
  });
}

class NoResponse extends Error {
  override readonly name = "NoResponse";
  constructor(cause: unknown) {
    super("No response", { cause });
  }
}

const isStripeFault = (error: unknown): error is StripeFault =>
  error instanceof Error && "type" in error && String(error.type).startsWith("Stripe");

/** Errors of the account or its keys that have the status of a wrong request. */
const MISCONFIGURED = new Set([
  "account_invalid",
  "api_key_expired",
  "livemode_mismatch",
  "platform_api_key_expired",
  "secret_key_required",
  "testmode_charges_only",
]);

function failureOf(vendor: Vendor, error: unknown): Failure {
  if (error instanceof Refusal) return { outcome: "refused", message: error.message };
  // An answer that is not Stripe's. It may have acted.
  if (!isStripeFault(error)) return { outcome: "unknown", message: `${vendor.label} answered something unexpected` };
  if (error.type === "StripeConnectionError") return noResponse(vendor, error.detail, true);
  const detail = error.code ? `${error.message} (${error.decline_code ?? error.code})` : error.message;
  if (error.code && MISCONFIGURED.has(error.code))
    return { outcome: "misconfigured", message: vendorMessage(vendor, detail) };
  // A body that is not JSON is the page of a proxy, of whose status the SDK does not tell.
  return errorResponse(vendor, { status: error.statusCode ?? 503, headers: toHeaders(error.headers), detail });
}

/** Stripe does not know the object. */
export const isMissing = ({ statusCode, code }: StripeFault): boolean =>
  statusCode === 404 || code === "resource_missing";
