import { expect, test } from "vitest";
import { sendgridProvider } from "@/lib/providers/email/sendgrid";
import { aFile, aMail, fileInBase64 } from "@/tests/support/vendors/mails";
import { deadUrl, type VendorAnswer, vendorServer } from "@/tests/support/vendors/vendor-server";
import { specErrors, specsNote } from "@/tests/support/vendors/vendor-specs";

const SCHEMA = ["paths", "/mail/send", "post", "parameters", "0", "schema"];
const api_key = "SG.secret-0001";

async function send(answer: VendorAnswer, mails = [aMail()], timeout_ms = 2_000) {
  const { url, calls } = await vendorServer(() => answer);
  const outcomes = await sendgridProvider({ api_key }, { endpoint: url, timeout_ms }).send(mails, "k");
  return { outcomes, calls };
}

test(`a mail goes out as SendGrid describes it, without link rewriting or tracking${specsNote}`, async () => {
  const { outcomes, calls } = await send({ status: 202, headers: { "x-message-id": "abc" } });
  expect(outcomes).toEqual([{ outcome: "accepted", provider_message_id: "abc" }]);
  expect(`${calls[0]?.method} ${calls[0]?.path}`).toBe("POST /v3/mail/send");
  expect(calls[0]?.headers.get("authorization")).toBe(`Bearer ${api_key}`);
  const body = JSON.parse(calls[0]?.body ?? "");
  expect(specErrors("sendgrid/oai.trimmed.json", SCHEMA, body)).toEqual([]);
  expect(body).toMatchObject({
    from: { email: "hello@irontemple.example", name: "Iron Temple, Leeds" },
    reply_to: { email: "desk@irontemple.example" },
    personalizations: [
      {
        to: [{ email: "sam@example.com" }],
        custom_args: { fitflow_message_id: "0197f0a0-0000-7000-8000-000000000001" },
      },
    ],
    subject: "नमस्ते Sam",
    content: [
      { type: "text/plain", value: "Welcome" },
      { type: "text/html", value: "<p>Welcome</p>" },
    ],
    headers: { "List-Unsubscribe": "<https://irontemple.example/u/1>" },
    tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
  });
});

const said = (message: string, field: string | null = null) => ({ errors: [{ message, field }] });

test.each<[string, VendorAnswer, object]>([
  [
    "a wrong key lets the mails wait",
    { status: 401, body: said(`The key ${api_key} is invalid`) },
    { outcome: "misconfigured", message: "SendGrid: The key ••• is invalid" },
  ],
  [
    "a sender that was not verified lets the mails wait",
    { status: 403, body: said("The from address does not match a verified sender", "from") },
    { outcome: "misconfigured", message: "SendGrid: The from address does not match a verified sender" },
  ],
  [
    "a vendor that asks for time gets it",
    { status: 429, headers: { "retry-after": "12" }, body: said("too many requests") },
    { outcome: "later", message: "SendGrid: too many requests", retry_after_ms: 12_000 },
  ],
  ["a failure at SendGrid is tried again", { status: 500 }, { outcome: "later", retry_after_ms: null }],
  ["a gateway that gave up waiting leaves the mail in doubt", { status: 504 }, { outcome: "unknown" }],
  [
    "an address that cannot exist is left alone from now on",
    { status: 400, body: said("Does not contain a valid address.", "personalizations.0.to.0.email") },
    {
      outcome: "rejected",
      code: "invalid_address",
      message: "SendGrid: Does not contain a valid address.",
      disables: "address",
    },
  ],
  [
    "a mail that is too large is rejected, its address is not",
    { status: 413, body: said("The payload is too large") },
    { outcome: "rejected", code: "http_413", message: "SendGrid: The payload is too large", disables: null },
  ],
  ["a lost answer leaves the mail in doubt, since a second try would be a second mail", "cut", { outcome: "unknown" }],
])("%s", async (_guarantee, answer, outcome) => {
  const { outcomes } = await send(answer);
  expect(outcomes).toEqual([expect.objectContaining(outcome)]);
});

test("a vendor that never answers makes the mail's outcome unknown", async () => {
  const { outcomes } = await send("silence", [aMail()], 50);
  expect(outcomes).toEqual([
    { outcome: "unknown", message: "SendGrid did not respond: the message may have been sent" },
  ]);
});

test("a vendor that cannot be reached is tried again", async () => {
  const provider = sendgridProvider({ api_key }, { endpoint: await deadUrl() });
  expect(await provider.send([aMail()], "k")).toEqual([
    { outcome: "later", message: "SendGrid could not be reached", retry_after_ms: null },
  ]);
});

test("after a rejection that applies to all, the remaining mails are not sent", async () => {
  const mails = Array.from({ length: 20 }, () => aMail());
  const { outcomes, calls } = await send({ status: 429, headers: { "retry-after": "1" } }, mails);
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["later"]));
  expect(outcomes).toHaveLength(20);
  expect(calls.length).toBeLessThanOrEqual(5);
});

test(`a mail carries its files${specsNote}`, async () => {
  const { calls } = await send({ status: 202 }, [aMail({ attachments: [aFile] })]);
  const body = JSON.parse(calls[0]?.body ?? "");
  expect(specErrors("sendgrid/oai.trimmed.json", SCHEMA, body)).toEqual([]);
  expect(body.attachments).toEqual([
    { filename: "INV-00042.pdf", type: "application/pdf", disposition: "attachment", content: fileInBase64 },
  ]);
});
