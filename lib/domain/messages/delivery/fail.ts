import { markFailing } from "@/lib/domain/messages/providers";
import { tellStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { asSentence } from "@/lib/values/sentence";

type Scope = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now" | "signal">;

export const channelNames: Record<Channel, string> = {
  email: "E-mail",
  sms: "SMS",
  whatsapp: "WhatsApp",
  push: "Push messages",
};

/** The gym's messages on this channel wait from now on, and whoever can mend it is told once. */
export async function fail(scope: Scope, provider: { channel: Channel; version: number }, failure: string) {
  if (!(await markFailing(scope, provider, failure))) return;
  const { channel, version } = provider;
  await tellStaff(scope, {
    kind: "provider_failing",
    event_key: `provider_failing:${channel}:${version}`,
    title: `${channelNames[channel]}: the provider refuses us`,
    body: `${asSentence(failure)} Messages wait until the provider's settings work again.`,
    href: `/manage/${scope.organization.slug}/settings/messages`,
    permission: "messages.configure",
  });
}
