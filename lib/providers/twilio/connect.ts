import type { RequestClient, Twilio } from "twilio";
import type { TwilioAccount } from "./send";

type TwilioResponse = { statusCode: number; headers?: unknown; body: unknown };

/** The SDK's own error class drops the headers, including Retry-After. */
export class TwilioError extends Error {
  override readonly name = "TwilioError";
  readonly status: number;
  readonly headers: unknown;
  /** Twilio's error code; 0 if the response came from a gateway. */
  readonly code: number;

  constructor({ statusCode, headers, body }: TwilioResponse) {
    const { code, message } = (typeof body === "object" && body ? body : {}) as { code?: unknown; message?: unknown };
    super(typeof message === "string" ? message : `answered ${statusCode}`);
    this.status = statusCode;
    this.headers = headers;
    this.code = Number(code) || 0;
  }
}

type Call = Parameters<RequestClient["request"]>[0];

export async function connect(
  { account_sid, auth_token }: TwilioAccount,
  timeout: number,
  endpoint: string | undefined,
): Promise<Twilio> {
  const { default: twilio } = await import("twilio");
  class HttpClient extends twilio.RequestClient {
    override async request<Body>(call: Call) {
      const uri = endpoint ? call.uri.replace("https://api.twilio.com", endpoint) : call.uri;
      const answer = await super.request<Body>({ ...call, uri, data: call.data as Body });
      if (answer.statusCode >= 400) throw new TwilioError(answer);
      return answer;
    }
  }
  return twilio(account_sid, auth_token, { httpClient: new HttpClient({ timeout }), autoRetry: false });
}
