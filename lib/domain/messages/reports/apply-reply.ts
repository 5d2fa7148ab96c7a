import { blockAddress, liftStop } from "@/lib/domain/messages/contacts";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { InboundReply } from "@/lib/values/delivery";

/** P4: STOP and START apply to the number, also if no member or several members have it. */
export async function applyReply(ctx: ClockCtx, { channel, from, kind }: InboundReply): Promise<void> {
  if (kind === "stop") await blockAddress(ctx, { channel, address: from, reason: "stop", detail: null });
  if (kind === "start") await liftStop(ctx, channel, from);
}
