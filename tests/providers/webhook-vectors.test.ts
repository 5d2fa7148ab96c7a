import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { readResendWebhook, readSendgridWebhook } from "@/lib/providers/email";
import { readTwilioWebhook } from "@/lib/providers/sms";
import { specJson, vendorSpecs } from "@/tests/support/vendors/vendor-specs";

type Vectors = {
  svix_resend: { secret: string; id: string; timestamp: string; payload: string; signature: string }[];
  sendgrid_event_webhook: { public_key: string; timestamp: string; signature: string; payload: string };
  twilio: {
    auth_token: string;
    url: string;
    params: Fields;
    cases: { name: string; url?: string; params?: Fields; signature: string; valid: boolean }[];
    json_body: { body: string; url: string; signature: string };
  };
};
type Fields = Record<string, string | string[]>;

const vectors = vendorSpecs ? specJson<Vectors>("webhook-vectors.json") : null;
const note = vectors ? "" : " (skipped without the vendors' published vectors)";
const instant = (seconds: string) => Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000);

const form = (fields: Fields) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();

test.skipIf(!vectors)(`the signatures that Svix publishes for Resend are genuine, and no others${note}`, () => {
  for (const { secret, id, timestamp, payload, signature } of vectors?.svix_resend ?? []) {
    const headers = new Headers({ "svix-id": id, "svix-timestamp": timestamp, "svix-signature": signature });
    const call = { raw_body: payload, headers, url: "", secret, now: instant(timestamp) };
    expect(readResendWebhook(call)).toEqual({ reports: [], replies: [] });
    expect(readResendWebhook({ ...call, raw_body: `${payload} ` })).toBeNull();
  }
});

test.skipIf(!vectors)(`the signature that SendGrid publishes is genuine, down to the line end${note}`, () => {
  const vector = vectors?.sendgrid_event_webhook;
  if (!vector) return;
  const headers = new Headers({
    "x-twilio-email-event-webhook-timestamp": vector.timestamp,
    "x-twilio-email-event-webhook-signature": vector.signature,
  });
  const call = {
    raw_body: vector.payload,
    headers,
    url: "",
    secret: vector.public_key,
    now: instant(vector.timestamp),
  };
  expect(readSendgridWebhook(call)?.reports).toEqual([
    expect.objectContaining({
      state: "failed",
      address: "hello@world.com",
      detail: "Bounced Address",
      is_permanent: true,
    }),
  ]);
  expect(readSendgridWebhook({ ...call, raw_body: vector.payload.trimEnd() })).toBeNull();
});

test.skipIf(!vectors).each(vectors?.twilio.cases ?? [{ name: "none", signature: "", valid: false }])(
  `of the signatures that Twilio publishes, "$name" is $valid${note}`,
  ({ url, params, signature, valid }) => {
    const twilio = vectors?.twilio;
    const call = {
      raw_body: form(params ?? twilio?.params ?? {}),
      headers: new Headers({ "x-twilio-signature": signature }),
      url: url ?? twilio?.url ?? "",
      secret: twilio?.auth_token ?? "",
      now: instant("0"),
    };
    expect(readTwilioWebhook(call) !== null).toBe(valid);
  },
);

test.skipIf(!vectors)(`a body that is no form is signed by its digest in the URL${note}`, () => {
  const { body = "", url = "", signature = "" } = vectors?.twilio.json_body ?? {};
  const headers = new Headers({ "x-twilio-signature": signature });
  const call = { raw_body: body, headers, url, secret: vectors?.twilio.auth_token ?? "", now: instant("0") };
  expect(readTwilioWebhook(call)).not.toBeNull();
  expect(readTwilioWebhook({ ...call, raw_body: body.replace("true", "false") })).toBeNull();
});
