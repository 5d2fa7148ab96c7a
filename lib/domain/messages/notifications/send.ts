import { and, desc, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notifications";
import { getMemberRow } from "@/lib/domain/members";
import { operation } from "@/lib/kernel/operation";
import { channels } from "@/lib/values/delivery";
import { writeTo } from "./notify";
import { readMessage, toMessage } from "./read";
import { refuseUnknownNames } from "./unknown-names";

export const sendMessage = operation(contracts.sendMessage, async (ctx, input) => {
  const { member_id, channel, category, subject, body } = input;
  const { db, organization_id, caller } = ctx;
  await getMemberRow(ctx, member_id);
  refuseUnknownNames({ subject, body });
  const event_key = `direct:${newId()}`;
  const letter = {
    kind: "direct" as const,
    category,
    channels: channel ? [channel] : channels,
    wordsFor: () => ({ subject, body, content_sid: null }),
    created_by: caller.actor.type === "user" ? caller.actor.id : null,
  };
  await writeTo(ctx, letter, [{ member_id, event_key, link: null }]);
  const [written] = await db
    .select({ id: messages.id, channel: messages.channel, state: messages.state })
    .from(messages)
    .where(and(eq(messages.organization_id, organization_id), eq(messages.event_key, event_key)))
    .orderBy(desc(messages.id));
  if (!written) throw new Error("A message to a member of the organization is written down");
  ctx.audit({
    target_type: "member",
    target_id: member_id,
    after: { message_id: written.id, channel: written.channel, category, state: written.state, subject },
  });
  return toMessage(await readMessage(ctx, written.id));
});
