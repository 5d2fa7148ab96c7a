import { blockAddress, liftStop } from "@/lib/domain/messages/contacts";
import type { Ctx } from "@/lib/kernel/operation";
import type { InboundReply } from "@/lib/values/delivery";

/** P4: STOP and START count for the number, whoever of the members has it, and whether or not anybody has. */
export async function answerReply(
  scope: Pick<Ctx<unknown>, "db" | "organization_id" | "now">,
  { channel, from, kind }: InboundReply,
): Promise<void> {
  if (kind === "stop") await blockAddress(scope, { channel, address: from, reason: "stop", detail: null });
  if (kind === "start") await liftStop(scope, channel, from);
}
