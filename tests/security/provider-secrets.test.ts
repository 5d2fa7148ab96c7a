import { expect, test } from "vitest";
import { messageProviders } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { configOf, findProvider } from "@/lib/domain/messages/providers";
import { isPrivateAddress } from "@/lib/providers/email/public-address";
import type { Channel } from "@/lib/values/delivery";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";
import { serviceAccount } from "@/tests/support/vendors/firebase-server";

type Vendor = (typeof contracts.vendorNames)[number];
type Given = {
  channel: Channel;
  vendor: Vendor;
  settings: Record<string, string>;
  /** Another value for each setting that decides to which server or account the secrets go. */
  binding: Record<string, string>;
  harmless: Record<string, string>;
  secrets: Record<string, string>;
};

const mail = { from_email: "hello@gym.example", from_name: "Gym", reply_to: "desk@gym.example" };
const otherMail = { from_email: "team@gym.example", from_name: "Team", reply_to: "office@gym.example" };
const sid = (digit: string) => `AC${digit.repeat(32)}`;
const web = {
  web_api_key: "AIza-1",
  web_app_id: "1:1:web:1",
  web_project_id: "iron-temple",
  web_messaging_sender_id: "1",
  web_vapid_key: "B".repeat(87),
};

const table: Given[] = [
  {
    channel: "email",
    vendor: "resend",
    settings: mail,
    binding: {},
    harmless: otherMail,
    secrets: { api_key: "re_1", webhook_secret: "whsec_1" },
  },
  {
    channel: "email",
    vendor: "sendgrid",
    settings: mail,
    binding: {},
    harmless: otherMail,
    secrets: { api_key: "SG.1", webhook_public_key: "MFk1" },
  },
  {
    channel: "email",
    vendor: "smtp",
    settings: { ...mail, host: "smtp.gym.example", port: "587", security: "starttls", username: "gym" },
    binding: { host: "smtp.attacker.example", port: "25", security: "none", username: "other" },
    harmless: otherMail,
    secrets: { password: "correct horse" },
  },
  {
    channel: "sms",
    vendor: "twilio",
    settings: { account_sid: sid("0"), sender: "+14155550100" },
    binding: { account_sid: sid("1") },
    harmless: { sender: "+14155550101" },
    secrets: { auth_token: "token" },
  },
  {
    channel: "whatsapp",
    vendor: "twilio",
    settings: { account_sid: sid("0"), sender: "+14155550100" },
    binding: { account_sid: sid("1") },
    harmless: { sender: "+14155550101" },
    secrets: { auth_token: "token" },
  },
  {
    channel: "push",
    vendor: "firebase",
    settings: web,
    binding: { web_project_id: "another" },
    harmless: {
      web_api_key: "AIza-2",
      web_app_id: "1:2:web:2",
      web_messaging_sender_id: "2",
      web_vapid_key: "C".repeat(87),
    },
    secrets: { service_account: serviceAccount("iron-temple") },
  },
];

const as = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const put = (gym: Gym, { channel, vendor, settings, secrets }: Omit<Given, "binding" | "harmless">) =>
  call(contracts.saveProvider, { channel, vendor, settings, secrets }, as(gym));
const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const storedOn = (gym: Gym, channel: Channel) =>
  inTenant(inGym(gym), (db) => findProvider({ db, organization_id: gym.organization_id }, channel));

test("A14 the table below names every setting of every vendor", async () => {
  const gym = await newGym();
  const { data } = await call(contracts.listProviders, {}, as(gym));
  const listed = data.flatMap(({ channel, choices }) =>
    choices
      .filter(({ vendor }) => vendor !== "local")
      .map(({ vendor, fields }) => ({
        of: `${channel} ${vendor}`,
        binding: fields.filter((one) => one.binds_secrets).map(({ name }) => name),
        harmless: fields.filter((one) => !one.binds_secrets && !one.is_secret).map(({ name }) => name),
        secrets: fields.filter((one) => one.is_secret).map(({ name }) => name),
      })),
  );
  const expected = table.map(({ channel, vendor, binding, harmless, secrets }) => ({
    of: `${channel} ${vendor}`,
    binding: Object.keys(binding),
    harmless: Object.keys(harmless),
    secrets: Object.keys(secrets),
  }));
  const inOrder = (lists: typeof listed) =>
    lists.map(({ of, ...names }) => [of, ...Object.values(names).map((some) => some.toSorted())]);
  expect(inOrder(listed)).toEqual(inOrder(expected));
});

test.each(table)(
  "A14 $channel by $vendor: each secret is asked for again where it would go elsewhere",
  async (given) => {
    const gym = await newGym();
    const { binding, secrets, channel, vendor } = given;
    await put(gym, given);
    for (const [name, value] of Object.entries(binding)) {
      const moved = { channel, vendor, settings: { ...given.settings, [name]: value }, secrets: {} };
      const rejected = await refusal(contracts.saveProvider, moved, as(gym));
      expect([name, rejected.status, rejected.errors?.map(({ field }) => field)]).toEqual([
        name,
        422,
        Object.keys(secrets).map((secret) => `secrets.${secret}`),
      ]);
      expect(rejected.errors?.[0]?.message).toMatch(
        /^Enter the .+ again: it was stored for another server or account$/,
      );
      const emptied = { ...moved, settings: { ...given.settings, [name]: "" } };
      expect([name, (await refusal(contracts.saveProvider, emptied, as(gym))).status]).toEqual([name, 422]);
    }
    const row = await storedOn(gym, channel);
    expect([row?.version, row?.settings]).toEqual([1, given.settings]);
  },
);

test.each(table)(
  "A14 $channel by $vendor: what says nothing of where secrets go leaves them as they are",
  async (given) => {
    const gym = await newGym();
    await put(gym, given);
    for (const [name, value] of Object.entries(given.harmless)) {
      const { secrets } = await put(gym, { ...given, settings: { ...given.settings, [name]: value }, secrets: {} });
      expect([name, secrets]).toEqual([name, Object.keys(given.secrets)]);
    }
  },
);

test.each(table.filter(({ binding }) => Object.keys(binding).length > 0))(
  "A14 $channel by $vendor: with its secrets given again, it moves",
  async (given) => {
    const gym = await newGym();
    await put(gym, given);
    const settings = { ...given.settings, ...given.binding };
    expect(await put(gym, { ...given, settings })).toMatchObject({ version: 2, secrets: Object.keys(given.secrets) });
  },
);

test("A14 a test of a new server does not send the old password", async () => {
  const gym = await newGym();
  const [, , smtp] = table as [Given, Given, Given];
  await put(gym, smtp);
  const settings = { ...smtp.settings, host: "smtp.attacker.example", security: "none" };
  await put(gym, { ...smtp, settings, secrets: { password: "" } });
  const row = await storedOn(gym, "email");
  expect(row && configOf(row).settings).toMatchObject({ host: "smtp.attacker.example", password: null });
});

test("A14 another vendor gets none of the secrets of the one before, also none of the same name", async () => {
  const gym = await newGym();
  const [resend, sendgrid, smtp] = table as [Given, Given, Given];
  await put(gym, resend);
  const rejected = await refusal(contracts.saveProvider, { ...pick(sendgrid), secrets: {} }, as(gym));
  expect(rejected.errors).toEqual([
    { field: "secrets.api_key", message: "Enter the api key again: it was stored for another server or account" },
  ]);
  await put(gym, { ...smtp, secrets: {} });
  const row = await storedOn(gym, "email");
  expect(row?.credentials_ciphertext).toBeNull();
  expect((await refusal(contracts.saveProvider, { ...pick(resend), secrets: {} }, as(gym))).errors).toEqual([
    { field: "secrets.api_key", message: "Paste the value from the provider's console" },
  ]);
});

const pick = ({ channel, vendor, settings }: Given) => ({ channel, vendor, settings });

test("a port that was stored as a number is the same as its digits in a form", async () => {
  const gym = await newGym();
  const [, , smtp] = table as [Given, Given, Given];
  await put(gym, smtp);
  await inTenant(inGym(gym), (db) => db.update(messageProviders).set({ settings: { ...smtp.settings, port: 587 } }));
  expect((await put(gym, { ...smtp, secrets: {} })).secrets).toEqual(["password"]);
});

test.each([
  "0.0.0.0",
  "0.255.255.255",
  "10.0.0.1",
  "100.64.0.1",
  "100.127.255.255",
  "127.255.255.255",
  "169.254.169.254",
  "172.16.0.1",
  "192.0.0.8",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.1",
  "203.0.113.255",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::7f00:1",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::a00:1",
  "64:ff9b:1::a00:1",
  "100::1",
  "2001::1",
  "2001:10::1",
  "2001:db8::1",
  "2002:7f00:1::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fdff::1",
  "fe80::1",
  "fec0::1",
  "ff02::1",
])("no mail server of a gym is reached at %s", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  "9.9.9.9",
  "100.128.0.1",
  "172.32.0.1",
  "198.20.0.1",
  "203.0.114.1",
  "223.255.255.1",
  "2a00:1450::1",
  "2001:4860::1",
])("a mail server at %s is on the public internet", (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
