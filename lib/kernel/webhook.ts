import type { Temporal } from "temporal-polyfill";
import { requestFacts } from "./authenticate";
import { systemClock } from "./clock";
import { env } from "./env";
import { Problem } from "./errors";
import { problemResponse } from "./problem-response";
import { limitRefusals } from "./rate-limit";
import { bounded, readAll } from "./upload";

/** What a vendor sent: the body as it came, and the public address that it called. */
export type WebhookRequest = {
  gym_slug: string;
  raw_body: string;
  headers: Headers;
  url: string;
  now: Temporal.Instant;
};

const maxBytes = 2 * 1024 * 1024;

/**
 * A vendor's call, `receive` saying whether it is genuine. Whoever calls without a valid signature learns nothing: a gym that
 * is not there, one without this vendor, a forged body and an old one get the same answer. Only those calls are counted
 * against the rate limit, since a vendor reports ten thousand messages from a few addresses.
 */
export function webhook(receive: (call: WebhookRequest) => Promise<boolean>, answer: () => Response = nothing) {
  return async (request: Request): Promise<Response> => {
    const facts = requestFacts(request);
    try {
      const { pathname, search } = new URL(request.url);
      const raw_body = request.body ? (await readAll(bounded(request.body, maxBytes))).toString("utf8") : "";
      const is_genuine = await receive({
        gym_slug: slugIn(pathname),
        raw_body,
        headers: request.headers,
        url: new URL(pathname + search, env().PUBLIC_URL).href,
        now: systemClock.now(),
      });
      if (is_genuine) return answer();
      await limitRefusals(facts.ip);
      throw new Problem("signature_invalid");
    } catch (error) {
      return problemResponse(error, facts.request_id, null);
    }
  };
}

function slugIn(pathname: string): string {
  try {
    return decodeURIComponent(pathname.split("/").at(-1) ?? "");
  } catch {
    return "";
  }
}

const nothing = () => new Response(null, { status: 204 });

/** Twilio reads the answer to a message as the words to reply with: none. */
export const noReply = () => new Response("<Response/>", { headers: { "content-type": "text/xml" } });
