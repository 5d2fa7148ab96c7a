import { expect, test } from "vitest";
import { twilioSmsProvider } from "@/lib/providers/sms/twilio";
import type { TextMessage } from "@/lib/providers/text-message";
import { aText, messageErrors, said, twilioAccount } from "@/tests/support/vendors/twilio";
import { deadUrl, type VendorAnswer, vendorServer } from "@/tests/support/vendors/vendor-server";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const settings = { ...twilioAccount, sender: "+15005550006" };

async function send(answer: VendorAnswer, texts: TextMessage[] = [aText()], timeout_ms = 2_000) {
  const { url, calls } = await vendorServer(() => answer);
  const outcomes = await twilioSmsProvider(settings, { endpoint: url, timeout_ms }).send(texts, "k");
  return { outcomes, calls };
}

test(`a text message goes out as Twilio describes it${specsNote}`, async () => {
  const sid = `SM${"a".repeat(32)}`;
  const { outcomes, calls } = await send({ status: 201, body: { sid, price: null, price_unit: "USD" } });
  expect(outcomes).toEqual([{ outcome: "accepted", provider_message_id: sid }]);
  expect(`${calls[0]?.method} ${calls[0]?.path}`).toBe(
    `POST /2010-04-01/Accounts/${twilioAccount.account_sid}/Messages.json`,
  );
  expect(messageErrors(calls[0]?.body ?? "")).toEqual([]);
  expect(Object.fromEntries(new URLSearchParams(calls[0]?.body))).toEqual({
    To: "+14155550132",
    From: "+15005550006",
    Body: "Your class begins at 18:00",
    StatusCallback: "https://irontemple.example/api/webhooks/twilio?message_id=0197f0a0",
  });
});

test("the price that Twilio reports is stored exactly", async () => {
  const { outcomes } = await send({ status: 201, body: { sid: "SM1", price: "-0.00750", price_unit: "USD" } });
  expect(outcomes).toEqual([
    { outcome: "accepted", provider_message_id: "SM1", cost: { amount: "0.00750", currency: "USD" } },
  ]);
});

test("a messaging service chooses the number itself", async () => {
  const { url, calls } = await vendorServer(() => ({ status: 201, body: { sid: "SM1" } }));
  const sender = `MG${"b".repeat(32)}`;
  await twilioSmsProvider({ ...twilioAccount, sender }, { endpoint: url }).send([aText()], "k");
  const form = new URLSearchParams(calls[0]?.body);
  expect([form.get("MessagingServiceSid"), form.get("From")]).toEqual([sender, null]);
});

test.each<[string, VendorAnswer, object]>([
  [
    "a wrong token lets the messages wait, and is not repeated in the message",
    said(401, 20003, `Authenticate with ${twilioAccount.auth_token}`),
    { outcome: "misconfigured", message: "Twilio: Authenticate with ••• (20003)" },
  ],
  [
    "a sender that is not the gym's lets the messages wait",
    said(400, 21606, "not a valid From"),
    { outcome: "misconfigured", message: "Twilio: not a valid From (21606)" },
  ],
  [
    "a recipient who answered STOP gets no more messages",
    said(400, 21610, "unsubscribed recipient"),
    { outcome: "rejected", code: "21610", message: "Twilio: unsubscribed recipient (21610)", disables: "address" },
  ],
  [
    "a number that cannot exist is blocked",
    said(400, 21211, "invalid To"),
    { outcome: "rejected", code: "21211", message: "Twilio: invalid To (21211)", disables: "address" },
  ],
  [
    "a number that is no mobile is blocked",
    said(400, 21614, "not a mobile"),
    { outcome: "rejected", code: "21614", message: "Twilio: not a mobile (21614)", disables: "address" },
  ],
  [
    "a country that the account may not write to does not hold the others",
    said(403, 21408, "region not enabled"),
    { outcome: "rejected", code: "21408", message: "Twilio: region not enabled (21408)", disables: null },
  ],
  [
    "too many calls at once are tried when Twilio says so",
    said(429, 20429, "too many requests", { "retry-after": "3" }),
    { outcome: "later", message: "Twilio: too many requests (20429)", retry_after_ms: 3_000 },
  ],
  [
    "a sender that is over its rate is tried later",
    said(400, 14107, "rate exceeded"),
    { outcome: "later", message: "Twilio: rate exceeded (14107)", retry_after_ms: null },
  ],
  ["a failure at Twilio is tried again", { status: 500 }, { outcome: "later", retry_after_ms: null }],
  ["a gateway that gave up waiting leaves the message in doubt", { status: 504 }, { outcome: "unknown" }],
  ["a lost answer leaves the message in doubt: Twilio would send a second one", "cut", { outcome: "unknown" }],
])("%s", async (_guarantee, answer, outcome) => {
  const { outcomes } = await send(answer);
  expect(outcomes).toEqual([expect.objectContaining(outcome)]);
});

test("a vendor that never answers makes the outcome unknown", async () => {
  const { outcomes } = await send("silence", [aText()], 50);
  expect(outcomes).toEqual([{ outcome: "unknown", message: "Twilio did not respond: the message may have been sent" }]);
});

test("a vendor that cannot be reached is tried again", async () => {
  const provider = twilioSmsProvider(settings, { endpoint: await deadUrl() });
  expect(await provider.send([aText()], "k")).toEqual([
    { outcome: "later", message: "Twilio could not be reached", retry_after_ms: null },
  ]);
});

test("one failed number does not delay the others, and the order of results stays the same", async () => {
  const { url } = await vendorServer(({ body }) => {
    const to = new URLSearchParams(body).get("To");
    return to === "+14155550101" ? said(400, 21614, "not a mobile") : { status: 201, body: { sid: `SM${to}` } };
  });
  const numbers = ["+14155550100", "+14155550101", "+14155550102"];
  const texts = numbers.map((to) => aText({ to }));
  const outcomes = await twilioSmsProvider(settings, { endpoint: url }).send(texts, "k");
  expect(outcomes.map((outcome) => ("provider_message_id" in outcome ? outcome.provider_message_id : null))).toEqual([
    "SM+14155550100",
    null,
    "SM+14155550102",
  ]);
});
