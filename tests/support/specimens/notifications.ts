import type { Specimens } from "@/tests/support/contracts/specimens";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { change } from "@/tests/support/messages/delivery";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";

/** A message that is held, since nothing is known of the plan. */
async function heldMessage(gym: Gym) {
  const member_id = await newMember(gym, { email: `m-${crypto.randomUUID()}@example.com` });
  await notifyMembers(gym, "welcome", [
    { member_id, event_key: "welcome:1", variables: { plan_name: null, starts_on: "2026-03-12" } },
  ]);
  return (await messagesOf(gym)).find((message) => message.member_id === member_id)?.id;
}

async function failedMessage(gym: Gym) {
  const id = (await heldMessage(gym)) ?? "";
  await change(gym, id, { state: "failed", reason: "gave_up", ended_at: "2026-03-06T12:00:00Z" });
  return id;
}

export const specimens: Specimens = {
  inputs: {
    "notifications.list": () => ({ state: ["queued"] }),
    "notifications.get": async (gym) => ({ id: await heldMessage(gym) }),
    "notifications.send": (gym) => ({ member_id: gym.member_id, subject: "Your towel", body: "Hello {{first_name}}" }),
    "notifications.retry": async (gym) => ({ id: await failedMessage(gym) }),
  },
};
