import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { signatureHeader, signWebhook } from "@/lib/providers/payments/sandbox";
import { memorySandbox, secret } from "@/tests/support/gateways/memory-sandbox";
import { aCheckout, answered } from "@/tests/support/gateways/sandbox";

const now = Temporal.Instant.from("2026-03-02T09:00:00Z");
const at = now.epochMilliseconds / 1000;
const body = JSON.stringify({
  ...{ id: "sevt_1", type: "payment.succeeded", created_at: "2026-03-02T08:59:00Z", account_ref: "sacct_test" },
  data: { subject: "payment", ref: "spay_1" },
});

const read = (raw_body: string, signature: string | null, moment = now) =>
  memorySandbox().gateway.readWebhook({
    raw_body,
    headers: new Headers(signature === null ? {} : { [signatureHeader]: signature }),
    now: moment,
  });

test("K1 a signed event is read", async () => {
  expect(await read(body, signWebhook(secret, body, at))).toMatchObject({
    ...{ event_id: "sevt_1", type: "payment.succeeded", subject: "payment", ref: "spay_1" },
    ...{ account_ref: "sacct_test", is_live: false, created_at: "2026-03-02T08:59:00Z" },
  });
});

test.each([
  ["no signature", body, null],
  ["another secret", body, signWebhook("other", body, at)],
  ["another body", body.replace("spay_1", "spay_2"), signWebhook(secret, body, at)],
  ["another time", body, signWebhook(secret, body, at).replace(`t=${at}`, `t=${at + 1}`)],
  ["a signature that is cut off", body, signWebhook(secret, body, at).slice(0, -1)],
  ["no JSON", "{", signWebhook(secret, "{", at)],
  ["another shape", "{}", signWebhook(secret, "{}", at)],
])("K1 a call with %s is refused", async (_, raw_body, signature) => {
  expect(await read(raw_body, signature)).toBeNull();
});

test("K1 a call is refused five minutes after it was signed", async () => {
  const signature = signWebhook(secret, body, at);
  expect(await read(body, signature, now.add({ minutes: 5 }))).not.toBeNull();
  expect(await read(body, signature, now.add({ minutes: 5, seconds: 1 }))).toBeNull();
  expect(await read(body, signature, now.subtract({ minutes: 6 }))).toBeNull();
});

test.each([
  ["prompt", "2026-03-02T09:00:00Z", 1],
  ["late", "2026-03-02T09:10:00Z", 1],
  ["doubled", "2026-03-02T09:00:00Z", 2],
  ["shuffled", "2026-03-02T09:00:30Z", 1],
  ["off", null, 1],
] as const)("webhooks that are %s are planned so", async (webhooks, due_at, deliveries) => {
  const sandbox = memorySandbox();
  await sandbox.behave({ webhooks });
  const { ref } = await answered(sandbox.gateway.startCheckout(aCheckout()));
  await sandbox.confirm(ref, "tm_visa");
  expect(sandbox.store.events).toEqual([
    {
      ...{ type: "payment.succeeded", subject: "payment", ref, created_at: "2026-03-02T09:00:00Z" },
      due_at,
      deliveries,
    },
  ]);
});
