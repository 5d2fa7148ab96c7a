import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { messageRules } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-templates";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { type MessageKind, messageKindNames, messageKinds } from "@/lib/values/notifications";

type Rule = typeof messageRules.$inferSelect;

function toRule(kind: MessageKind, own: Rule | undefined): z.input<typeof contracts.messageRule> {
  const { category, channels } = messageKinds[kind];
  const { is_on, version } = own ?? { is_on: true, version: 0 };
  return { kind, category, is_on, channels: [...(own?.channels ?? channels)], version };
}

export const listMessageRules = operation(contracts.listMessageRules, async ({ db, organization_id }) => {
  const own = await db.select().from(messageRules).where(eq(messageRules.organization_id, organization_id));
  return {
    data: messageKindNames.map((kind) =>
      toRule(
        kind,
        own.find((row) => row.kind === kind),
      ),
    ),
  };
});

export const updateMessageRule = operation(contracts.updateMessageRule, async (ctx, { kind, ...changes }) => {
  const { db, organization_id, now } = ctx;
  const own = and(eq(messageRules.organization_id, organization_id), eq(messageRules.kind, kind));
  const [row] = await db.select().from(messageRules).where(own).for("update");
  const before = toRule(kind, row);
  ctx.expectVersion(before.version);
  const { is_on, channels } = { ...before, ...changes };
  const next = { is_on, channels, version: before.version + 1, updated_at: now.toString() };
  const [saved] = row
    ? await db.update(messageRules).set(next).where(own).returning()
    : await db
        .insert(messageRules)
        .values({ organization_id, kind, ...next })
        .onConflictDoNothing()
        .returning();
  if (!saved) throw new Problem("version_conflict", "Another user has just changed this rule. Reload it.");
  ctx.audit({
    target_type: "message_rule",
    target_id: null,
    before: { kind, is_on: before.is_on, channels: before.channels },
    after: { kind, is_on, channels },
  });
  return toRule(kind, saved);
});
