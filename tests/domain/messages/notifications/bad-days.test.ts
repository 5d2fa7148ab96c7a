import { afterEach, expect, test } from "vitest";
import { staffNotices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listProviders, testProvider } from "@/lib/contracts/messages/notification-providers";
import { getMessage } from "@/lib/contracts/messages/notifications";
import { dueQueues, sendMessage } from "@/lib/domain/messages/notifications";
import { saveProvider } from "@/lib/domain/messages/providers";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { fixedClock } from "@/lib/kernel/clock";
import type { Channel } from "@/lib/values/delivery";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { newDevice } from "@/tests/support/messages/contacts";
import { resend, turn, twilio } from "@/tests/support/messages/delivery";
import { messagesOf, noon, notifyMembers } from "@/tests/support/messages/messages";
import { firebaseServer, serviceAccount } from "@/tests/support/vendors/firebase-server";
import { type VendorAnswer, type VendorCall, vendorServer } from "@/tests/support/vendors/vendor-server";

afterEach(() => setVendorEndpoint(undefined));

type Provider = Parameters<typeof saveProvider>[1];

const sendgrid: Provider = {
  channel: "email",
  vendor: "sendgrid",
  settings: { from_email: "hello@gym.example" },
  secrets: { api_key: "SG.test" },
};
const whatsapp: Provider = { ...twilio, channel: "whatsapp" };

const taken = ({ path, body }: VendorCall): VendorAnswer => {
  if (path.includes("Messages.json")) return { status: 201, body: { sid: "SM1", status: "queued" } };
  if (path.includes("/v3/mail/send")) return { status: 202, headers: { "x-message-id": "sg-1" } };
  return { status: 200, body: { data: (JSON.parse(body) as unknown[]).map((_mail, index) => ({ id: `r-${index}` })) } };
};

async function vendor(answer: (call: VendorCall, number: number) => VendorAnswer) {
  const server = await vendorServer(answer);
  setVendorEndpoint(server.url);
  return server.calls;
}

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const choose = (gym: Gym, provider: Provider) => saveProvider(gym.people.gym_owner.caller, provider);

/** Two messages that wait for the channel's vendor. */
async function waiting(provider: Provider): Promise<Gym> {
  const gym = await newGym();
  await choose(gym, provider);
  for (const n of [1, 2]) {
    const member_id = await newMember(gym, {
      first_name: `Kai${n}`,
      email: `kai${n}@example.com`,
      phone: `+1415555010${n}`,
      preferred_channel: provider.channel,
    });
    await queueFor(gym, member_id, provider.channel);
  }
  return gym;
}

async function queueFor(gym: Gym, member_id: string, channel: Channel): Promise<void> {
  const variables = { plan_name: "Unlimited", resumes_on: "2026-03-05" };
  if (channel === "whatsapp") {
    const hello = { member_id, channel, category: "transactional" as const, body: "Hello" };
    await sendMessage({ ...gym.people.gym_owner.caller, clock: fixedClock(noon) }, hello);
  } else await notifyMembers(gym, "freeze_ended", [{ member_id, event_key: "freeze_ended:1", variables }]);
}

const states = async (gym: Gym) => (await messagesOf(gym)).map(({ state, reason }) => `${state} ${reason}`);
const providerOf = async (gym: Gym, channel: Channel) =>
  (await call(listProviders, {}, owner(gym))).data.find((one) => one.channel === channel);
const due = (gym: Gym, at: string) => dueQueues(gym.organization, fixedClock(at));

const invalidKey: VendorAnswer = {
  status: 401,
  body: { name: "invalid_api_key", message: "API key is invalid", statusCode: 401 },
};
const twilioSays = { status: 401, body: { code: 20003, message: "Authenticate", status: 401 } };

test.each<[string, Provider, VendorAnswer, string]>([
  ["Resend's 401", resend, invalidKey, "Resend: API key is invalid"],
  [
    "Resend's 403",
    resend,
    { status: 403, body: { name: "validation_error", message: "The domain is not verified", statusCode: 403 } },
    "Resend: The domain is not verified",
  ],
  [
    "SendGrid's 401",
    sendgrid,
    { status: 401, body: { errors: [{ message: "The provided authorization grant is invalid" }] } },
    "SendGrid: The provided authorization grant is invalid",
  ],
  [
    "SendGrid's 403",
    sendgrid,
    { status: 403, body: { errors: [{ message: "access forbidden" }] } },
    "SendGrid: access forbidden",
  ],
  ["Twilio's 401 to a text", twilio, twilioSays, "Twilio: Authenticate (20003)"],
  ["Twilio's 401 on WhatsApp", whatsapp, twilioSays, "Twilio: Authenticate (20003)"],
  ["a 403 of a proxy before Twilio", twilio, { status: 403 }, "Twilio: answered 403"],
])(
  "%s makes the gym's messages wait and notifies its admins; a correction sends them",
  async (_answer, provider, refusal, failure) => {
    const gym = await waiting(provider);
    const { channel } = provider;
    let is_refused = true;
    const calls = await vendor((asked) => (is_refused ? refusal : taken(asked)));
    await turn(gym, noon, channel);
    const tried = calls.length;
    expect(await states(gym)).toEqual(["queued provider_misconfigured", "queued provider_misconfigured"]);
    expect(await providerOf(gym, channel)).toMatchObject({
      failing_since: "2026-03-05T12:00:00.000Z",
      failure,
      waiting: 2,
    });
    expect(await due(gym, "2026-03-09T12:00:00Z")).toEqual([]);
    await turn(gym, "2026-03-09T12:00:00Z", channel);
    expect(calls.length).toBe(tried);
    const notices = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db.select({ user_id: staffNotices.user_id, body: staffNotices.body }).from(staffNotices),
    );
    expect(notices.map(({ user_id }) => user_id).sort()).toEqual(
      [gym.people.gym_owner.user_id, gym.people.admin.user_id].sort(),
    );
    expect(notices[0]?.body).toBe(`${failure}. Messages wait until the provider's settings work again.`);
    const [first] = await messagesOf(gym);
    expect((await call(getMessage, { id: first?.id ?? "" }, owner(gym))).explanation).toMatch(
      /^The provider rejects the gym's credentials\. The message waits until they work\. /,
    );

    is_refused = false;
    await choose(gym, provider);
    expect(await providerOf(gym, channel)).toMatchObject({ failing_since: null, failure: null });
    expect(await due(gym, "2026-03-09T12:00:00Z")).toEqual([{ channel, lane: "urgent" }]);
    expect((await turn(gym, "2026-03-09T12:00:00Z", channel)).sent).toBe(2);
    expect(await states(gym)).toEqual(["sent null", "sent null"]);
  },
);

test("credentials that work again at the vendor are found by a test message, and what waited may go", async () => {
  const gym = await waiting(resend);
  let is_refused = true;
  await vendor((asked) => (is_refused ? invalidKey : taken(asked)));
  await turn(gym);
  is_refused = false;
  await call(testProvider, { channel: "email", to: "me@example.com" }, owner(gym));
  expect(await providerOf(gym, "email")).toMatchObject({ failing_since: null, waiting: 2 });
  expect((await turn(gym, "2026-03-06T12:00:00Z")).sent).toBe(2);
});

test("a service account that may not send lets push messages wait, and another one lets them go", async () => {
  const gym = await newGym();
  const refused = { status: 403, body: { error: { code: 403, status: "PERMISSION_DENIED", message: "Denied" } } };
  let is_refused = true;
  await firebaseServer(() => (is_refused ? refused : { status: 200, body: { name: "projects/p/messages/1" } }));
  const push = (project: string): Provider => ({
    channel: "push",
    vendor: "firebase",
    settings: {},
    secrets: { service_account: serviceAccount(`${gym.organization.slug}-${project}`) },
  });
  await choose(gym, push("one"));
  await newDevice(gym, gym.member_id);
  await queueFor(gym, gym.member_id, "push");
  await turn(gym, noon, "push");
  expect(await states(gym)).toEqual(["queued provider_misconfigured"]);
  expect(await providerOf(gym, "push")).toMatchObject({ failure: "Firebase: Denied", waiting: 1 });
  is_refused = false;
  await choose(gym, push("two"));
  expect((await turn(gym, "2026-03-09T12:00:00Z", "push")).sent).toBe(1);
});

const seconds = { "retry-after": "1800" };
const date = { date: "Mon, 23 Nov 2026 10:00:00 GMT", "retry-after": "Mon, 23 Nov 2026 10:30:00 GMT" };

test.each<[string, Provider, VendorAnswer]>([
  ["Resend's 429 in seconds", resend, { status: 429, headers: seconds, body: { name: "rate_limit_exceeded" } }],
  ["Resend's 503 as a date", resend, { status: 503, headers: date, body: { name: "internal_server_error" } }],
  ["SendGrid's 429 as a date", sendgrid, { status: 429, headers: date, body: { errors: [] } }],
  ["SendGrid's 503 in seconds", sendgrid, { status: 503, headers: seconds, body: { errors: [] } }],
  ["Twilio's 429 as a date", twilio, { status: 429, headers: date, body: { code: 20429, message: "Slow down" } }],
  ["Twilio's 503 in seconds", twilio, { status: 503, headers: seconds }],
])("P12 Retry-After is respected: %s", async (_answer, provider, later) => {
  const gym = await waiting(provider);
  let is_late = true;
  const calls = await vendor((asked) => (is_late ? later : taken(asked)));
  await turn(gym, noon, provider.channel);
  const rows = await messagesOf(gym);
  expect(rows.map(({ state, send_after }) => [state, send_after])).toEqual([
    ["queued", "2026-03-05T12:30:00.000Z"],
    ["queued", "2026-03-05T12:30:00.000Z"],
  ]);
  const tried = calls.length;
  await turn(gym, "2026-03-05T12:29:59Z", provider.channel);
  expect(calls.length).toBe(tried);
  is_late = false;
  expect((await turn(gym, "2026-03-05T12:30:00Z", provider.channel)).sent).toBe(2);
});

test("P1 mails that Resend took without our hearing of it are asked for under the same key, and go out once", async () => {
  const gym = await waiting(resend);
  const taken_keys = new Map<string, string>();
  await vendor((asked, number) => {
    const key = asked.headers.get("idempotency-key") ?? "";
    if (taken_keys.has(key)) expect(asked.body).toBe(taken_keys.get(key));
    taken_keys.set(key, asked.body);
    return number === 1 ? "cut" : taken(asked);
  });
  await turn(gym);
  expect(await states(gym)).toEqual(["queued null", "queued null"]);
  expect((await turn(gym, "2026-03-05T12:00:30Z")).sent).toBe(2);
  expect(taken_keys.size).toBe(1);
});

test.each<[string, Provider]>([
  ["SendGrid", sendgrid],
  ["Twilio, by text", twilio],
  ["Twilio, on WhatsApp", whatsapp],
])(
  "P1 a message that %s may have taken is not sent again by itself, and the log says what to do",
  async (_vendor, provider) => {
    const gym = await waiting(provider);
    const calls = await vendor(() => "cut");
    await turn(gym, noon, provider.channel);
    await turn(gym, "2026-03-07T12:00:00Z", provider.channel);
    expect(calls).toHaveLength(2);
    expect(await states(gym)).toEqual(["unknown unclear_acceptance", "unknown unclear_acceptance"]);
    const [first] = await messagesOf(gym);
    const { explanation } = await call(getMessage, { id: first?.id ?? "" }, owner(gym));
    expect(explanation).toMatch(
      /^The message may have been sent\. Send it again only if a duplicate does no harm\. (SendGrid|Twilio) did not respond/,
    );
  },
);
