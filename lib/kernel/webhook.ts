import type { Temporal } from "temporal-polyfill";
import { requestFacts } from "./authenticate";
import { systemClock } from "./clock";
import { env } from "./env";
import { Problem } from "./errors";
import { problemResponse } from "./problem-response";
import { limitRejectedRequests } from "./rate-limit";
import { limitBytes, readAll } from "./upload";

/** A vendor's request: the raw body, and the public URL that it called. */
export type WebhookRequest = {
  gym_slug: string;
  raw_body: string;
  headers: Headers;
  url: string;
  now: Temporal.Instant;
};

const maxBytes = 2 * 1024 * 1024;

/**
 * Handles a vendor's webhook. `receive` returns whether the call is authentic. An unknown gym, a gym without this vendor, an
 * invalid signature and an old one get the same response, so that it reveals nothing. Only rejected calls count against the rate
 * limit, because a vendor reports ten thousand messages from a few addresses.
 */
export function webhook(receive: (call: WebhookRequest) => Promise<boolean>, answer: () => Response = noContent) {
  return async (request: Request): Promise<Response> => {
    const facts = requestFacts(request);
    try {
      const { pathname, search } = new URL(request.url);
      const raw_body = request.body ? (await readAll(limitBytes(request.body, maxBytes))).toString("utf8") : "";
      const is_genuine = await receive({
        gym_slug: slugIn(pathname),
        raw_body,
        headers: request.headers,
        url: new URL(pathname + search, env().PUBLIC_URL).href,
        now: systemClock.now(),
      });
      if (is_genuine) return answer();
      await limitRejectedRequests(facts.ip);
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

const noContent = () => new Response(null, { status: 204 });

/** Twilio sends the response body as a reply to the message: none. */
export const noReply = () => new Response("<Response/>", { headers: { "content-type": "text/xml" } });
