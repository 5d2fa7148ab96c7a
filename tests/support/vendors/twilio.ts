import type { TextMessage } from "@/lib/providers/text-message";
import type { VendorAnswer } from "./vendor-server";
import { specErrors } from "./vendor-specs";

export const twilioAccount = { account_sid: `AC${"0".repeat(32)}`, auth_token: "secret-token-0001" };

export const aText = (change: Partial<TextMessage> = {}): TextMessage => ({
  id: "0197f0a0-0000-7000-8000-000000000001",
  to: "+14155550132",
  body: "Your class begins at 18:00",
  media_urls: [],
  content: null,
  status_callback_url: "https://irontemple.example/api/webhooks/twilio?message_id=0197f0a0",
  ...change,
});

export const said = (
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): VendorAnswer => ({ status, headers, body: { code, message, status, more_info: "" } });

const SCHEMA = [
  "paths",
  "/2010-04-01/Accounts/{AccountSid}/Messages.json",
  "post",
  "requestBody",
  "content",
  "application/x-www-form-urlencoded",
  "schema",
];

/** What Twilio's specification has against a form. Fields that it knows as lists are lists however often they occur. */
export function messageErrors(body: string): string[] {
  const form = new URLSearchParams(body);
  const fields = [...new Set(form.keys())].map((name) => {
    const is_list = name === "MediaUrl" || name === "PersistentAction";
    return [name, is_list ? form.getAll(name) : form.get(name)];
  });
  return specErrors("twilio/twilio_api_v2010.trimmed.json", SCHEMA, Object.fromEntries(fields));
}
