import { expect, test } from "vitest";
import { openChannels, suppressionReason } from "@/lib/domain/messages/contacts";
import { allows } from "@/lib/domain/messages/contacts/contact";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { contactAt, contactsAt, newBlock, newChoice, newDevice } from "@/tests/support/messages/contacts";

const consented = { marketing_consent_at: "2026-01-01T10:00:00Z", marketing_consent_source: "staff" as const };
const reachable = { email: "alex@example.com", phone: "+4915112345678" };
const guardian = {
  guardian_name: "Sam Ito",
  guardian_email: "sam@example.com",
  guardian_phone: "+4915187654321",
};

test("a member is reached at the own address, number and devices, in the own language", async () => {
  const gym = await newGym({ time_zone: "Asia/Kolkata" });
  const id = await newMember(gym, { ...reachable, last_name: "Ito", language: "hi", preferred_channel: "sms" });
  const device_id = await newDevice(gym, id);
  const { endpoints, ...contact } = await contactAt(gym, id);
  expect(contact).toMatchObject({
    full_name: "Alex Ito",
    to_name: "Alex Ito",
    language: "hi",
    preferred_channel: "sms",
    location_name: "Main",
    time_zone: "Asia/Kolkata",
    is_minor: false,
    is_archived: false,
    marketing_consent: null,
    choices: [],
  });
  expect(endpoints).toEqual({
    email: { address: "alex@example.com", device_ids: [], block: null },
    sms: { address: "+4915112345678", device_ids: [], block: null },
    whatsapp: { address: "+4915112345678", device_ids: [], block: null },
    push: { address: null, device_ids: [device_id], block: null },
  });
});

test("P7 what is for a minor goes to the guardian until the eighteenth birthday at the gym's own clock", async () => {
  const gym = await newGym({ time_zone: "Australia/Melbourne" });
  const id = await newMember(gym, { ...reachable, ...guardian, birth_on: "2008-03-06" });
  await newDevice(gym, id);
  const before = await contactAt(gym, id, "2026-03-05T12:59:59Z");
  expect([
    before.to_name,
    before.endpoints.email.address,
    before.endpoints.sms.address,
    before.endpoints.push.device_ids,
  ]).toEqual(["Sam Ito", "sam@example.com", "+4915187654321", []]);
  const birthday = await contactAt(gym, id, "2026-03-05T13:00:00Z");
  expect([birthday.is_minor, birthday.to_name, birthday.endpoints.email.address]).toEqual([
    false,
    "Alex",
    "alex@example.com",
  ]);
});

test("P7 a minor without a guardian's address is not written to at the own one instead", async () => {
  const gym = await newGym();
  const contact = await contactAt(gym, await newMember(gym, { ...reachable, birth_on: "2015-01-01" }));
  expect(suppressionReason(contact, "email", "transactional")).toBe("no_address");
});

test("J1 a member without e-mail and telephone has nothing to be reached by", async () => {
  const gym = await newGym();
  const contact = await contactAt(gym, await newMember(gym));
  expect(openChannels(contact, "transactional", ["email", "sms", "push"])).toEqual([]);
});

test("N6 without a recorded consent nothing is advertised, whatever a channel says", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  await newChoice(gym, id, ["email", "marketing", true]);
  expect(suppressionReason(await contactAt(gym, id), "email", "marketing")).toBe("no_consent");
});

test("a consent holds for every channel that the member did not except", async () => {
  const gym = await newGym();
  const id = await newMember(gym, { ...reachable, ...consented });
  await newChoice(gym, id, ["sms", "marketing", false]);
  const contact = await contactAt(gym, id);
  expect(allows(contact, "email", "marketing")).toBe(true);
  expect(suppressionReason(contact, "sms", "marketing")).toBe("opted_out");
  expect(allows(contact, "sms", "reminder")).toBe(true);
});

test("reminders go out until the member says no", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  expect(allows(await contactAt(gym, id), "email", "reminder")).toBe(true);
  await newChoice(gym, id, ["email", "reminder", false]);
  expect(suppressionReason(await contactAt(gym, id), "email", "reminder")).toBe("opted_out");
});

test("P5 a receipt goes to a member who opted out of reminders and marketing", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  await newChoice(gym, id, ["email", "reminder", false]);
  await newChoice(gym, id, ["email", "marketing", false]);
  expect(allows(await contactAt(gym, id), "email", "transactional")).toBe(true);
});

test("P9 an address that bounced stops everything on its channel, and no other channel", async () => {
  const gym = await newGym();
  const id = await newMember(gym, reachable);
  await newBlock(gym, { address: "alex@example.com", detail: "No such mailbox" });
  const contact = await contactAt(gym, id);
  expect(contact.endpoints.email.block).toMatchObject({
    reason: "hard_bounce",
    detail: "No such mailbox",
    blocked_at: "2026-03-01T09:00:00.000Z",
  });
  expect(suppressionReason(contact, "email", "transactional")).toBe("blocked_address");
  expect(allows(contact, "sms", "transactional")).toBe(true);
});

test("P4 a STOP applies to the number, for any member who has it, in this gym only", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const number = guardian.guardian_phone;
  await newBlock(gym, { channel: "sms", address: number, reason: "stop" });
  const child = await contactAt(gym, await newMember(gym, { ...guardian, birth_on: "2015-01-01" }));
  const parent = await contactAt(gym, await newMember(gym, { phone: number }));
  const elsewhere = await contactAt(other, await newMember(other, { phone: number }));
  expect([child, parent, elsewhere].map((contact) => allows(contact, "sms", "reminder"))).toEqual([false, false, true]);
  expect(allows(parent, "whatsapp", "reminder")).toBe(true);
});

test("a block that was lifted blocks nothing", async () => {
  const gym = await newGym();
  await newBlock(gym, { address: "alex@example.com", lifted_at: "2026-03-02T09:00:00Z" });
  expect(allows(await contactAt(gym, await newMember(gym, reachable)), "email", "transactional")).toBe(true);
});

test("an archived member gets neither reminders nor marketing", async () => {
  const gym = await newGym();
  const id = await newMember(gym, { ...reachable, ...consented, archived_at: "2026-02-01T10:00:00Z" });
  const contact = await contactAt(gym, id);
  expect(
    (["transactional", "reminder", "marketing"] as const).map((each) => suppressionReason(contact, "email", each)),
  ).toEqual([null, "archived_member", "archived_member"]);
});

test("the preferred channel is tried first, where the kind of message may use it", async () => {
  const gym = await newGym();
  const contact = await contactAt(gym, await newMember(gym, { ...reachable, preferred_channel: "sms" }));
  expect(openChannels(contact, "reminder", ["email", "push", "sms"])).toEqual(["sms", "email"]);
  expect(openChannels(contact, "reminder", ["email", "whatsapp"])).toEqual(["email", "whatsapp"]);
});

test("A1 members of another gym have no contact here", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const [own, foreign] = await Promise.all([newMember(gym), newMember(other)]);
  expect([...(await contactsAt(gym, [own, foreign])).keys()]).toEqual([own]);
  expect((await contactsAt(gym, [])).size).toBe(0);
});
