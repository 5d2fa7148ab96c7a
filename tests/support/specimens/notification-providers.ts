import { saveProvider } from "@/lib/domain/messages/providers";
import type { Specimens } from "@/tests/support/contracts/specimens";

const resend = {
  channel: "email" as const,
  vendor: "resend" as const,
  settings: { from_email: "hello@iron-temple.example" },
  secrets: { api_key: "re_specimen" },
};

export const specimens: Specimens = {
  inputs: {
    "notification_providers.list": () => ({}),
    "notification_providers.save": () => resend,
    "notification_providers.remove": async (gym) => {
      await saveProvider(gym.people.gym_owner.caller, resend);
      return { channel: "email" };
    },
    "notification_providers.test": () => ({ channel: "sms", to: "+14155550132" }),
  },
};
