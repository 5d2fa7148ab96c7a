import { and, desc, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notifications";
import { getMemberRow } from "@/lib/domain/members";
import { userIdOf } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import { channels } from "@/lib/values/delivery";
import { queueFor } from "./notify";
import { readMessage, toMessage } from "./read";
import { validateVariables } from "./validate-variables";

export const sendMessage = operation(contracts.sendMessage, async (ctx, input) => {
  const { member_id, channel, category, subject, body } = input;
  const { db, organization_id, caller } = ctx;
  await getMemberRow(ctx, member_id);
  validateVariables({ subject, body });
  const event_key = `direct:${newId()}`;
  const content = {
    kind: "direct" as const,
    category,
    channels: channel ? [channel] : channels,
    templateFor: () => ({ subject, body, content_sid: null }),
    created_by: userIdOf(caller),
  };
  await queueFor(ctx, content, [{ member_id, event_key, link: null }]);
  const [written] = await db
    .select({ id: messages.id, channel: messages.channel, state: messages.state })
    .from(messages)
    .where(and(eq(messages.organization_id, organization_id), eq(messages.event_key, event_key)))
    .orderBy(desc(messages.id));
  if (!written) throw new Error("queueFor() must create the message");
  ctx.audit({
    target_type: "member",
    target_id: member_id,
    after: { message_id: written.id, channel: written.channel, category, state: written.state, subject },
  });
  return toMessage(await readMessage(ctx, written.id));
});
