import { expect, test } from "vitest";
import { updateOwnProfile } from "@/lib/contracts/me/me";
import { createMember, updateMember } from "@/lib/contracts/members/members";
import { updateOrganization } from "@/lib/contracts/organization/organizations";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";
import { contactAt } from "@/tests/support/messages/contacts";

const desk = (gym: Gym) => ({ token: gym.people.receptionist.token });
const child = { first_name: "Kai", last_name: "Ito", birth_on: "2015-06-01" };
const guardian = {
  guardian_name: "Sam Ito",
  guardian_email: "Sam@Example.com",
  guardian_phone: "+4915187654321",
};

test("P7 the desk writes a minor's guardian down, and messages go there", async () => {
  const gym = await newGym();
  const made = await call(createMember, { ...child, ...guardian, preferred_channel: "sms", language: "hi" }, desk(gym));
  expect(made).toMatchObject({
    guardian_name: "Sam Ito",
    guardian_email: "sam@example.com",
    guardian_phone: "+4915187654321",
    preferred_channel: "sms",
    language: "hi",
  });
  const contact = await contactAt(gym, made.id);
  expect([contact.to_name, contact.endpoints.email.address, contact.endpoints.sms.address]).toEqual([
    "Sam Ito",
    "sam@example.com",
    "+4915187654321",
  ]);
});

test("two children may have the same guardian, and the guardian's address stays free for a member", async () => {
  const gym = await newGym();
  await call(createMember, { ...child, ...guardian }, desk(gym));
  await call(createMember, { ...child, first_name: "Mio", ...guardian }, desk(gym));
  const parent = await call(createMember, { first_name: "Sam", email: "sam@example.com" }, desk(gym));
  expect(parent.email).toBe("sam@example.com");
});

test("a guardian can be taken away again, and a number needs its country prefix", async () => {
  const gym = await newGym();
  const { id } = await call(createMember, { ...child, ...guardian }, desk(gym));
  const cleared = await call(updateMember, { id, guardian_email: null }, desk(gym));
  expect(cleared.guardian_email).toBeNull();
  const { status, errors } = await refusal(updateMember, { id, guardian_phone: "0151 1234" }, desk(gym));
  expect([status, errors?.[0]?.field]).toEqual([422, "guardian_phone"]);
});

test("P7 a minor who signs in cannot lead the guardian's messages elsewhere", async () => {
  const gym = await newGym();
  const own = { token: gym.people.member.token };
  expect(await refusal(updateOwnProfile, { guardian_email: "kai@example.com" }, own)).toMatchObject({ status: 422 });
});

test.each([
  [16, "kai@example.com"],
  [18, "sam@example.com"],
])("P7 where adults are %i, messages to a member of seventeen go to %s", async (adult_age, address) => {
  const gym = await newGym();
  const owner = { token: gym.people.gym_owner.token };
  await call(updateOrganization, { id: gym.organization_id, policies: { adult_age } }, owner);
  const kai = { ...child, birth_on: "2009-01-15", email: "kai@example.com" };
  const { id } = await call(createMember, { ...kai, ...guardian }, desk(gym));
  expect((await contactAt(gym, id)).endpoints.email.address).toBe(address);
});

test("P7 a member born on 29 February is written to in person from 1 March on, at the own location's clock", async () => {
  const gym = await newGym();
  const home_location_id = await newLocation(gym, "Melbourne", "Australia/Melbourne");
  const kai = { ...child, birth_on: "2008-02-29", email: "kai@example.com", home_location_id };
  const { id } = await call(createMember, { ...kai, ...guardian }, desk(gym));
  const reached = async (at: string) => (await contactAt(gym, id, at)).endpoints.email.address;
  expect(await reached("2026-02-28T12:59:59Z")).toBe("sam@example.com");
  expect(await reached("2026-02-28T13:00:00Z")).toBe("kai@example.com");
});
