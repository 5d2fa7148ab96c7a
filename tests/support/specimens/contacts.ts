import { unsubscribeToken } from "@/lib/domain/messages/contacts/unsubscribe-link";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { newBlock, newDevice } from "@/tests/support/messages/contacts";

const choices = [
  { channel: "email", category: "marketing", is_allowed: true },
  { channel: "sms", category: "reminder", is_allowed: false },
];

const linkOf = ({ organization_id, member_id }: Gym) => ({
  token: unsubscribeToken({ organization_id, member_id, channel: "email", category: "reminder" }),
});

export const specimens: Specimens = {
  inputs: {
    "notification_preferences.get": async (gym) => ({ id: await newMember(gym) }),
    "notification_preferences.update": async (gym) => ({ id: await newMember(gym), preferred_channel: "sms", choices }),
    "me.get_notification_preferences": () => ({}),
    "me.update_notification_preferences": () => ({ language: "es", choices }),
    "notification_preferences.lift_block": async (gym) => ({ id: await newBlock(gym, { address: "a@example.com" }) }),
    "devices.list": async (gym) => {
      await newDevice(gym, gym.member_id);
      return {};
    },
    "devices.register": () => ({ kind: "web", token: crypto.randomUUID(), label: "Chrome on Android" }),
    "devices.remove": async (gym) => ({ id: await newDevice(gym, gym.member_id) }),
    "unsubscribe.read": linkOf,
    "unsubscribe.create": (gym) => ({ ...linkOf(gym), $body: "List-Unsubscribe=One-Click" }),
    "unsubscribe.undo": linkOf,
  },
};
