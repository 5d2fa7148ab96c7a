import { expect, test } from "vitest";
import { messageProviders } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listDevices, registerDevice, removeDevice } from "@/lib/contracts/messages/devices";
import { type Gym, newGym, newMember, newMemberSession } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";
import { contactAt, newDevice } from "@/tests/support/messages/contacts";

const own = (gym: Gym) => ({ token: gym.people.member.token });
const phone = (token = "a-token-of-a-browser") => ({ kind: "web" as const, token, label: "Chrome on Android" });

test("the same token registered again is the same device", async () => {
  const gym = await newGym();
  const first = await call(registerDevice, phone(), own(gym));
  const again = await call(registerDevice, { ...phone(), label: "Chrome" }, own(gym));
  expect(again.id).toBe(first.id);
  expect((await call(listDevices, {}, own(gym))).data.map(({ label }) => label)).toEqual(["Chrome"]);
});

test("a shared phone gets the messages of the last signed-in user only", async () => {
  const gym = await newGym();
  const sister = await newMemberSession(gym);
  const { id } = await call(registerDevice, phone(), own(gym));
  await call(registerDevice, phone(), { token: sister.token });
  expect((await contactAt(gym, gym.member_id)).endpoints.push.device_ids).toEqual([]);
  expect((await contactAt(gym, sister.member_id)).endpoints.push.device_ids).toEqual([id]);
});

test("the twenty-first device pushes the one out that was seen longest ago", async () => {
  const gym = await newGym();
  const oldest = await newDevice(gym, gym.member_id);
  for (let number = 1; number <= 20; number += 1) await call(registerDevice, phone(`token-number-${number}`), own(gym));
  const { data } = await call(listDevices, {}, own(gym));
  expect([data.length, data.some(({ id }) => id === oldest)]).toEqual([20, false]);
});

test("A1 a member cannot see or remove another member's device", async () => {
  const gym = await newGym();
  const id = await newDevice(gym, await newMember(gym));
  expect((await call(listDevices, {}, own(gym))).data).toEqual([]);
  expect(await refusal(removeDevice, { id }, own(gym))).toMatchObject({ status: 404 });
});

test("a device that was removed gets nothing any more", async () => {
  const gym = await newGym();
  const { id } = await call(registerDevice, phone(), own(gym));
  await call(removeDevice, { id }, own(gym));
  expect((await contactAt(gym, gym.member_id)).endpoints.push.device_ids).toEqual([]);
});

test("a browser gets the public values of the gym's Firebase, and never a secret", async () => {
  const gym = await newGym();
  expect((await call(listDevices, {}, own(gym))).web_push).toBeNull();
  const web = {
    web_api_key: "AIzaSyA",
    web_app_id: "1:1:web:1",
    web_project_id: "iron-temple",
    web_messaging_sender_id: "123",
    web_vapid_key: "B".repeat(87),
  };
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.insert(messageProviders).values({
      organization_id: gym.organization_id,
      channel: "push",
      vendor: "firebase",
      settings: { ...web, service_account: "never" },
    }),
  );
  expect((await call(listDevices, {}, own(gym))).web_push).toEqual({
    api_key: "AIzaSyA",
    app_id: "1:1:web:1",
    project_id: "iron-temple",
    messaging_sender_id: "123",
    vapid_key: "B".repeat(87),
  });
});
