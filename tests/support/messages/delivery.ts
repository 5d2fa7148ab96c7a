import { eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { deliver } from "@/lib/domain/messages/notifications";
import { saveProvider } from "@/lib/domain/messages/providers";
import { filterValid } from "@/lib/domain/messages/reminders";
import { fixedClock } from "@/lib/kernel/clock";
import type { Channel } from "@/lib/values/delivery";
import type { Gym } from "@/tests/support/gym/gym";
import { type Message, noon } from "./messages";

type GymRef = Pick<Gym, "organization" | "organization_id">;

export const resend = {
  channel: "email" as const,
  vendor: "resend" as const,
  settings: { from_email: "hello@gym.example" },
  secrets: { api_key: "re_test" },
};

export const twilio = {
  channel: "sms" as const,
  vendor: "twilio" as const,
  settings: { account_sid: `AC${"0".repeat(32)}`, sender: "+14155550100" },
  secrets: { auth_token: "a token" },
};

export const choose = (gym: Gym, provider: typeof resend | typeof twilio) =>
  saveProvider(gym.people.gym_owner.caller, provider);

/** One turn of a queue, at a time of the test's choosing. */
export const turn = (gym: GymRef, at = noon, channel: Channel = "email", lane: "urgent" | "bulk" = "urgent") =>
  deliver({ organization: gym.organization, channel, lane, clock: fixedClock(at), filterValid });

export const change = (gym: GymRef, id: string, fields: Partial<Message>) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(messages).set(fields).where(eq(messages.id, id)),
  );
