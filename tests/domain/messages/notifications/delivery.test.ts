import { afterEach, expect, test } from "vitest";
import { blockedAddresses, messageProviders, staffNotices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { updateMember } from "@/lib/contracts/members/members";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { newBlock } from "@/tests/support/messages/contacts";
import { change, choose, resend, turn, twilio } from "@/tests/support/messages/delivery";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";
import { type VendorAnswer, type VendorCall, vendorServer } from "@/tests/support/vendors/vendor-server";

afterEach(() => setVendorEndpoint(undefined));

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const person = (n: number) => ({ first_name: `Kai${n}`, email: `kai${n}@example.com`, phone: `+1415555010${n}` });
const taken = ({ body }: VendorCall): VendorAnswer => ({
  status: 200,
  body: { data: (JSON.parse(body) as unknown[]).map((_mail, index) => ({ id: `r-${index}` })) },
});

async function vendor(answer: (call: VendorCall, number: number) => VendorAnswer) {
  const server = await vendorServer(answer);
  setVendorEndpoint(server.url);
  return server;
}

/** A gym with so many members who are to be welcomed. */
async function welcoming(people = 1, fields = {}) {
  const gym = await newGym();
  const ids: string[] = [];
  for (let n = 0; n < people; n++) ids.push(await newMember(gym, { ...person(n), ...fields }));
  const variables = { plan_name: "Unlimited", starts_on: "2026-03-12" };
  await notifyMembers(
    gym,
    "welcome",
    ids.map((member_id) => ({ member_id, event_key: "welcome:1", variables })),
  );
  return gym;
}

const states = async (gym: Gym) =>
  (await messagesOf(gym)).map(({ channel, state, reason }) => [channel, state, reason]);

test("without a provider a message counts as sent, and is there to be read in the outbox", async () => {
  const gym = await welcoming(3);
  expect(await turn(gym)).toEqual({ sent: 3, again_in_ms: null });
  const [message] = await messagesOf(gym);
  expect(message).toMatchObject({ state: "sent", vendor: "local", attempts: 1, sent_at: "2026-03-05T12:00:00.000Z" });
  expect(await turn(gym)).toEqual({ sent: 0, again_in_ms: null });
});

test("what the vendor takes is sent, with the vendor's own number and in one call for all", async () => {
  const gym = await welcoming(3);
  await choose(gym, resend);
  const { calls } = await vendor(taken);
  expect((await turn(gym)).sent).toBe(3);
  const [first, second] = await messagesOf(gym);
  expect([first?.state, first?.provider_message_id, second?.provider_message_id]).toEqual(["sent", "r-0", "r-1"]);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.headers.get("idempotency-key")).toBe(first?.batch_id);
  const [mail] = JSON.parse(calls[0]?.body ?? "[]");
  expect(mail).toMatchObject({ to: "kai0@example.com", subject: expect.stringMatching(/^Welcome to .*, Kai0$/) });
  expect(mail.html).toContain("Open my page");
});

test("a name cannot inject HTML into a mail", async () => {
  const gym = await welcoming(1, { first_name: "<img src=x onerror=alert(1)>", preferred_channel: "email" });
  await choose(gym, resend);
  const { calls } = await vendor(taken);
  await turn(gym);
  expect(JSON.parse(calls[0]?.body ?? "[]")[0].html).not.toContain("<img src=x");
});

test("P12 a call of an unavailable vendor is retried with growing delays under the same key", async () => {
  const gym = await welcoming(2);
  await choose(gym, resend);
  const { calls } = await vendor((call, number) => (number < 3 ? { status: 503, body: {} } : taken(call)));
  expect(await turn(gym)).toEqual({ sent: 0, again_in_ms: 60_000 });
  expect((await messagesOf(gym))[0]).toMatchObject({ state: "queued", send_after: "2026-03-05T12:00:30.000Z" });
  expect(await turn(gym, "2026-03-05T12:00:29Z")).toEqual({ sent: 0, again_in_ms: null });
  await turn(gym, "2026-03-05T12:00:30Z");
  expect((await messagesOf(gym))[0]?.send_after).toBe("2026-03-05T12:01:30.000Z");
  expect((await turn(gym, "2026-03-05T12:01:30Z")).sent).toBe(2);
  expect(new Set(calls.map(({ headers }) => headers.get("idempotency-key"))).size).toBe(1);
  expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
});

test("a vendor's Retry-After is respected", async () => {
  const gym = await welcoming();
  await choose(gym, resend);
  const body = { name: "rate_limit_exceeded", message: "Too many requests", statusCode: 429 };
  await vendor(() => ({ status: 429, headers: { "retry-after": "1800" }, body }));
  expect(await turn(gym)).toEqual({ sent: 0, again_in_ms: null });
  expect((await messagesOf(gym))[0]?.send_after).toBe("2026-03-05T12:30:00.000Z");
});

test("P12 after a day of attempts the mail fails and the member gets a text message instead", async () => {
  const gym = await welcoming();
  await choose(gym, resend);
  await vendor(() => ({ status: 503, body: {} }));
  await turn(gym);
  await turn(gym, "2026-03-06T12:00:00Z");
  expect(await states(gym)).toEqual([
    ["email", "failed", "gave_up"],
    ["sms", "queued", null],
  ]);
  const [mail, text] = await messagesOf(gym);
  expect([text?.event_key, text?.body]).toEqual([
    mail?.event_key,
    `Welcome to ${gym.organization.name}, Kai0! Your Unlimited begins on 12 March. See you soon.`,
  ]);
});

test("wrong credentials make all of the gym's messages wait, and correct ones send them", async () => {
  const gym = await welcoming(2);
  await choose(gym, resend);
  const { calls } = await vendor((call, number) =>
    number === 1 ? { status: 401, body: { name: "invalid_api_key", message: "API key is invalid" } } : taken(call),
  );
  await turn(gym);
  expect(await turn(gym, "2026-03-08T12:00:00Z")).toEqual({ sent: 0, again_in_ms: null });
  expect(calls).toHaveLength(1);
  const [provider] = await inTenant(inGym(gym), (db) => db.select().from(messageProviders));
  expect([provider?.failing_since, provider?.failure]).toEqual([
    "2026-03-05T12:00:00.000Z",
    "Resend: API key is invalid",
  ]);
  const notices = await inTenant(inGym(gym), (db) => db.select().from(staffNotices));
  expect(notices.map(({ kind, title }) => [kind, title])).toEqual([
    ["provider_failing", "E-mail: the provider rejects the credentials"],
    ["provider_failing", "E-mail: the provider rejects the credentials"],
  ]);
  expect(await states(gym)).toEqual([
    ["email", "queued", "provider_misconfigured"],
    ["email", "queued", "provider_misconfigured"],
  ]);
  await choose(gym, resend);
  expect((await turn(gym, "2026-03-09T12:00:00Z")).sent).toBe(2);
});

test("P9 an address that the vendor calls dead is blocked, and the next channel takes over", async () => {
  const gym = await welcoming(1, { preferred_channel: "sms" });
  await choose(gym, twilio);
  await vendor(() => ({
    status: 400,
    body: { code: 21610, message: "Attempt to send to unsubscribed recipient", status: 400 },
  }));
  await turn(gym, undefined, "sms");
  expect(await states(gym)).toEqual([
    ["sms", "failed", "rejected"],
    ["email", "queued", null],
  ]);
  const [block] = await inTenant(inGym(gym), (db) => db.select().from(blockedAddresses));
  expect([block?.channel, block?.address, block?.reason]).toEqual(["sms", "+14155550100", "stop"]);
});

test("an answer that was lost at a vendor without idempotency is never tried again by itself", async () => {
  const gym = await welcoming(1, { preferred_channel: "sms" });
  await choose(gym, twilio);
  const { calls } = await vendor(() => "cut");
  await turn(gym, undefined, "sms");
  await turn(gym, "2026-03-07T12:00:00Z", "sms");
  expect(calls).toHaveLength(1);
  expect(await states(gym)).toEqual([["sms", "unknown", "unclear_acceptance"]]);
});

test("a claim that ran out is repeated under its key where the vendor knows the key, and is unclear elsewhere", async () => {
  const [mailed, texted] = [await welcoming(), await welcoming(1, { preferred_channel: "sms" })];
  await choose(mailed, resend);
  await choose(texted, twilio);
  const batch_id = "0197f0a0-0000-7000-8000-0000000000ff";
  const claimed = { state: "sending" as const, attempts: 1, batch_id, claimed_until: "2026-03-05T12:05:00.000Z" };
  for (const [gym, vendor_name] of [
    [mailed, "resend"],
    [texted, "twilio"],
  ] as const)
    await change(gym, (await messagesOf(gym))[0]?.id ?? "", { ...claimed, vendor: vendor_name });
  const { calls } = await vendor(taken);
  expect(await turn(mailed, "2026-03-05T12:04:59Z")).toEqual({ sent: 0, again_in_ms: null });
  await turn(mailed, "2026-03-05T12:05:00Z");
  await turn(texted, "2026-03-05T12:05:00Z", "sms");
  expect(calls.map(({ headers }) => headers.get("idempotency-key"))).toEqual([batch_id]);
  expect([await states(mailed), await states(texted)]).toEqual([
    [["email", "sent", null]],
    [["sms", "unknown", "unclear_acceptance"]],
  ]);
});

test("P4 a member who sends STOP while a message waits does not get it as a text message; an essential one comes by mail", async () => {
  const gym = await welcoming(1, { preferred_channel: "sms" });
  await newBlock(gym, { channel: "sms", address: "+14155550100", reason: "stop" });
  await turn(gym, undefined, "sms");
  expect(await states(gym)).toEqual([
    ["sms", "suppressed", "blocked_address"],
    ["email", "queued", null],
  ]);
});

test("P4 a message that waits goes to the number that the member has by then, not to one that has said STOP since", async () => {
  const gym = await welcoming(1, { preferred_channel: "sms" });
  const [{ member_id } = { member_id: null }] = await messagesOf(gym);
  await newBlock(gym, { channel: "sms", address: "+14155550100", reason: "stop" });
  await call(updateMember, { id: member_id ?? "", phone: "+14155550177" }, { token: gym.people.receptionist.token });
  await choose(gym, twilio);
  const { calls } = await vendor(() => ({ status: 201, body: { sid: "SM1" } }));
  expect((await turn(gym, undefined, "sms")).sent).toBe(1);
  expect(calls.map(({ body }) => new URLSearchParams(body).get("To"))).toEqual(["+14155550177"]);
  expect((await messagesOf(gym))[0]?.to_address).toBe("+14155550177");
});

test("P6 advertising whose turn comes at night waits for the morning", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { ...person(1), marketing_consent_at: "2026-01-01T00:00:00Z" });
  await notifyMembers(gym, "birthday", [{ member_id, event_key: "birthday:2026", variables: {} }]);
  expect((await turn(gym, "2026-03-05T23:00:00Z", "email", "bulk")).sent).toBe(0);
  expect((await messagesOf(gym))[0]).toMatchObject({
    state: "queued",
    send_after: "2026-03-06T08:00:00.000Z",
    attempts: 0,
  });
  expect((await turn(gym, "2026-03-06T08:00:00Z", "email", "bulk")).sent).toBe(1);
});

test("two processes that work at the same queue send each message once", async () => {
  const gym = await welcoming(9);
  await choose(gym, resend);
  const { calls } = await vendor(taken);
  const turns = await Promise.all([turn(gym), turn(gym), turn(gym)]);
  expect(turns.reduce((sum, { sent }) => sum + sent, 0)).toBe(9);
  expect(calls.flatMap(({ body }) => JSON.parse(body))).toHaveLength(9);
});
