import { and, eq } from "drizzle-orm";
import { messageRules } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { type MessageKind, messageKinds } from "@/lib/values/notifications";

/** Whether an organization sends this kind, and its channels in order. */
export async function ruleOf(
  { db, organization_id }: TenantCtx,
  kind: MessageKind,
): Promise<{ is_on: boolean; channels: readonly Channel[] }> {
  const [row] = await db
    .select({ is_on: messageRules.is_on, channels: messageRules.channels })
    .from(messageRules)
    .where(and(eq(messageRules.organization_id, organization_id), eq(messageRules.kind, kind)));
  return row ?? { is_on: true, channels: messageKinds[kind].channels };
}
