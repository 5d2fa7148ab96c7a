import { expect, test } from "vitest";
import { resendProvider } from "@/lib/providers/email/resend";
import { aFile, aMail, fileInBase64 } from "@/tests/support/vendors/mails";
import { deadUrl, type VendorAnswer, vendorServer } from "@/tests/support/vendors/vendor-server";
import { specErrors, specsNote } from "@/tests/support/vendors/vendor-specs";

const SCHEMA = ["paths", "/emails/batch", "post", "requestBody", "content", "application/json", "schema"];
const api_key = "re_secret_0001";

const other = aMail({ id: "0197f0a0-0000-7000-8000-000000000002", to: "kim@example.com", reply_to: null });

async function send(answer: VendorAnswer, mails = [aMail()], timeout_ms = 2_000) {
  const { url, calls } = await vendorServer(() => answer);
  const outcomes = await resendProvider({ api_key }, { endpoint: url, timeout_ms }).send(mails, "bulk-7/0");
  return { outcomes, calls };
}

test(`a batch of mails is one call under one key, as Resend describes it${specsNote}`, async () => {
  const { outcomes, calls } = await send({ status: 200, body: { data: [{ id: "a" }, { id: "b" }] } }, [aMail(), other]);
  expect(outcomes).toEqual([
    { outcome: "accepted", provider_message_id: "a" },
    { outcome: "accepted", provider_message_id: "b" },
  ]);
  expect(calls).toHaveLength(1);
  const [call] = calls;
  expect(`${call?.method} ${call?.path}`).toBe("POST /emails/batch");
  expect(call?.headers.get("idempotency-key")).toBe("bulk-7/0");
  expect(call?.headers.get("x-batch-validation")).toBe("permissive");
  const body = JSON.parse(call?.body ?? "");
  expect(specErrors("resend/resend.openapi.json", SCHEMA, body)).toEqual([]);
  expect(body[0]).toEqual({
    from: '"Iron Temple, Leeds" <hello@irontemple.example>',
    to: "sam@example.com",
    reply_to: "desk@irontemple.example",
    subject: "नमस्ते Sam",
    html: "<p>Welcome</p>",
    text: "Welcome",
    headers: { "List-Unsubscribe": "<https://irontemple.example/u/1>" },
    tags: [{ name: "message_id", value: "0197f0a0-0000-7000-8000-000000000001" }],
  });
});

test("a mail that Resend rejects does not delay the others of its batch", async () => {
  const third = aMail({ id: "0197f0a0-0000-7000-8000-000000000003", to: "ann@example.com" });
  const body = { data: [{ id: "a" }, { id: "c" }], errors: [{ index: 1, message: "Invalid `to` field." }] };
  const { outcomes } = await send({ status: 200, body }, [aMail(), other, third]);
  expect(outcomes).toEqual([
    { outcome: "accepted", provider_message_id: "a" },
    { outcome: "rejected", code: "validation_error", message: "Resend: Invalid `to` field.", disables: null },
    { outcome: "accepted", provider_message_id: "c" },
  ]);
});

test("a hundred and one mails are two calls, each under a key of its own", async () => {
  const { url, calls } = await vendorServer((call) => ({
    status: 200,
    body: { data: JSON.parse(call.body).map((_mail: unknown, index: number) => ({ id: `m${index}` })) },
  }));
  const mails = Array.from({ length: 101 }, () => aMail());
  const outcomes = await resendProvider({ api_key }, { endpoint: url }).send(mails, "bulk-7");
  expect(outcomes).toHaveLength(101);
  expect(calls.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["bulk-7", "bulk-7/100"]);
});

const said = (name: string, statusCode: number, message = "no") => ({ name, statusCode, message });

test.each<[string, VendorAnswer, object]>([
  [
    "a wrong key lets the mails wait, and is not repeated in the message",
    { status: 401, body: said("validation_error", 401, `API key ${api_key} is invalid`) },
    { outcome: "misconfigured", message: "Resend: API key ••• is invalid" },
  ],
  [
    "a domain that was not verified lets the mails wait",
    { status: 403, body: said("validation_error", 403, "The domain is not verified") },
    { outcome: "misconfigured", message: "Resend: The domain is not verified" },
  ],
  [
    "a vendor that asks for seconds gets them",
    { status: 429, headers: { "retry-after": "7" }, body: said("rate_limit_exceeded", 429) },
    { outcome: "later", message: "Resend: no", retry_after_ms: 7_000 },
  ],
  [
    "a vendor that names a date is asked again at that date, by its own clock",
    {
      status: 429,
      headers: { date: "Mon, 23 Nov 2026 10:00:00 GMT", "retry-after": "Mon, 23 Nov 2026 10:01:30 GMT" },
      body: said("rate_limit_exceeded", 429),
    },
    { outcome: "later", message: "Resend: no", retry_after_ms: 90_000 },
  ],
  [
    "a failure at Resend is tried again",
    { status: 500, body: said("internal_server_error", 500) },
    { outcome: "later", message: "Resend: no", retry_after_ms: null },
  ],
  [
    "a gateway's page instead of JSON is a failure at Resend",
    { status: 502, headers: { "content-type": "text/html" } },
    { outcome: "later", message: expect.stringContaining("Resend: "), retry_after_ms: null },
  ],
  [
    "the same key while the first call still runs is tried again",
    { status: 409, body: said("concurrent_idempotent_requests", 409) },
    { outcome: "later", message: "Resend: no", retry_after_ms: null },
  ],
  [
    "a key that was used with another text makes the outcome unknown",
    { status: 409, body: said("invalid_idempotent_request", 409) },
    { outcome: "unknown", message: "Resend: no" },
  ],
  [
    "a mail that Resend cannot read is rejected",
    { status: 422, body: said("missing_required_field", 422) },
    { outcome: "rejected", code: "missing_required_field", message: "Resend: no", disables: null },
  ],
  ["a lost answer is asked for again, since the key is the same", "cut", { outcome: "later", retry_after_ms: null }],
])("%s", async (_guarantee, answer, outcome) => {
  const { outcomes } = await send(answer);
  expect(outcomes).toEqual([expect.objectContaining(outcome)]);
});

test("a call without an answer is stopped and retried", async () => {
  const { outcomes } = await send("silence", [aMail()], 50);
  expect(outcomes).toEqual([expect.objectContaining({ outcome: "later", retry_after_ms: null })]);
});

test("a vendor that cannot be reached is tried again", async () => {
  const provider = resendProvider({ api_key }, { endpoint: await deadUrl() });
  expect(await provider.send([aMail()], "k")).toEqual([expect.objectContaining({ outcome: "later" })]);
});

test("a mail with a line break in its subject is not sent, the others are", async () => {
  const { outcomes, calls } = await send({ status: 200, body: { data: [{ id: "b" }] } }, [
    aMail({ subject: "Hi\r\nBcc: all@example.com" }),
    other,
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["rejected", "accepted"]);
  expect(JSON.parse(calls[0]?.body ?? "")).toHaveLength(1);
});

test(`a mail with a file is a call of its own, because Resend takes no files in a batch${specsNote}`, async () => {
  const { url, calls } = await vendorServer(({ path }) =>
    path === "/emails" ? { status: 200, body: { id: "single" } } : { status: 200, body: { data: [{ id: "batched" }] } },
  );
  const mails = [aMail({ attachments: [aFile] }), other];
  const outcomes = await resendProvider({ api_key }, { endpoint: url }).send(mails, "bulk-7/0");
  expect(outcomes).toEqual([
    { outcome: "accepted", provider_message_id: "single" },
    { outcome: "accepted", provider_message_id: "batched" },
  ]);
  const single = calls.find(({ path }) => path === "/emails");
  expect(single?.headers.get("idempotency-key")).toBe(`bulk-7/0/${mails[0]?.id}`);
  const body = JSON.parse(single?.body ?? "");
  expect(specErrors("resend/resend.openapi.json", ["paths", "/emails", ...SCHEMA.slice(2)], body)).toEqual([]);
  expect(body.attachments).toEqual([
    { filename: "INV-00042.pdf", content: fileInBase64, content_type: "application/pdf" },
  ]);
});

test("a mail with a file that Resend cannot take now waits, and those behind it are not tried", async () => {
  const { outcomes, calls } = await send(
    { status: 429, headers: { "retry-after": "7" }, body: said("rate_limit_exceeded", 429) },
    [aMail({ attachments: [aFile] }), aMail({ ...other, attachments: [aFile] })],
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["later", "later"]);
  expect(calls).toHaveLength(1);
});

test("files of more than 10 MB are refused before the vendor is asked", async () => {
  const large = { ...aFile, bytes: Buffer.alloc(10 * 1024 * 1024 + 1) };
  const { outcomes, calls } = await send({ status: 200, body: { id: "a" } }, [aMail({ attachments: [large] })]);
  expect(outcomes).toEqual([
    expect.objectContaining({ outcome: "rejected", code: "attachments_too_large", disables: null }),
  ]);
  expect(calls).toEqual([]);
});
