import { saveTemplate } from "@/lib/contracts/messages/notification-templates";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { call } from "@/tests/support/http/api";

const key = { kind: "welcome", channel: "email", language: "en" } as const;
const words = { subject: "Welcome to {{gym_name}}", body: "Hello {{first_name}}, your {{plan_name}} waits." };

export const specimens: Specimens = {
  inputs: {
    "notification_templates.list": () => ({ kind: "welcome" }),
    "notification_templates.save": () => ({ ...key, ...words }),
    "notification_templates.reset": async (gym) => {
      await call(saveTemplate, { ...key, ...words }, { token: gym.people.gym_owner.token });
      return key;
    },
    "notification_templates.preview": (gym) => ({
      kind: "welcome",
      channel: "email",
      ...words,
      member_id: gym.member_id,
    }),
    "notification_rules.list": () => ({}),
    "notification_rules.update": () => ({ kind: "birthday", is_on: false }),
  },
};
