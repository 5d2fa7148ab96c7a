import { expect, test } from "vitest";
import { twilioWhatsAppProvider } from "@/lib/providers/whatsapp/twilio";
import { aText, messageErrors, said, twilioAccount } from "@/tests/support/vendors/twilio";
import { type VendorAnswer, vendorServer } from "@/tests/support/vendors/vendor-server";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const settings = { ...twilioAccount, sender: "+15005550006" };

async function send(text: Parameters<typeof aText>[0], answer: VendorAnswer = { status: 201, body: { sid: "SM1" } }) {
  const { url, calls } = await vendorServer(() => answer);
  const outcomes = await twilioWhatsAppProvider(settings, { endpoint: url }).send([aText(text)], "k");
  return { outcomes, form: new URLSearchParams(calls[0]?.body), body: calls[0]?.body ?? "" };
}

test(`an approved template goes out by its ContentSid, with its variables${specsNote}`, async () => {
  const sid = `HX${"c".repeat(32)}`;
  const { outcomes, form, body } = await send({ content: { sid, variables: { "1": "Sam", "2": "18:00" } } });
  expect(outcomes).toEqual([{ outcome: "accepted", provider_message_id: "SM1" }]);
  expect(messageErrors(body)).toEqual([]);
  expect(Object.fromEntries(form)).toEqual({
    To: "whatsapp:+14155550132",
    From: "whatsapp:+15005550006",
    ContentSid: sid,
    ContentVariables: '{"1":"Sam","2":"18:00"}',
    StatusCallback: "https://irontemple.example/api/webhooks/twilio?message_id=0197f0a0",
  });
});

test(`pictures are sent beside the text${specsNote}`, async () => {
  const media_urls = ["https://irontemple.example/a.jpg", "https://irontemple.example/b.jpg"];
  const { form, body } = await send({ media_urls });
  expect(messageErrors(body)).toEqual([]);
  expect([form.get("Body"), form.getAll("MediaUrl")]).toEqual(["Your class begins at 18:00", media_urls]);
});

test("a message outside the 24 hours that is no template is rejected, its number is not", async () => {
  const { outcomes } = await send({}, said(400, 63016, "outside the allowed window"));
  expect(outcomes).toEqual([
    { outcome: "rejected", code: "63016", message: "Twilio: outside the allowed window (63016)", disables: null },
  ]);
});

test("a number without WhatsApp is left alone", async () => {
  const { outcomes } = await send({}, said(400, 63024, "invalid recipient"));
  expect(outcomes).toEqual([expect.objectContaining({ outcome: "rejected", disables: "address" })]);
});

test("a WhatsApp number that is not the gym's lets the messages wait", async () => {
  const { outcomes } = await send({}, said(400, 63007, "no channel with this From address"));
  expect(outcomes).toEqual([expect.objectContaining({ outcome: "misconfigured" })]);
});
