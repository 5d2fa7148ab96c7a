import { markFailing } from "@/lib/domain/messages/providers";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { asSentence } from "@/lib/values/sentence";

type FailureCtx = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now" | "signal">;

export const channelNames: Record<Channel, string> = {
  email: "E-mail",
  sms: "SMS",
  whatsapp: "WhatsApp",
  push: "Push messages",
};

/** Marks the provider as failing, so that its messages wait, and notifies the staff who may configure it, once. */
export async function reportProviderFailure(
  ctx: FailureCtx,
  provider: { channel: Channel; version: number },
  failure: string,
) {
  if (!(await markFailing(ctx, provider, failure))) return;
  const { channel, version } = provider;
  await notifyStaff(ctx, {
    kind: "provider_failing",
    event_key: `provider_failing:${channel}:${version}`,
    title: `${channelNames[channel]}: the provider rejects the credentials`,
    body: `${asSentence(failure)} Messages wait until the provider's settings work again.`,
    href: `/manage/${ctx.organization.slug}/settings/messages`,
    permission: "messages.configure",
  });
}
