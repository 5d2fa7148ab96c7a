import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { devices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { registerDevice, removeDevice } from "@/lib/contracts/messages/devices";
import { testProvider } from "@/lib/contracts/messages/notification-providers";
import { saveProvider } from "@/lib/domain/messages/providers";
import { type Gym, newGym, newMember, newMemberSession } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { newDevice } from "@/tests/support/messages/contacts";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";
import {
  firebaseServer,
  type PushAnswer,
  type PushCall,
  serviceAccount,
} from "@/tests/support/vendors/firebase-server";

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const own = (gym: Gym) => ({ token: gym.people.member.token });
const browser = (token: string) => ({ kind: "web" as const, token: `a-token-of-${token}`, label: "Chrome on Android" });

const taken: PushAnswer = { status: 200, body: { name: "projects/p/messages/1" } };
const unregistered: PushAnswer = {
  status: 404,
  body: {
    error: {
      code: 404,
      status: "NOT_FOUND",
      message: "Requested entity was not found.",
      details: [{ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode: "UNREGISTERED" }],
    },
  },
};

/** A gym that sends push messages, and Firebase on this machine. */
async function pushing(answer: (call: PushCall) => PushAnswer) {
  const gym = await newGym();
  const { calls } = await firebaseServer(answer);
  await saveProvider(gym.people.gym_owner.caller, {
    channel: "push",
    vendor: "firebase",
    settings: {},
    secrets: { service_account: serviceAccount(gym.organization.slug) },
  });
  return { gym, tokens: () => calls.map(({ body }) => String(body.message.token)).sort() };
}

const resumed = (gym: Gym, member_ids: string[]) =>
  notifyMembers(
    gym,
    "freeze_ended",
    member_ids.map((member_id) => ({
      member_id,
      event_key: "freeze_ended:1",
      variables: { plan_name: "Unlimited", resumes_on: "2026-03-05" },
    })),
  );

const prefersPush = (email: string | null = null) => ({ preferred_channel: "push" as const, email });
const states = async (gym: Gym) =>
  (await messagesOf(gym)).map(({ channel, state, reason }) => [channel, state, reason]);
const devicesOf = (gym: Gym, member_id: string) =>
  inTenant(inGym(gym), (db) =>
    db.select({ id: devices.id }).from(devices).where(eq(devices.member_id, member_id)).orderBy(asc(devices.id)),
  );

test("P12 a device that Firebase no longer knows is removed, and the member gets a mail instead", async () => {
  const { gym } = await pushing(() => unregistered);
  const member_id = await newMember(gym, prefersPush("kai@example.com"));
  await newDevice(gym, member_id);
  await resumed(gym, [member_id]);
  await turn(gym, undefined, "push");
  expect(await states(gym)).toEqual([
    ["push", "failed", "rejected"],
    ["email", "queued", null],
  ]);
  expect(await devicesOf(gym, member_id)).toEqual([]);
});

test("where no other channel leads to the member, the log says that the device is gone", async () => {
  const { gym } = await pushing(() => unregistered);
  const member_id = await newMember(gym, prefersPush());
  await newDevice(gym, member_id);
  await resumed(gym, [member_id]);
  await turn(gym, undefined, "push");
  const [message, ...others] = await messagesOf(gym);
  expect(message).toMatchObject({ state: "failed", detail: "Firebase: Requested entity was not found." });
  expect(others).toEqual([]);
});

test("of two devices the dead one is removed, and the message counts as sent by the other", async () => {
  const { gym } = await pushing(({ body }) => (body.message.token === dead ? unregistered : taken));
  const member_id = await newMember(gym, prefersPush("kai@example.com"));
  const dead = await newDevice(gym, member_id);
  const alive = await newDevice(gym, member_id);
  await resumed(gym, [member_id]);
  await turn(gym, undefined, "push");
  expect(await states(gym)).toEqual([["push", "sent", null]]);
  expect(await devicesOf(gym, member_id)).toEqual([{ id: alive }]);
});

test("a device that is registered while the message waits gets it too", async () => {
  const { gym, tokens } = await pushing(() => taken);
  await call(registerDevice, browser("the-first"), own(gym));
  await resumed(gym, [gym.member_id]);
  await call(registerDevice, browser("the-second"), own(gym));
  await turn(gym, undefined, "push");
  expect(tokens()).toEqual(["a-token-of-the-first", "a-token-of-the-second"]);
});

test("P12 a device that is removed while the message waits leaves it to the next channel", async () => {
  const { gym, tokens } = await pushing(() => taken);
  const member_id = await newMember(gym, prefersPush("kai@example.com"));
  await newDevice(gym, member_id);
  await resumed(gym, [member_id]);
  await inTenant(inGym(gym), (db) => db.delete(devices).where(eq(devices.member_id, member_id)));
  await turn(gym, undefined, "push");
  expect(await states(gym)).toEqual([
    ["push", "suppressed", "no_address"],
    ["email", "queued", null],
  ]);
  expect(tokens()).toEqual([]);
});

test("A1 a phone does not show the message if another user signs in while it waits", async () => {
  const { gym, tokens } = await pushing(() => taken);
  const sister = await newMemberSession(gym);
  await call(registerDevice, browser("a-shared-phone"), own(gym));
  const tablet = await call(registerDevice, browser("a-tablet"), own(gym));
  await resumed(gym, [gym.member_id]);
  await call(registerDevice, browser("a-shared-phone"), { token: sister.token });
  await turn(gym, undefined, "push");
  expect(tokens()).toEqual(["a-token-of-a-tablet"]);
  await call(removeDevice, { id: tablet.id }, own(gym));
  expect(await devicesOf(gym, sister.member_id)).toHaveLength(1);
});

test("more devices than Firebase takes in one call are all reached, and each answer finds its own device", async () => {
  const dead = new Set<string>();
  const { gym, tokens } = await pushing(({ body }) => (dead.has(String(body.message.token)) ? unregistered : taken));
  const member_ids: string[] = [];
  for (let n = 0; n < 26; n += 1) member_ids.push(await newMember(gym, prefersPush()));
  await inTenant(inGym(gym), (db) =>
    db.insert(devices).values(
      member_ids.flatMap((member_id, n) =>
        Array.from({ length: 20 }, (_device, m) => ({
          organization_id: gym.organization_id,
          member_id,
          kind: "web" as const,
          token: `${n} ${m}`,
          token_hash: `${n} ${m}`,
          label: "Chrome on Android",
          seen_at: "2026-03-01T09:00:00Z",
        })),
      ),
    ),
  );
  for (let m = 0; m < 20; m += 1) dead.add(`25 ${m}`);
  dead.add("0 19");
  await resumed(gym, member_ids);
  expect((await turn(gym, undefined, "push")).sent).toBe(25);
  expect(new Set(tokens()).size).toBe(520);
  const left = await Promise.all([0, 1, 25].map((n) => devicesOf(gym, member_ids[n] ?? "")));
  expect(left.map(({ length }) => length)).toEqual([19, 20, 0]);
  expect((await states(gym)).filter(([, state]) => state === "failed")).toEqual([["push", "failed", "rejected"]]);
});

test("a test message to a device that is gone says so and removes the device", async () => {
  const { gym } = await pushing(() => unregistered);
  const id = await newDevice(gym, gym.member_id);
  const result = await call(testProvider, { channel: "push", to: id }, { token: gym.people.gym_owner.token });
  expect(result).toMatchObject({ outcome: "rejected", answer: "Firebase: Requested entity was not found." });
  expect(await devicesOf(gym, gym.member_id)).toEqual([]);
});
