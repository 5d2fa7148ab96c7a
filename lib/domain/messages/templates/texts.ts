import { messageTemplates } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-templates";
import { userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { channels } from "@/lib/values/delivery";
import { languages, messageKindNames } from "@/lib/values/notifications";
import { isText, lockText, toTemplate, variablesOf } from "./own-texts";
import { validateTemplate } from "./validate-template";

export const listTemplates = operation(contracts.listTemplates, async (ctx, wanted) => {
  const own = await ctx.db.select().from(messageTemplates).where(isText(ctx, wanted));
  const only = <T>(all: readonly T[], one: T | undefined) => (one === undefined ? all : [one]);
  const data = only(messageKindNames, wanted.kind).flatMap((kind) =>
    only(channels, wanted.channel).flatMap((channel) =>
      only(languages, wanted.language).map((language) =>
        toTemplate(
          { kind, channel, language },
          own.find((row) => row.kind === kind && row.channel === channel && row.language === language),
        ),
      ),
    ),
  );
  return { data };
});

export const saveTemplate = operation(contracts.saveTemplate, async (ctx, { kind, channel, language, ...text }) => {
  const key = { kind, channel, language };
  validateTemplate(text, channel, variablesOf(kind));
  const before = await lockText(ctx, key);
  ctx.expectVersion(before?.version ?? 0);
  const { db, organization_id, now, caller } = ctx;
  const row = {
    ...text,
    updated_by: userIdOf(caller),
    updated_at: now.toString(),
    version: (before?.version ?? 0) + 1,
  };
  const [saved] = before
    ? await db.update(messageTemplates).set(row).where(isText(ctx, key)).returning()
    : await db
        .insert(messageTemplates)
        .values({ organization_id, ...key, ...row })
        .onConflictDoNothing()
        .returning();
  if (!saved) throw new Problem("version_conflict", "Another user has just changed this text. Reload it.");
  const shown = before && { subject: before.subject, body: before.body, content_sid: before.content_sid };
  ctx.audit({
    target_type: "message_template",
    target_id: null,
    before: { ...key, ...shown },
    after: { ...key, ...text },
  });
  return toTemplate(key, saved);
});

export const resetTemplate = operation(contracts.resetTemplate, async (ctx, key) => {
  const before = await lockText(ctx, key);
  if (!before) throw notFound();
  ctx.expectVersion(before.version);
  await ctx.db.delete(messageTemplates).where(isText(ctx, key));
  ctx.audit({
    target_type: "message_template",
    target_id: null,
    before: { ...key, subject: before.subject, body: before.body },
    after: key,
  });
  return toTemplate(key, undefined);
});
